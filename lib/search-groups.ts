import type { ExceptionHit, LineHit } from '@/lib/reconciliation/search-hit';
import type { Hit, HitPage } from '@/lib/transactions/hit';

/** What a search finds, by what it is, in the order it is shown. */
export const SEARCH_GROUPS = ['transactions', 'steps', 'events', 'lines', 'exceptions'] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

export type SearchGroups = {
  readonly transactions: HitPage<Hit>;
  /** Payments whose refund has a step with this id. */
  readonly steps: HitPage<Hit>;
  /** Payments that one event is about. */
  readonly events: HitPage<Hit>;
  readonly lines: HitPage<LineHit>;
  readonly exceptions: HitPage<ExceptionHit>;
};

/** What is only like the text; never more than a handful of each. */
export type NearHits = {
  readonly hits: readonly Hit[];
  readonly lines: readonly LineHit[];
  /** The database stopped before everything was compared. */
  readonly isCut: boolean;
};

/** A name from an address, if it is a group's. */
export function isSearchGroup(name: string | null): name is SearchGroup {
  return SEARCH_GROUPS.some((group) => group === name);
}

/** Payments by what of them hit: a step of their refund, one of their events, or anything else. */
export function grouped(page: HitPage<Hit>): Pick<SearchGroups, 'transactions' | 'steps' | 'events'> {
  const only = (kind: string) => page.hits.filter(({ matches }) => matches.every((match) => match.kind === kind));
  const [steps, events] = [only('refund_step_id'), only('event')];
  const apart = new Set([...steps, ...events]);
  return {
    transactions: {
      hits: page.hits.filter((hit) => !apart.has(hit)),
      count: page.count - apart.size,
      next: page.next,
    },
    steps: { hits: steps, count: steps.length, next: null },
    events: { hits: events, count: events.length, next: null },
  };
}

/** How much was found in all. */
export function countOf(groups: SearchGroups): number {
  return Object.values(groups).reduce((sum, group) => sum + group.count, 0);
}
