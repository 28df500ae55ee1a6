import { MoneyText } from '@/components/transactions/money-text';
import { formatCount } from '@/lib/format';
import type { SideTotal } from '@/lib/reconciliation/view';
import { DIRECTION_WORDS } from './direction';

/** One exact sum per currency and direction over the whole filter, from the same snapshot as the rows. */
export function SideTotals({ totals }: { readonly totals: readonly SideTotal[] }) {
  return (
    <section aria-label="Totals of the whole filter" className="border-t border-line px-4 py-3">
      <p className="text-xs text-ink-2">
        Per currency and direction, over all {formatCount(totals.reduce((sum, { count }) => sum + count, 0))} that match
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-7 gap-y-2">
        {totals.map((total) => (
          <li key={`${total.currency} ${total.direction}`} className="text-body">
            <span className="mr-1.5 text-xs text-ink-2">{DIRECTION_WORDS[total.direction]}</span>
            <TotalText total={total} />
            <span className="ml-1.5 text-xs text-ink-2">in {formatCount(total.count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sum of a total, or that no amount was told. */
export function TotalText({ total: { currency, sum } }: { readonly total: Pick<SideTotal, 'currency' | 'sum'> }) {
  if (sum === null) return <span className="text-ink-2 italic">no amount told</span>;
  return <MoneyText money={{ amount: sum, currency }} className="font-medium" />;
}
