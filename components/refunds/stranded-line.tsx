import { useTranslations } from 'next-intl';
import { MoneyText } from '@/components/transactions/money-text';
import type { Environment } from '@/lib/providers/catalogue';
import type { Stranded } from '@/lib/refunds/board';

type Props = { readonly stranded: readonly Stranded[]; readonly environment: Environment };

/** What has not come back yet, whatever the filter: one exact sum per currency, and how many are late or stuck. */
export function StrandedLine({ stranded, environment }: Props) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  const named = { environment: words(`environment.${environment}`) };
  if (stranded.length === 0) return t('stranded.none', named);
  return (
    <>
      {t('stranded.open', named)}{' '}
      {stranded.map(({ currency, count, sum, lateCount: late, stuckCount: stuck }, at) => (
        <span key={currency}>
          {at > 0 && ' · '}
          {t.rich('stranded.sum', {
            count,
            sum: () =>
              sum === null ? (
                <span key="sum" className="italic">
                  {t('stranded.noAmount')}
                </span>
              ) : (
                <MoneyText key="sum" money={{ amount: sum, currency }} />
              ),
          })}
          {late + stuck > 0 &&
            ` (${t('stranded.troubled', { late, stuck, both: late > 0 && stuck > 0 ? 'yes' : 'no' })})`}
        </span>
      ))}
    </>
  );
}
