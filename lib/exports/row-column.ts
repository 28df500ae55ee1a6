import type { Reader } from '@/lib/language/said';
import type { Cell, FileColumn } from './file-format';
import { type ColumnName, namesOf } from './heading';

type CellOf<Row> = (row: Row, reader: Reader) => string | null | undefined;

/**
 * A column whose cell is made from a row in our own form, its sentences in the words of whoever takes the file. An empty
 * cell is "not told", which is not zero.
 */
export type RowColumn<Row> = FileColumn & { readonly cell: CellOf<Row> };

/** Cells by their names, in order, as columns; those that `kinds` does not name are text. */
export function columnsOf<Row, Name extends ColumnName>(
  cells: Readonly<Record<Name, CellOf<Row>>>,
  kinds: Readonly<Partial<Record<Name, FileColumn['kind']>>>,
): RowColumn<Row>[] {
  return namesOf(cells).map((name) => ({ name, kind: kinds[name] ?? 'text', cell: cells[name] }));
}

/** The cells of the named columns, in that order. */
export function rowCells<Row>(
  columns: readonly RowColumn<Row>[],
  names: readonly string[],
  rows: readonly Row[],
  reader: Reader,
): Cell[][] {
  const chosen = names
    .map((name) => columns.find((column) => column.name === name))
    .filter((column) => column !== undefined);
  return rows.map((row) => chosen.map(({ cell }) => cell(row, reader) ?? null));
}
