import 'server-only';
import { search } from './search';
import type { Transaction } from './transactions/transaction';

/** Of payments that carry the same value, these many are offered. */
export const SHOWN = 10;

/** What may be told of a payment before it is chosen: no amount, no person, no reference. */
export type Candidate = Pick<Transaction, 'id' | 'provider' | 'kind' | 'status' | 'occurredAt'>;

/** The payments that carry exactly this value in any of their fields, the latest first, and how many there are. */
export async function findForSupport(text: string): Promise<{ found: readonly Candidate[]; count: number }> {
  const { transactions, steps, events } = await search('masked', text, { limit: SHOWN });
  const groups = [transactions, steps, events];
  const found = groups
    .flatMap(({ hits }) => hits)
    .slice(0, SHOWN)
    .map(({ transaction: { id, provider, kind, status, occurredAt } }) => ({ id, provider, kind, status, occurredAt }));
  return { found, count: groups.reduce((sum, { count }) => sum + count, 0) };
}
