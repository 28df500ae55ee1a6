import type { Cell, FileColumn } from './file-format';

/** A column whose cell is made from a row in our own form. An empty cell is "not told", which is not zero. */
export type RowColumn<Row> = FileColumn & { readonly cell: (row: Row) => string | null | undefined };

/** The cells of the named columns, in that order. */
export function rowCells<Row>(
  columns: readonly RowColumn<Row>[],
  names: readonly string[],
  rows: readonly Row[],
): Cell[][] {
  const chosen = names
    .map((name) => columns.find((column) => column.name === name))
    .filter((column) => column !== undefined);
  return rows.map((row) => chosen.map(({ cell }) => cell(row) ?? null));
}
