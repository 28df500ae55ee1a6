'use client';

import type { TransactionRow } from '@/components/transactions/transaction-row';
import type { ListQuery } from '@/lib/transactions/filters';
import { LiveBar } from './live-bar';
import { useLiveTransactions } from './use-live-transactions';

const NO_ROWS: readonly TransactionRow[] = [];

/** Beside a list that shows nothing: says when there is something. */
export function LiveEmpty({ query, mark }: { readonly query: ListQuery; readonly mark: string }) {
  return (
    <div className="mb-2 flex justify-end">
      <LiveBar live={useLiveTransactions({ rows: NO_ROWS, query, mark })} />
    </div>
  );
}
