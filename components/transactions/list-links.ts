import { type Filters, type ListQuery, readListQuery, type Sort, writeListQuery } from '@/lib/transactions/filters';

/** Every link of the list is the query with one thing changed; a change of filter or order begins at the first page. */

export function listHref(query: ListQuery): string {
  const search = writeListQuery(query).toString();
  return search ? `/transactions?${search}` : '/transactions';
}

export function filteredHref(query: ListQuery, change: Partial<Filters>): string {
  return listHref({ ...query, cursor: null, filters: withoutIdleZone({ ...query.filters, ...change }) });
}

export function sortedHref(query: ListQuery, sort: Sort): string {
  return listHref({ ...query, cursor: null, sort });
}

/** The zone only means something beside a date. */
function withoutIdleZone(filters: Filters): Filters {
  return filters.occurred_from || filters.occurred_to ? filters : { ...filters, tz: 'UTC' };
}

/**
 * The shortest query string that says what a filled form says. A form with something unreadable in it keeps its words,
 * so that the page can say what it ignored.
 */
export function canonicalSearch(search: URLSearchParams): string {
  const { query, problems } = readListQuery(search);
  const filters = withoutIdleZone(query.filters);
  if (problems.length === 0) return writeListQuery({ ...query, filters, cursor: null }).toString();
  return new URLSearchParams(
    [...search].filter(([name, value]) => value.trim() !== '' && name !== 'cursor'),
  ).toString();
}
