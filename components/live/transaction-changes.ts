import type { TransactionRow } from '@/components/transactions/transaction-row';
import { MOST_ASKED, type RowChanges } from '@/lib/live-changes';
import { compare } from '@/lib/money';
import { type ListQuery, type Sort, writeListQuery } from '@/lib/transactions/filters';

export const TRANSACTION_FEED = '/transactions/live';

/** A server reads so much of an address at the most, cookies and all. */
const LONGEST_IDS = 6_000;

/** Takes some ids out of those that wait, and asks what these rows of a list are now. Throws where nobody knows. */
export async function loadChanges(
  { filters }: ListQuery,
  waiting: Set<string>,
  mark: string,
): Promise<RowChanges<TransactionRow>> {
  const search = writeListQuery({ filters });
  search.set('mark', mark);
  let length = 0;
  let count = 0;
  for (const id of waiting) {
    length += encodeURIComponent(id).length + 5;
    count += 1;
    if (count > 1 && (count > MOST_ASKED || length > LONGEST_IDS)) break;
    search.append('row', id);
    waiting.delete(id);
  }
  const response = await fetch(`${TRANSACTION_FEED}/rows?${search}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The rows were not answered: ${response.status}`);
  return (await response.json()) as RowChanges<TransactionRow>;
}

/**
 * Whether a row that is not among the rows of the first page would stand there: a payment that the list knew in another
 * state, and that the filter lets in now. Of later pages nobody can tell.
 */
export function isOfFirstPage(
  { sort, limit, cursor }: ListQuery,
  rows: readonly TransactionRow[],
  row: TransactionRow,
) {
  const last = rows.at(-1);
  if (cursor !== null) return false;
  return last === undefined || rows.length < limit || order(sort, row, last) < 0;
}

/** Below 0 where `a` stands before `b`. */
function order(sort: Sort, a: TransactionRow, b: TransactionRow): number {
  const rising = sort.replace('-', '') === 'amount' ? byAmount(a, b) : timeOf(sort, a) - timeOf(sort, b);
  return sort.startsWith('-') ? -rising : rising;
}

function timeOf(sort: Sort, row: TransactionRow): number {
  return Date.parse(sort.endsWith('updated_at') ? row.updatedAt : row.occurredAt);
}

/** An unknown amount stands below every known one. */
function byAmount({ amount: a }: TransactionRow, { amount: b }: TransactionRow): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compare(a.amount, b.amount);
}
