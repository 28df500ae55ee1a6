import type { Outcome } from '@/lib/events/delivery';
import { type Effect, type EffectSummary, type Verdict, verdictOf } from '@/lib/events/effect';
import type { Status } from '@/lib/events/status';
import type { Translator } from '@/lib/language/catalogue';
import type { Reader } from '@/lib/language/said';
import { spokenReading } from '@/lib/providers/reading-words';

/** An effect as the browser gets it. */
export type EffectRow = {
  readonly seq: string;
  readonly verdict: Verdict;
  readonly before: Outcome;
  readonly after: Outcome;
  /** In the reader's words. */
  readonly reason: string | null;
  readonly transaction: { readonly id: string; readonly before: Status | null; readonly after: Status | null } | null;
};

/** Rows drawn in one table; the file has all of them. */
export const SHOWN_EFFECTS = 200;

export function toEffectRows(effects: readonly Effect[], reader: Reader): EffectRow[] {
  return effects.slice(0, SHOWN_EFFECTS).map((effect) => ({
    seq: String(effect.deliverySeq),
    verdict: verdictOf(effect),
    before: effect.before,
    after: effect.after,
    reason: effect.reason && spokenReading(effect.reason, reader),
    transaction: effect.transaction,
  }));
}

/** What came of reading deliveries again; `null` before anybody asked. */
export type ReprocessState =
  | { readonly summary: EffectSummary; readonly rows: readonly EffectRow[]; readonly csv: string }
  | { readonly failure: string }
  | null;

/** "212 deliveries: 198 no change, 14 would change". */
export function summaryText(
  { asked, unchanged, changed, needs_rebuild, unread }: EffectSummary,
  isDone: boolean,
  t: Translator<'deliveries'>,
): string {
  const given = { asked, unchanged, changed, rebuild: needs_rebuild, unread, isDone: isDone ? 'yes' : 'no' };
  return t('effects.summary', given);
}
