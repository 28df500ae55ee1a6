import { writeXlsxStream } from 'hucre';
import type { Cell, FileColumn } from './file-format';

/**
 * An XLSX workbook of one sheet, written while it is read: amounts are numbers, and everything else is text, so that an
 * id of 18 digits keeps its end. Text cells are never formulas, whatever they begin with.
 */
export function workbookStream(
  sheet: string,
  columns: readonly FileColumn[],
  chunks: AsyncIterable<readonly (readonly Cell[])[]>,
): ReadableStream<Uint8Array> {
  const amounts = columns.map(({ kind }) => kind === 'amount');
  return writeXlsxStream(cellsOf(amounts, chunks), {
    name: sheet,
    freezePane: { rows: 1 },
    columns: columns.map(({ name, kind, heading = name }) => ({
      header: heading,
      width: kind === 'amount' ? 16 : 24,
      ...(kind === 'amount' ? { numFmt: AMOUNT_FORMAT } : {}),
    })),
  });
}

const AMOUNT_FORMAT = '#,##0.00################';

async function* cellsOf(amounts: readonly boolean[], chunks: AsyncIterable<readonly (readonly Cell[])[]>) {
  for await (const rows of chunks)
    for (const row of rows) yield row.map((cell, at) => (amounts[at] && cell !== null ? amountCell(cell) : cell));
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** A spreadsheet holds 15 digits of a number and drops the others without a word. */
const EXACT_DIGITS = 15;

/** A number where a spreadsheet keeps all digits of it, else the text as it is. */
export function amountCell(text: string): number | string {
  const digits = text.replace(/^-?0*\.?0*/, '').replace('.', '');
  return DECIMAL.test(text) && digits.length <= EXACT_DIGITS ? Number(text) : text;
}
