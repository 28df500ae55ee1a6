import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { readBodies } from './events/delivery.store';
import { readLegsOfTransaction } from './reconciliation/transaction-legs.store';
import { readRefund } from './refunds/board.store';
import { readLimits } from './refunds/limit.store';
import { assignableUsers, remarksOf } from './remarks/store';
import { readTransaction } from './transactions/detail.store';

/** Longer bodies are opened on the page of their delivery. */
const INLINE_BODY_BYTES = 32 * 1024;
/** Far more events than any payment has: past it the bodies stay one page away. */
const MAX_INLINE_BODIES = 100;

export type ViewedTransaction = NonNullable<Awaited<ReturnType<typeof readTransactionView>>>;

/** All that the page of one payment shows, and the panel beside a list; `null` where the store has no such payment. */
export async function readTransactionView(sight: Sight, id: string, now: Date) {
  const detail = await readTransaction('clear', id);
  if (!detail) return null;
  const firstSeqs = detail.events.flatMap(({ arrivals }) => arrivals.slice(0, 1).map(({ deliverySeq }) => deliverySeq));
  const [bodies, refund, limits, remarks, users, reconciliation] = await Promise.all([
    readBodies('clear', firstSeqs.slice(0, MAX_INLINE_BODIES), INLINE_BODY_BYTES),
    readRefund(id, now),
    readLimits(now),
    remarksOf('clear', id),
    assignableUsers(),
    readLegsOfTransaction('clear', id),
  ]);
  const people = users.map(({ email }) => email);
  // As one: a note is masked by the names that the payment itself tells.
  return { ...seen(sight, { ...detail, bodies, remarks, reconciliation }), refund, limits, people, now };
}
