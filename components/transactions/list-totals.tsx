import { useTranslations } from 'next-intl';
import { MoneyText } from '@/components/transactions/money-text';
import { classNames } from '@/components/ui/class-names';
import type { Total, Totals } from '@/lib/transactions/page';

type Props = {
  readonly totals: readonly Total[];
  /** What is summed; the amount in where nothing is said. */
  readonly label?: string;
};

/** One exact sum per currency over the whole filter, from the same snapshot as the rows. Never across currencies. */
export function ListTotals({ totals, label }: Props) {
  const t = useTranslations('transactions');
  return (
    <section aria-label={t('totals.label')} className="border-t border-line px-4 py-3">
      <p className="text-xs text-ink-2">
        {t('totals.over', {
          label: label ?? t('totals.amountIn'),
          count: totals.reduce((sum, { count }) => sum + count, 0),
        })}
      </p>
      <SumList totals={totals} className="mt-1.5" />
    </section>
  );
}

const DIRECTIONS = ['in', 'out'] as const;

/** The same by direction: what goes in and what comes out are never added up either. */
export function DirectedTotals({ totals }: { readonly totals: Totals | null }) {
  const t = useTranslations('transactions');
  const words = useTranslations('words');
  return (
    <section aria-label={t('totals.label')} className="border-t border-line px-4 py-2">
      {totals === null ? (
        <p className="text-xs text-ink-2">{t('totals.notCounted')}</p>
      ) : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1">
          {DIRECTIONS.map((direction) => {
            const sums = totals.sums.filter((sum) => sum.direction === direction);
            return sums.length === 0 ? null : (
              <div key={direction} className="contents">
                <dt className="text-xs text-ink-2">{words(`direction.${direction}`)}</dt>
                <dd>
                  <SumList totals={sums} className="gap-x-5 md:gap-y-0 md:text-xs" />
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}

/** The database adds with as many zeros as the longest amount had digits: of a sum they say nothing. */
function sumText(sum: string): string {
  return sum.replace(/(\.\d\d\d*?)0+$/, '$1');
}

type SumProps = { readonly totals: readonly Total[]; readonly className?: string };

function SumList({ totals, className }: SumProps) {
  const t = useTranslations('transactions');
  return (
    <ul className={classNames('flex flex-wrap gap-x-7 gap-y-1 text-body', className)}>
      {totals.map(({ currency, count, sum }) => (
        <li key={currency}>
          {sum === null ? (
            <span className="text-ink-2 italic">{t('totals.noAmount')}</span>
          ) : (
            <MoneyText money={{ amount: sumText(sum), currency }} className="font-medium" />
          )}
          <span className="ml-1.5 text-xs text-ink-2">{t('totals.in', { count })}</span>
        </li>
      ))}
    </ul>
  );
}
