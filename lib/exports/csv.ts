import Papa from 'papaparse';
import { type Cell, type FileColumn, type FileShape, PRESETS } from './file-format';

/**
 * Cells that a spreadsheet would run as a formula; they get an apostrophe before them. A negative amount is spared and
 * stays a number. Wide forms count, because Excel in an East Asian locale runs them too.
 */
export const FORMULA = /^(?![-+]?\d+(\.\d+)?$)[=+\-@\t\r\n＝＋－＠]/;
export const NEWLINE = '\r\n';
export const BYTE_ORDER_MARK = '\ufeff';

const AMOUNT = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet would make a number of: leading zeros go, and of long ones the end, or they become 1E+17. */
const LOOKS_NUMERIC = /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i;
/** Parts the cells while nobody has looked into them: PostgreSQL has no text with it. */
const NUL = '\u0000';

/** What a CSV file begins with: the mark where the preset has one, and the line of headings. */
export function csvHead({ columns, preset }: FileShape): string {
  const { separator, hasMark } = PRESETS[preset];
  return (
    (hasMark ? BYTE_ORDER_MARK : '') + columns.map(({ name, heading = name }) => heading).join(separator) + NEWLINE
  );
}

/**
 * Writes rows as lines, each with its line end, so that chunks can follow one another. Nearly all rows need no quotes and
 * no apostrophe: one look at many of them says so, and only the others are taken apart.
 */
export function csvWriter({ columns, preset, format }: FileShape): (rows: readonly (readonly Cell[])[]) => string {
  const { separator, decimal } = PRESETS[preset];
  const changes = changesOf(columns, decimal, format === 'csv_protected');
  const delicate = new RegExp(`["\\r\\n${separator}]|(?:^|\\0)[ =+\\-@\\t＝＋－＠]| (?:\\0|$)`);
  const careful = (row: readonly Cell[]) =>
    Papa.unparse([row.map((cell, at) => inert(cell, columns[at]))], { delimiter: separator, newline: NEWLINE });
  return (rows) => {
    if (rows.length === 0) return '';
    let text = '';
    for (const given of rows) {
      const row = changes.length > 0 ? changed(given, changes) : given;
      const line = row.join(NUL);
      text += (delicate.test(line) ? careful(row) : line.replaceAll(NUL, separator)) + NEWLINE;
    }
    return text;
  };
}

type Change = { readonly at: number; readonly into: (text: string) => string };

function changesOf(columns: readonly FileColumn[], decimal: string, protectsIds: boolean): Change[] {
  const comma = (text: string) => (AMOUNT.test(text) ? text.replace('.', decimal) : text);
  const shield = (text: string) => (LOOKS_NUMERIC.test(text) ? `="${text}"` : text);
  return columns.flatMap(({ kind }, at): Change[] => {
    if (kind === 'amount') return decimal === '.' ? [] : [{ at, into: comma }];
    return kind === 'id' && protectsIds ? [{ at, into: shield }] : [];
  });
}

function changed(row: readonly Cell[], changes: readonly Change[]): readonly Cell[] {
  const copy = [...row];
  for (const { at, into } of changes) {
    const cell = copy[at];
    if (cell) copy[at] = into(cell);
  }
  return copy;
}

const SHIELDED = /^="[-+\d.,e]+"$/i;
const LOCAL_AMOUNT = /^-?\d+([.,]\d+)?$/;

/** A cell with an apostrophe before what would run; ours, which only says that a number is text, is left alone. */
function inert(cell: Cell, column: FileColumn | undefined): string {
  if (cell === null) return '';
  if (column?.kind === 'amount' && LOCAL_AMOUNT.test(cell)) return cell;
  if (column?.kind === 'id' && SHIELDED.test(cell)) return cell;
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
