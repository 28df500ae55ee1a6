import { useTranslations } from 'next-intl';
import { MoneyText } from '@/components/transactions/money-text';
import type { ControlTotal } from '@/lib/exports/export';

type Props = {
  readonly totals: readonly ControlTotal[];
  /** How many are shown where there is little room; all of them otherwise. */
  readonly most?: number;
};

/** The sums of a file, one per currency and direction, never across currencies. */
export function ControlTotals({ totals, most = totals.length }: Props) {
  const t = useTranslations('exports');
  if (totals.length === 0) return <span className="text-ink-2">{t('totals.none')}</span>;
  return (
    <ul className="space-y-0.5">
      {totals.slice(0, most).map(({ currency, direction, count, sum }) => (
        <li key={`${direction} ${currency}`} className="whitespace-nowrap">
          {direction && <span className="text-xs text-ink-2">{t(`totals.${direction}`)}</span>}
          {sum === null ? (
            <span className="text-ink-2 italic">{t('totals.untold')}</span>
          ) : (
            <MoneyText money={{ amount: sum, currency }} />
          )}
          <span className="ml-1.5 text-xs text-ink-2">{t('totals.over', { count })}</span>
        </li>
      ))}
      {totals.length > most && (
        <li className="text-xs text-ink-2">{t('totals.more', { count: totals.length - most })}</li>
      )}
    </ul>
  );
}
