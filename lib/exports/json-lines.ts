import type { Cell, FileColumn, FileShape } from './file-format';

/** Writes rows as one JSON object a line; amounts are decimal texts, and what is not told is `null`. */
export function jsonLinesWriter({ columns }: FileShape): (rows: readonly (readonly Cell[])[]) => string {
  const named = (row: readonly Cell[]) =>
    JSON.stringify(Object.fromEntries(columns.map(({ name }: FileColumn, at) => [name, row[at] ?? null])));
  return (rows) => rows.map((row) => `${named(row)}\n`).join('');
}
