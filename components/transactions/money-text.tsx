import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { classNames } from '@/components/ui/class-names';
import { formatMoney } from '@/lib/format';
import type { Money } from '@/lib/money';

type Props = {
  readonly money: Money | null;
  /** What stands for `null`: it is unknown (never came) or there is none. */
  readonly absent?: 'unknown' | 'none';
  /** The provider did not name the currency; the account's own was taken. */
  readonly isCurrencyAssumed?: boolean;
  readonly className?: string;
};

/** An exact amount, grouped, with its currency beside it; needless zeros dimmed, never dropped. */
export function MoneyText({ money, absent = 'unknown', isCurrencyAssumed = false, className }: Props) {
  const t = useTranslations('words');
  const region = useRegion();
  if (!money) {
    return absent === 'unknown' ? (
      <span className={classNames('text-ink-2 italic', className)} title={t('money.unknownTitle')}>
        {t('money.unknown')}
      </span>
    ) : (
      <span className={classNames('absent text-ink-3', className)}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('none')}</span>
      </span>
    );
  }
  const { digits, zeros, currency } = formatMoney(money.amount, money.currency, region);
  return (
    <span className={classNames('whitespace-nowrap tabular-nums', className)}>
      {digits}
      {zeros && <span className="text-ink-3">{zeros}</span>}{' '}
      <span
        className={classNames('text-[0.85em] text-ink-2', (isCurrencyAssumed || !currency) && 'italic')}
        title={isCurrencyAssumed ? t('money.assumedTitle') : undefined}
      >
        {currency ?? t('money.currencyUntold')}
        {isCurrencyAssumed && <span className="sr-only"> {t('money.assumed')}</span>}
      </span>
    </span>
  );
}
