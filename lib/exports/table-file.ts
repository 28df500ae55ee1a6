import { writeXlsxStream } from 'hucre';
import Papa from 'papaparse';
import { FORMULA, NEWLINE } from './csv';

/**
 * A column of an exported table. An empty cell means "not told", which is not zero. An `amount` is a number in a
 * workbook, and everything else is text there: an id of 18 digits must not lose its end.
 */
export type FileColumn<Row> = {
  readonly name: string;
  readonly kind: 'text' | 'amount';
  readonly cell: (row: Row) => string | null | undefined;
};

/** The rows of an export, as they are pulled from the database. */
export type RowChunks<Row> = AsyncIterable<readonly Row[]>;

/** A CSV file, piece by piece: the line of names, then one line per row. */
export async function* csvTexts<Row>(
  columns: readonly FileColumn<Row>[],
  chunks: RowChunks<Row>,
): AsyncGenerator<string> {
  yield columns.map(({ name }) => name).join(',') + NEWLINE;
  for await (const rows of chunks) {
    if (rows.length === 0) continue;
    const cells = rows.map((row) => columns.map(({ cell }) => cell(row) ?? ''));
    yield Papa.unparse(cells, { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
  }
}

/** An XLSX workbook of one sheet, written while it is read. Text cells are never formulas, whatever they begin with. */
export function xlsxStream<Row>(
  name: string,
  columns: readonly FileColumn<Row>[],
  chunks: RowChunks<Row>,
): ReadableStream<Uint8Array> {
  const sheet = {
    name,
    freezePane: { rows: 1 },
    columns: columns.map((column) => ({
      header: column.name,
      width: column.kind === 'amount' ? 16 : 24,
      ...(column.kind === 'amount' ? { numFmt: AMOUNT_FORMAT } : {}),
    })),
  };
  return writeXlsxStream(cellsOf(columns, chunks), sheet);
}

const AMOUNT_FORMAT = '#,##0.00################';

async function* cellsOf<Row>(columns: readonly FileColumn<Row>[], chunks: RowChunks<Row>) {
  for await (const rows of chunks) {
    for (const row of rows) {
      yield columns.map(({ kind, cell }) => {
        const text = cell(row) ?? null;
        return kind === 'amount' && text !== null ? amountCell(text) : text;
      });
    }
  }
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** A spreadsheet holds 15 digits of a number and drops the others without a word. */
const EXACT_DIGITS = 15;

/** A number where a spreadsheet keeps all digits of it, else the text as it is. */
export function amountCell(text: string): number | string {
  const digits = text.replace(/^-?0*\.?0*/, '').replace('.', '');
  return DECIMAL.test(text) && digits.length <= EXACT_DIGITS ? Number(text) : text;
}
