import { useTranslations } from 'next-intl';
import { MoneyText } from '@/components/transactions/money-text';
import type { SideTotal } from '@/lib/reconciliation/view';

/** One exact sum per currency and direction over the whole filter, from the same snapshot as the rows. */
export function SideTotals({ totals }: { readonly totals: readonly SideTotal[] }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  return (
    <section aria-label={t('totals.label')} className="border-t border-line px-4 py-3">
      <p className="text-xs text-ink-2">
        {t('totals.about', { count: totals.reduce((sum, { count }) => sum + count, 0) })}
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-7 gap-y-2">
        {totals.map((total) => (
          <li key={`${total.currency} ${total.direction}`} className="text-body">
            <span className="mr-1.5 text-xs text-ink-2">{words(`direction.${total.direction}`)}</span>
            <TotalText total={total} />
            <span className="ml-1.5 text-xs text-ink-2">{t('totals.in', { count: total.count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sum of a total, or that no amount was told. */
export function TotalText({ total: { currency, sum } }: { readonly total: Pick<SideTotal, 'currency' | 'sum'> }) {
  const t = useTranslations('reconciliation');
  if (sum === null) return <span className="text-ink-2 italic">{t('totals.untold')}</span>;
  return <MoneyText money={{ amount: sum, currency }} className="font-medium" />;
}
