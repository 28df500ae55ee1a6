import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Day } from '@/components/statements/day';
import { Disclosure } from '@/components/transactions/disclosure';
import { formatCount } from '@/lib/format';
import { type DayTotal, MAX_DAYS } from '@/lib/reconciliation/view';
import { TotalText } from './side-totals';

/** The same sums of each day, on the rail’s own clock, the latest first. */
export function DayTotals({ days }: { readonly days: readonly DayTotal[] }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const region = useRegion();
  if (days.length === 0) return null;
  const distinct = new Set(days.map(({ day }) => day)).size;
  return (
    <Disclosure summary={t('days.title')} className="min-w-0 flex-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t('days.title')} className="max-h-72 overflow-auto" tabIndex={0}>
        <table className="w-full max-w-2xl text-body">
          <caption className="sr-only">{t('days.caption')}</caption>
          <thead>
            <tr className="text-left text-xs text-ink-2">
              <th scope="col" className="py-1 pr-4 font-medium">
                {t('days.day')}
              </th>
              <th scope="col" className="py-1 pr-4 font-medium">
                {t('days.direction')}
              </th>
              <th scope="col" className="py-1 pr-4 text-right font-medium">
                {t('days.count')}
              </th>
              <th scope="col" className="py-1 pr-2 text-right font-medium">
                {t('days.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((total) => (
              <tr key={`${total.day} ${total.currency} ${total.direction}`} className="border-t border-line">
                <td className="py-1 pr-4">
                  <Day day={total.day} />
                </td>
                <td className="py-1 pr-4 text-xs text-ink-2">{words(`direction.${total.direction}`)}</td>
                <td className="py-1 pr-4 text-right tabular-nums">{formatCount(total.count, region)}</td>
                <td className="py-1 pr-2 text-right">
                  <TotalText total={total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {distinct >= MAX_DAYS && <p className="mt-1 text-xs text-ink-2">{t('days.latest', { days: MAX_DAYS })}</p>}
    </Disclosure>
  );
}
