/** The parameter of a list's address that names the row open beside it. */
export const OPEN_ROW = 'sel';

/** The open row by id, from the address of a list; `null` where none is. */
export function readOpenRow(search: URLSearchParams): string | null {
  return search.get(OPEN_ROW) || null;
}
