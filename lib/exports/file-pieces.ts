import { csvHead, csvWriter } from './csv';
import type { Cell, FileShape } from './file-format';
import { jsonLinesWriter } from './json-lines';
import { workbookStream } from './workbook';

type Rows = readonly (readonly Cell[])[];

/** A file that is text: what it begins with, and what rows are in it. */
export type TextFile = { readonly head: string; readonly lines: (rows: Rows) => string };

/** `null` for a format that is only whole: a workbook. */
export function textFile(shape: FileShape): TextFile | null {
  if (shape.format === 'xlsx') return null;
  if (shape.format === 'jsonl') return { head: '', lines: jsonLinesWriter(shape) };
  return { head: csvHead(shape), lines: csvWriter(shape) };
}

/** A file, piece by piece, while its rows are read. */
export async function* filePieces(
  shape: FileShape,
  sheet: string,
  chunks: AsyncIterable<Rows>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const text = textFile(shape);
  if (!text) {
    yield* readerOf(workbookStream(sheet, shape.columns, chunks));
    return;
  }
  const encoder = new TextEncoder();
  if (text.head) yield encoder.encode(text.head);
  for await (const rows of chunks) if (rows.length > 0) yield encoder.encode(text.lines(rows));
}

async function* readerOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      yield read.value as Uint8Array<ArrayBuffer>;
  } finally {
    await reader.cancel();
  }
}
