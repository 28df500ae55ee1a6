import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { formatMoney, moneyText } from '@/lib/format';
import { spoken } from '@/lib/language/said';
import type { Told as Value } from '@/lib/transactions/timeline';

/** What was told: a provider's text as it is, a word of ours, an amount, or a rate. */
export function Told({ told }: { readonly told: Value }) {
  const t = useTranslations('payment.change');
  const reader = useReader();
  if (typeof told === 'string') return <span translate="no">{told}</span>;
  if ('key' in told) return spoken(told, reader);
  if ('rate' in told) return formatMoney(told.rate, null, reader.region).text;
  const amount = moneyText(told.money, reader.region);
  return told.money.currency === null ? t('currencyUntold', { amount }) : amount;
}
