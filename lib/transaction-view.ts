import 'server-only';
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
export async function readTransactionView(id: string, now: Date) {
  const detail = await readTransaction(id);
  if (!detail) return null;
  const firstSeqs = detail.events.flatMap(({ arrivals }) => arrivals.slice(0, 1).map(({ deliverySeq }) => deliverySeq));
  const [bodies, refund, limits, remarks, users, reconciliation] = await Promise.all([
    readBodies(firstSeqs.slice(0, MAX_INLINE_BODIES), INLINE_BODY_BYTES),
    readRefund(id, now),
    readLimits(now),
    remarksOf(id),
    assignableUsers(),
    readLegsOfTransaction(id),
  ]);
  return { ...detail, bodies, refund, limits, remarks, people: users.map(({ email }) => email), reconciliation, now };
}
