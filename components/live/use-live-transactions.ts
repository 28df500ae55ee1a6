import { useRouter } from 'next/navigation';
import { listHref } from '@/components/transactions/list-links';
import type { TransactionRow } from '@/components/transactions/transaction-row';
import type { ListQuery } from '@/lib/transactions/filters';
import { isOfFirstPage, loadChanges, TRANSACTION_FEED } from './transaction-changes';
import { type LiveRows, useLiveRows } from './use-live-rows';

type Given = {
  readonly rows: readonly TransactionRow[];
  readonly query: ListQuery;
  /** The place in the chain of receipts that the rows were drawn at. */
  readonly mark: string;
};

/** A page of payments that follows the store; `show` draws the list again from its beginning, with what is new. */
export function useLiveTransactions({ rows, query, mark }: Given): LiveRows<TransactionRow> & { show: () => void } {
  const router = useRouter();
  const live = useLiveRows({
    rows,
    mark,
    address: TRANSACTION_FEED,
    load: (waiting, since) => loadChanges(query, waiting, since),
    isOfPage: (row) => isOfFirstPage(query, rows, row),
  });
  const show = () => {
    if (query.cursor === null) router.refresh();
    else router.push(listHref({ ...query, cursor: null }));
  };
  return { ...live, show };
}
