import { csvHead, csvWriter } from './csv';
import { joinedCsvWriter } from './csv-joined';
import type { Cell, FileShape } from './file-format';
import { jsonLinesWriter } from './json-lines';
import { workbookStream } from './workbook';

type Rows = readonly (readonly Cell[])[];
type Bytes = Uint8Array<ArrayBuffer>;

/** A file that is text: what it begins with, and what rows are in it; `joined` as its writer says, where there is one. */
export type TextFile = {
  readonly head: Bytes;
  readonly lines: (rows: Rows) => Bytes;
  readonly joined: ((lines: readonly string[]) => Bytes | null) | null;
};

/** `null` for a format that is only whole: a workbook. */
export function textFile(shape: FileShape): TextFile | null {
  if (shape.format === 'xlsx') return null;
  const encoder = new TextEncoder();
  const isCsv = shape.format !== 'jsonl';
  const write = isCsv ? csvWriter(shape) : jsonLinesWriter(shape);
  return {
    head: encoder.encode(isCsv ? csvHead(shape) : ''),
    lines: (rows) => encoder.encode(write(rows)),
    joined: isCsv ? joinedCsvWriter(shape) : null,
  };
}

/** Rows as they are read; `last` says after which of them one may go on. */
export type Chunk<Last> = { readonly rows: Rows; readonly last: Last };
/** The same as joined lines. */
export type LineChunk<Last> = { readonly lines: readonly string[]; readonly last: Last };

/** Where a file's rows come from, as cells behind so many of them, or joined where the list can be read so. */
export type Reading<Last> = {
  readonly cells: (skip: number) => AsyncIterable<Chunk<Last>>;
  readonly lines: (() => AsyncIterable<LineChunk<Last>>) | null;
};

/** Some bytes of a file, and how many rows more are in it with them. */
export type Piece = { readonly bytes: Bytes; readonly rows: number };

/** The rows of a text. Joined as long as that is clear, which it nearly always is, and from there on as cells. */
export async function* textPieces<Last>(
  text: TextFile,
  { cells, lines }: Reading<Last>,
): AsyncGenerator<Piece & { readonly last: Last }> {
  let written = 0;
  if (text.joined && lines) {
    let isClear = true;
    for await (const { lines: joined, last } of lines()) {
      const bytes = text.joined(joined);
      isClear = bytes !== null;
      if (bytes === null) break;
      written += joined.length;
      yield { bytes, rows: joined.length, last };
    }
    if (isClear) return;
  }
  for await (const { rows, last } of cells(written)) yield { bytes: text.lines(rows), rows: rows.length, last };
}

/** A file, piece by piece, while its rows are read. */
export async function* filePieces(shape: FileShape, sheet: string, reading: Reading<unknown>): AsyncGenerator<Piece> {
  const text = textFile(shape);
  if (text) {
    if (text.head.length > 0) yield { bytes: text.head, rows: 0 };
    yield* textPieces(text, reading);
    return;
  }
  let rows = 0;
  const chunks = async function* () {
    for await (const chunk of reading.cells(0)) {
      rows += chunk.rows.length;
      yield chunk.rows;
    }
  };
  for await (const bytes of readerOf(workbookStream(sheet, shape.columns, chunks()))) {
    yield { bytes, rows };
    rows = 0;
  }
}

async function* readerOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value as Bytes;
  } finally {
    await reader.cancel();
  }
}
