import { Day } from '@/components/statements/day';
import { Disclosure } from '@/components/transactions/disclosure';
import { formatCount } from '@/lib/format';
import { type DayTotal, MAX_DAYS } from '@/lib/reconciliation/view';
import { DIRECTION_WORDS } from './direction';
import { TotalText } from './side-totals';

/** The same sums of each day, on the rail’s own clock, the latest first. */
export function DayTotals({ days }: { readonly days: readonly DayTotal[] }) {
  if (days.length === 0) return null;
  const distinct = new Set(days.map(({ day }) => day)).size;
  return (
    <Disclosure summary="Sums per day" className="min-w-0 flex-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label="Sums per day" className="max-h-72 overflow-auto" tabIndex={0}>
        <table className="w-full max-w-2xl text-body">
          <caption className="sr-only">Sums per day, currency and direction</caption>
          <thead>
            <tr className="text-left text-xs text-ink-2">
              <th scope="col" className="py-1 pr-4 font-medium">
                Day
              </th>
              <th scope="col" className="py-1 pr-4 font-medium">
                Direction
              </th>
              <th scope="col" className="py-1 pr-4 text-right font-medium">
                Count
              </th>
              <th scope="col" className="py-1 pr-2 text-right font-medium">
                Sum
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((total) => (
              <tr key={`${total.day} ${total.currency} ${total.direction}`} className="border-t border-line">
                <td className="py-1 pr-4">
                  <Day day={total.day} />
                </td>
                <td className="py-1 pr-4 text-xs text-ink-2">{DIRECTION_WORDS[total.direction]}</td>
                <td className="py-1 pr-4 text-right tabular-nums">{formatCount(total.count)}</td>
                <td className="py-1 pr-2 text-right">
                  <TotalText total={total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {distinct >= MAX_DAYS && <p className="mt-1 text-xs text-ink-2">The latest {MAX_DAYS} days of the filter.</p>}
    </Disclosure>
  );
}
