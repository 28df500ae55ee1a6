import type { Outcome } from '@/lib/events/delivery';
import { type Effect, type EffectSummary, type Verdict, verdictOf } from '@/lib/events/effect';
import type { Status } from '@/lib/events/status';
import { formatCount } from '@/lib/format';

/** An effect as the browser gets it. */
export type EffectRow = {
  readonly seq: string;
  readonly verdict: Verdict;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly reason: string | null;
  readonly transaction: { readonly id: string; readonly before: Status | null; readonly after: Status | null } | null;
};

/** Rows drawn in one table; the file has all of them. */
export const SHOWN_EFFECTS = 200;

export function toEffectRows(effects: readonly Effect[]): EffectRow[] {
  return effects.slice(0, SHOWN_EFFECTS).map((effect) => ({
    seq: String(effect.deliverySeq),
    verdict: verdictOf(effect),
    before: effect.before,
    after: effect.after,
    reason: effect.reason,
    transaction: effect.transaction,
  }));
}

/** What came of reading deliveries again; `null` before anybody asked. */
export type ReprocessState =
  | { readonly summary: EffectSummary; readonly rows: readonly EffectRow[]; readonly csv: string }
  | { readonly failure: string }
  | null;

/** "212 deliveries: 198 no change, 14 would change". */
export function summaryText({ asked, unchanged, changed, needs_rebuild, unread }: EffectSummary, isDone: boolean) {
  const parts = [
    `${formatCount(unchanged)} no change`,
    `${formatCount(changed)} ${isDone ? 'changed' : 'would change'}`,
    needs_rebuild > 0 && `${formatCount(needs_rebuild)} only by a rebuild`,
    unread > 0 &&
      `${formatCount(unread)} not there, or still waiting for ${unread === 1 ? 'its' : 'their'} first reading`,
  ];
  const noun = asked === 1 ? 'delivery' : 'deliveries';
  return `${formatCount(asked)} ${noun}: ${parts.filter(Boolean).join(', ')}`;
}
