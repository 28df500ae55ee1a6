import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { formatMoney } from '@/lib/format';
import type { Region } from '@/lib/language/region';
import { spoken } from '@/lib/language/said';
import type { Told as Value } from '@/lib/transactions/timeline';

/** What was told: a provider's text as it is, a word of ours, or an amount. */
export function Told({ told }: { readonly told: Value }) {
  const t = useTranslations('payment.change');
  const reader = useReader();
  if (typeof told === 'string') return told;
  if ('key' in told) return spoken(told, reader);
  const amount = ungrouped(told.money.amount, reader.region);
  const { currency } = told.money;
  return currency === null ? t('currencyUntold', { amount }) : `${amount} ${currency}`;
}

/** Every digit as it was told; the reader's decimal sign, since 1298.376 is a thousand times more in Buenos Aires. */
function ungrouped(amount: string, region: Region): string {
  const point = formatMoney('0.1', null, region).digits.charAt(1);
  return amount.replace('.', point);
}
