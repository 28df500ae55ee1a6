import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import type { TimeZone } from '@/lib/time-zones';
import type { FoldPage } from '@/lib/transactions/page';

/** The last few transactions, each a link. */
export function LatestTransactions({ rows, zone }: { readonly rows: FoldPage['rows']; readonly zone: TimeZone }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ transaction }) => (
        <li key={transaction.id}>
          <Link
            href={transactionHref(transaction.id)}
            className="grid grid-cols-2 items-center gap-x-4 gap-y-1 px-4 py-2.5 text-body -outline-offset-2 last:rounded-b-xl hover:bg-sunken sm:grid-cols-[minmax(10rem,1.4fr)_minmax(9rem,1fr)_minmax(9rem,1fr)_minmax(9rem,1fr)]"
          >
            <KindLabel provider={transaction.provider} kind={transaction.kind} className="truncate" />
            <MoneyText
              money={transaction.amount}
              absent={transaction.isIncomplete ? 'unknown' : 'none'}
              isCurrencyAssumed={transaction.isCurrencyAssumed}
              className="text-right sm:order-last"
            />
            <span className="flex min-w-0">
              <StatusBadge status={transaction.status} providerStatus={transaction.providerStatus} />
            </span>
            <Instant at={transaction.occurredAt} zone={zone} className="text-right text-xs sm:text-left" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
