import type { RefundFacts, RefundStep } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import { meaningOf, unknownWord } from '@/lib/providers/reading';
import type { Settlement } from './payload';

const MEANINGS: Readonly<Record<string, RefundStatus>> = {
  PENDING: 'pending',
  IN_PROGRESS: 'processing',
  COMPLETE: 'completed',
  FAILED: 'failed',
};

/** What a payload says about a refund: nothing, the refund, or a doubt where it uses a word we do not know. */
export type RefundSaid = { readonly refund?: RefundFacts; readonly doubt?: string };

/** Reads the refund of an issuance or redemption; `path` names that member, `status` is the transaction's own word. */
export function refundOf(path: string, status: string, settlement: Settlement): RefundSaid {
  const { refund_status: overall, refund_steps: steps, refunded } = settlement;
  if (overall === undefined && steps === undefined) return refunded && status === 'FAILED' ? ONLY_FLAGGED : {};

  const meaning = overall === undefined ? undefined : meaningOf(MEANINGS, overall);
  if (overall !== undefined && !meaning) return { doubt: unknownWord(`${path}.refund_status`, overall) };

  const read: RefundStep[] = [];
  for (const [at, { step, status: word, id }] of (steps ?? []).entries()) {
    const stepMeaning = meaningOf(MEANINGS, word);
    if (!stepMeaning) return { doubt: unknownWord(`${path}.refund_steps[${at}].status`, word) };
    read.push({ step, status: stepMeaning, providerStatus: word, id: id ?? null });
  }
  return { refund: { ...(meaning && { status: meaning, providerStatus: overall }), steps: read } };
}

/** A flag on a failed transaction, without any step: all that is said is that the money went back. */
const ONLY_FLAGGED: RefundSaid = { refund: { status: 'completed', providerStatus: 'refunded', steps: [] } };
