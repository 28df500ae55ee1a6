import type { Outcome } from './delivery';
import type { Status } from './status';

/** What reading a delivery again does, or would do. */
export type Effect = {
  readonly deliverySeq: bigint;
  readonly before: Outcome;
  readonly after: Outcome;
  /** Why it is not understood, where it still is not. */
  readonly reason: string | null;
  /**
   * The event it brought is read differently now. Events are never changed in place: `npm run rebuild` makes them anew.
   */
  readonly needsRebuild: boolean;
  readonly transaction: { readonly id: string; readonly before: Status | null; readonly after: Status | null } | null;
};

/** Whether reading it again made, or would make, any difference. */
export function isChange({ before, after, transaction }: Effect): boolean {
  return before !== after || (transaction !== null && transaction.before !== transaction.after);
}

/** What became of one delivery, in one word. */
export const VERDICTS = ['changed', 'unchanged', 'needs_rebuild'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function verdictOf(effect: Effect): Verdict {
  if (isChange(effect)) return 'changed';
  return effect.needsRebuild ? 'needs_rebuild' : 'unchanged';
}

/** How many deliveries were asked for, and what becomes of them; `unread` still wait to be read for the first time. */
export type EffectSummary = Readonly<Record<Verdict, number>> & { readonly asked: number; readonly unread: number };

export function summaryOf(asked: number, effects: readonly Effect[]): EffectSummary {
  const count = (verdict: Verdict) => effects.filter((effect) => verdictOf(effect) === verdict).length;
  return {
    asked,
    changed: count('changed'),
    unchanged: count('unchanged'),
    needs_rebuild: count('needs_rebuild'),
    unread: asked - effects.length,
  };
}

/** What matters first: changes, then what a rebuild would change, then the rest; each by number. */
export function byWeight(effects: readonly Effect[]): Effect[] {
  const rank = (effect: Effect) => ['changed', 'needs_rebuild', 'unchanged'].indexOf(verdictOf(effect));
  return effects.toSorted((a, b) => rank(a) - rank(b) || (a.deliverySeq < b.deliverySeq ? -1 : 1));
}
