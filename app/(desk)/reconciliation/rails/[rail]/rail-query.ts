import { LINES_OF_RAIL } from '@/components/reconciliation/rail-links';
import { RAILS, type Rail } from '@/lib/reconciliation/leg';
import {
  LEG_LIST,
  type LegQuery,
  LINE_LIST,
  type LineQuery,
  type Problem,
  readViewQuery,
} from '@/lib/reconciliation/view-query';
import { shownEnvironment } from '@/lib/shown-environment';

/** A query as it was asked, for links, and as it is read: with the rail, and what holds where nothing is chosen. */
export type RailQuery<Q> = { readonly query: Q; readonly read: Q; readonly problems: readonly Problem[] };

export function isRail(text: string): text is Rail {
  return RAILS.some((rail) => rail === text);
}

/** Real money and tests are never in one list: where the address does not say which, it is the desk's own. */
export function readRailLegs(rail: Rail, search: URLSearchParams): RailQuery<LegQuery> {
  const { query, problems } = readViewQuery(LEG_LIST, search);
  const environment = query.filters.environment.length > 0 ? query.filters.environment : [shownEnvironment()];
  return { query, problems, read: { ...query, filters: { ...query.filters, rail: [rail], environment } } };
}

/** Payments that no match holds, unless the address asks for others. */
export function readRailLines(rail: Rail, search: URLSearchParams): RailQuery<LineQuery> {
  const { query, problems } = readViewQuery(LINE_LIST, search);
  const { kind, match } = query.filters;
  const filters = {
    ...query.filters,
    rail: [LINES_OF_RAIL[rail]],
    kind: kind.length > 0 ? kind : (['payment'] as const),
    match: match ?? ('free' as const),
  };
  return { query, problems, read: { ...query, filters } };
}
