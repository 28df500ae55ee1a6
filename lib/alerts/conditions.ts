import type { Provider } from '@/lib/providers/catalogue';
import { type AlertKind, isOver, type Level, type Thresholds } from './rule';
import { type SilenceDetail, type SourceFacts, silenceOf } from './silence';

/**
 * Which subjects cross which level, from facts that the store read. Pure; time is an argument.
 */

/** What is kept and told of a crossing: ids, amounts, counts and instants (ISO 8601), and nothing about a person. */
export type Details = {
  readonly refunds: {
    readonly provider: Provider;
    readonly state: 'late' | 'stuck';
    readonly amount: string | null;
    readonly currency: string | null;
    readonly since: string;
  };
  readonly unacknowledged: { readonly count: number; readonly oldestAt: string };
  readonly silence: SilenceDetail;
  readonly exceptions: {
    readonly reason: string;
    readonly amount: string | null;
    readonly currency: string | null;
    readonly since: string;
  };
  readonly backlog: { readonly count: number; readonly oldestAt: string };
};

export type RefundFact = {
  readonly transactionId: string;
  readonly provider: Provider;
  readonly state: 'late' | 'stuck';
  readonly amount: string | null;
  readonly currency: string | null;
  readonly triggeredAt: Date;
};
/** What one feed lists as never delivered and is not in our store. */
export type FeedFact = { readonly feed: string; readonly count: number; readonly oldestAt: Date };
export type ExceptionFact = {
  readonly id: string;
  readonly reason: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly openedAt: Date;
};
/** `oldestAt` is `null` where nothing waits. */
export type BacklogFact = { readonly count: number; readonly oldestAt: Date | null };

export type Facts = {
  readonly refunds: readonly RefundFact[];
  readonly unacknowledged: readonly FeedFact[];
  readonly silence: readonly SourceFacts[];
  readonly exceptions: readonly ExceptionFact[];
  readonly backlog: BacklogFact;
};

/** One subject at one level: a transaction's id, a feed, a source, an exception's id, or the inbox. */
export type Crossing<Kind extends AlertKind = AlertKind> = {
  readonly subject: string;
  readonly level: Level;
  readonly detail: Details[Kind];
};

/** The one subject of a backlog. */
export const INBOX = 'inbox';

const MINUTE_MS = 60_000;

type Judge<Kind extends AlertKind> = (
  facts: Facts[Kind],
  threshold: Thresholds[Kind],
  now: Date,
) => readonly Crossing<Kind>[];

const JUDGES: { readonly [Kind in AlertKind]: Judge<Kind> } = {
  refunds: (facts, { from }) =>
    facts.flatMap(({ transactionId, provider, state, amount, currency, triggeredAt }) => {
      if (state === 'late' && from === 'stuck') return [];
      const detail = { provider, state, amount, currency, since: triggeredAt.toISOString() };
      return [{ subject: transactionId, level: state === 'stuck' ? 'urgent' : 'warning', detail }];
    }),

  unacknowledged: (facts, threshold, now) =>
    facts.flatMap(({ feed, count, oldestAt }) => {
      const level = count > 0 ? levelOf(+now - +oldestAt, MINUTE_MS, threshold) : null;
      return level ? [{ subject: feed, level, detail: { count, oldestAt: oldestAt.toISOString() } }] : [];
    }),

  silence: (facts, threshold, now) => facts.flatMap((source) => silenceOf(source, threshold, now) ?? []),

  exceptions: (facts, threshold, now) =>
    facts.flatMap(({ id, reason, amount, currency, openedAt }) => {
      const level = levelOf(+now - +openedAt, 60 * MINUTE_MS, threshold);
      const over = isOver(threshold.amounts, { amount, currency });
      // What nobody knows is not taken for little, nor for much: it is told, but late.
      if (!level || over === false || (over === null && level !== 'urgent')) return [];
      return [{ subject: id, level, detail: { reason, amount, currency, since: openedAt.toISOString() } }];
    }),

  backlog: ({ count, oldestAt }, threshold, now) => {
    if (!oldestAt || count === 0) return [];
    const byAge = levelOf(+now - +oldestAt, MINUTE_MS, threshold);
    const level = byAge ?? (count >= threshold.count ? 'warning' : null);
    return level ? [{ subject: INBOX, level, detail: { count, oldestAt: oldestAt.toISOString() } }] : [];
  },
};

/** What a rule has to tell of the facts of its kind. */
export function crossingsOf<Kind extends AlertKind>(
  { kind, threshold }: { readonly kind: Kind; readonly threshold: Thresholds[Kind] },
  facts: Facts[Kind],
  now: Date,
): readonly Crossing<Kind>[] {
  return (JUDGES[kind] as Judge<Kind>)(facts, threshold, now);
}

/** The level that an age has reached; limits are in units of `unitMs`. */
function levelOf(
  ageMs: number,
  unitMs: number,
  { warning, urgent }: { readonly warning: number; readonly urgent: number },
): Level | null {
  if (ageMs >= urgent * unitMs) return 'urgent';
  return ageMs >= warning * unitMs ? 'warning' : null;
}
