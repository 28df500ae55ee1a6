import {
  NO_REFUND_FILTERS,
  type RefundFilters,
  type RefundQuery,
  type RefundSort,
  type RefundView,
  readRefundQuery,
  writeRefundQuery,
} from '@/lib/refunds/refund-query';

/** Every link of the refunds is the query with one thing changed; a change of filter or order begins at the first page. */

export function refundsHref(query: Partial<RefundQuery> & { readonly filters: RefundFilters }): string {
  const search = writeRefundQuery({ ...query, filters: withoutIdleZone(query.filters) }).toString();
  return search ? `/refunds?${search}` : '/refunds';
}

export function filteredRefundsHref(query: RefundQuery, change: Partial<RefundFilters>): string {
  return refundsHref({ ...query, cursor: null, filters: { ...query.filters, ...change } });
}

export function sortedRefundsHref(query: RefundQuery, sort: RefundSort): string {
  return refundsHref({ ...query, cursor: null, sort });
}

/** The same filter in the other view. */
export function viewedRefundsHref(query: RefundQuery, view: RefundView): string {
  return refundsHref({ ...query, cursor: null, view });
}

/** The same filter without any condition, in the same environment. */
export function unfilteredRefundsHref(query: RefundQuery): string {
  return filteredRefundsHref(query, { ...NO_REFUND_FILTERS, environment: query.filters.environment });
}

/** The zone only means something beside a date. */
function withoutIdleZone(filters: RefundFilters): RefundFilters {
  const { triggered_from, triggered_to, ended_from, ended_to } = filters;
  const hasDate = [triggered_from, triggered_to, ended_from, ended_to].some((date) => date !== null);
  return hasDate ? filters : { ...filters, tz: 'UTC' };
}

/**
 * The shortest address that says what a filled form says. A form with something unreadable in it keeps its words, so
 * that the page can say what it ignored.
 */
export function canonicalRefundsHref(search: URLSearchParams): string {
  const { query, problems } = readRefundQuery(search);
  if (problems.length === 0) return refundsHref({ ...query, cursor: null });
  const kept = [...search].filter(([name, value]) => value.trim() !== '' && name !== 'cursor');
  return `/refunds?${new URLSearchParams(kept)}`;
}
