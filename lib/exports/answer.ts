import { pulledStream } from './stream';
import { csvTexts, type FileColumn, type RowChunks, xlsxStream } from './table-file';

export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<FileFormat, string>;

type Export<Row> = {
  readonly format: FileFormat;
  /** Without its ending: "concilia-spei-legs-2026-03-31". */
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly FileColumn<Row>[];
  readonly chunks: RowChunks<Row>;
};

/** An export as the answer to a download, written while it is read. */
export function fileAnswer<Row>({ format, name, sheet, columns, chunks }: Export<Row>): Response {
  const body = format === 'csv' ? pulledStream(csvTexts(columns, chunks)) : xlsxStream(sheet, columns, chunks);
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  });
}

/** Takes `format` out of an export's address; the first is meant where none is named, `null` where it is neither. */
export function takeFormat(search: URLSearchParams): FileFormat | null {
  const word = search.get('format') ?? FILE_FORMATS[0];
  search.delete('format');
  return FILE_FORMATS.find((known) => known === word) ?? null;
}
