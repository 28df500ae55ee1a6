import type { Rail } from '@/lib/reconciliation/leg';
import {
  type FiltersOf,
  LEG_LIST,
  type LegFilters,
  type LegQuery,
  LINE_LIST,
  type LineFilters,
  type LineQuery,
  noFilters,
  readViewQuery,
  writeViewQuery,
} from '@/lib/reconciliation/view-query';
import type { AccountRail } from '@/lib/statements/account';

/**
 * Every link of a rail is its query with one thing changed; a change of filter or order begins at the first page. The
 * rail itself is the address's path.
 */

/** Whose lines stand against a rail. No bank sees a chain: what the company wrote down of it is in its own ledger. */
export const LINES_OF_RAIL = { spei: 'spei', pix: 'pix', ars: 'ars', chain: 'ledger' } as const satisfies Record<
  Rail,
  AccountRail
>;

export type LegChange = Partial<Pick<LegQuery, 'sort' | 'cursor'>> & { readonly filters?: Partial<LegFilters> };
export type LineChange = Partial<Pick<LineQuery, 'sort' | 'cursor'>> & { readonly filters?: Partial<LineFilters> };

export function legsHref(rail: Rail, query: LegQuery, change: LegChange = {}): string {
  const filters = { ...query.filters, ...change.filters, rail: [] };
  return address(`/reconciliation/rails/${rail}`, LEG_LIST, { ...query, cursor: null, ...change, filters });
}

export function linesHref(rail: Rail, query: LineQuery, change: LineChange = {}): string {
  const filters = { ...query.filters, ...change.filters, rail: [] };
  return address(`/reconciliation/rails/${rail}/lines`, LINE_LIST, { ...query, cursor: null, ...change, filters });
}

/** The same list without any condition. */
export function unfilteredLegsHref(rail: Rail, query: LegQuery): string {
  return legsHref(rail, query, { filters: { ...noFilters(LEG_LIST), environment: query.filters.environment } });
}

export function unfilteredLinesHref(rail: Rail, query: LineQuery): string {
  return linesHref(rail, query, { filters: noFilters(LINE_LIST) });
}

function address<T extends typeof LEG_LIST | typeof LINE_LIST>(
  path: string,
  list: T,
  query: {
    readonly filters: FiltersOf<T>;
    readonly sort?: string;
    readonly limit?: number;
    readonly cursor?: string | null;
  },
): string {
  const search = writeViewQuery(list, query).toString();
  return search ? `${path}?${search}` : path;
}

/**
 * The shortest address that says what a filled form says. A form with something unreadable in it keeps its words, so
 * that the page can say what it ignored.
 */
export function canonicalHref(path: string, list: typeof LEG_LIST | typeof LINE_LIST, search: URLSearchParams): string {
  const { query, problems } = readViewQuery<typeof LEG_LIST | typeof LINE_LIST>(list, search);
  const kept = new URLSearchParams([...search].filter(([name, value]) => value.trim() !== '' && name !== 'cursor'));
  const text = (problems.length > 0 ? kept : writeViewQuery(list, { ...query, cursor: null })).toString();
  return text ? `${path}?${text}` : path;
}

/** The page of a leg; ids hold colons and a hash sign. */
export function legHref(id: string): string {
  return `/reconciliation/legs/${encodeURIComponent(id)}`;
}

export function lineHref(seq: string): string {
  return `/reconciliation/lines/${seq}`;
}

/** The unmatched lines of one account. */
export function linesOfAccountHref({ id, rail }: { readonly id: string; readonly rail: AccountRail }): string {
  const path = `/reconciliation/rails/${rail === 'ledger' ? 'chain' : rail}/lines`;
  return address(path, LINE_LIST, { filters: { ...noFilters(LINE_LIST), account: [id] } });
}
