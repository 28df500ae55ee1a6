import { MoneyText } from '@/components/transactions/money-text';
import { formatCount } from '@/lib/format';
import type { Total } from '@/lib/transactions/page';

type Props = {
  readonly totals: readonly Total[];
  /** What is summed. */
  readonly label?: string;
};

/** One exact sum per currency over the whole filter, from the same snapshot as the rows. Never across currencies. */
export function ListTotals({ totals, label = 'Amount in' }: Props) {
  return (
    <section aria-label="Totals of the whole filter" className="border-t border-line px-4 py-3">
      <p className="text-xs text-ink-2">
        {label}, per currency, over all {formatCount(totals.reduce((sum, { count }) => sum + count, 0))} that match
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-7 gap-y-2">
        {totals.map(({ currency, count, sum }) => (
          <li key={currency} className="text-body">
            {sum === null ? (
              <span className="text-ink-2 italic">no amount told</span>
            ) : (
              <MoneyText money={{ amount: sum, currency }} className="font-medium" />
            )}
            <span className="ml-1.5 text-xs text-ink-2">in {formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
