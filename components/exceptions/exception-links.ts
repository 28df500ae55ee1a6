import {
  EXCEPTION_LIST,
  type ExceptionFilters,
  type ExceptionQuery,
  noFilters,
  readViewQuery,
  writeViewQuery,
} from '@/lib/reconciliation/view-query';

/** Every link of the queue is the query with one thing changed; a change of filter or order begins at the first page. */

export const EXCEPTIONS = '/reconciliation/exceptions';
/** The same filters, one group per reason. */
export const BY_REASON = `${EXCEPTIONS}/by-reason`;
export type ExceptionsPath = typeof EXCEPTIONS | typeof BY_REASON;

export const NO_EXCEPTION_FILTERS: ExceptionFilters = noFilters(EXCEPTION_LIST);

export function exceptionsHref(
  query: Partial<ExceptionQuery> & { readonly filters: ExceptionFilters },
  path: ExceptionsPath | `${ExceptionsPath}/export` = EXCEPTIONS,
): string {
  const search = writeViewQuery(EXCEPTION_LIST, query).toString();
  return search ? `${path}?${search}` : path;
}

export function filteredExceptionsHref(
  query: ExceptionQuery,
  change: Partial<ExceptionFilters>,
  path?: ExceptionsPath,
): string {
  return exceptionsHref({ ...query, cursor: null, filters: { ...query.filters, ...change } }, path);
}

export function sortedExceptionsHref(query: ExceptionQuery, sort: ExceptionQuery['sort']): string {
  return exceptionsHref({ ...query, cursor: null, sort });
}

export function exceptionHref(id: string): string {
  return `${EXCEPTIONS}/${id}`;
}

/** The help of a reason: what it means and what to do. */
export function reasonHref(reason: string): string {
  return `${EXCEPTIONS}/reasons#${reason}`;
}

/**
 * The shortest address that says what a filled form says. A form with something unreadable in it keeps its words, so
 * that the page can say what it ignored.
 */
export function canonicalExceptionsHref(search: URLSearchParams, path: ExceptionsPath = EXCEPTIONS): string {
  const { query, problems } = readViewQuery(EXCEPTION_LIST, search);
  if (problems.length === 0) return exceptionsHref({ ...query, cursor: null }, path);
  const kept = [...search].filter(([name, value]) => value.trim() !== '' && name !== 'cursor');
  return `${path}?${new URLSearchParams(kept)}`;
}

/** How many conditions a filter holds. */
export function countExceptionFilters(filters: ExceptionFilters): number {
  return Object.values(filters).reduce<number>(
    (count, value) => count + (Array.isArray(value) ? value.length : value === null ? 0 : 1),
    0,
  );
}
