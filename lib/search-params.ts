/** The query string of a page, as Next hands it over: a repeated parameter is a list. */
export type PageSearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The same as URLSearchParams, which the readers of filters take. */
export function toSearch(params: PageSearchParams): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const text of typeof value === 'string' ? [value] : (value ?? [])) search.append(name, text);
  }
  return search;
}
