/** How a column is ordered, and where a click on its head leads: the largest or latest first, then the other way round. */
export function headOrder<S extends string>(
  sort: S,
  column: ColumnOrder<S> | null,
  hrefOf: (sort: S) => string,
): { readonly sorted: 'asc' | 'desc' | false; readonly href: string | null } {
  if (column === null) return { sorted: false, href: null };
  const sorted = sort === column.falling ? 'desc' : sort === column.rising ? 'asc' : false;
  return { sorted, href: hrefOf(sorted === 'desc' ? column.rising : column.falling) };
}

/** The two orders of a column, by their names in the address. */
export type ColumnOrder<S extends string> = { readonly falling: S; readonly rising: S };
