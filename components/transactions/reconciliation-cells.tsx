import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { partWords } from '@/components/reconciliation/rail-words';
import { STATE_LOOKS } from '@/components/reconciliation/state-badge';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { formatMoney } from '@/lib/format';
import { compare } from '@/lib/money';
import type { ListedTransaction } from '@/lib/transactions/page';
import { NoValue } from './table-cells';

/** Where a payment stands against the bank, and the first reason why it does not agree. */
export function ReconciliationCell({ reconciliation }: Pick<ListedTransaction, 'reconciliation'>) {
  const t = useTranslations('transactions');
  const filters = useTranslations('filters');
  const words = useTranslations('reasons');
  if (!reconciliation) return <NoValue />;
  const { state, reasons } = reconciliation;
  const { icon, tone } = STATE_LOOKS[state];
  const [first] = reasons;
  const title = reasons
    .map((reason) =>
      t('cell.reason', { reason: words(`reason.${reason}.label`), help: words(`reason.${reason}.help`) }),
    )
    .join('\n');
  const label = first && words(`reason.${first}.label`);
  return (
    <span className="block" title={title || undefined}>
      <Badge icon={icon} tone={tone} className={classNames(first && 'h-4.5 text-2xs')}>
        {filters(`reconciled.${state}`)}
      </Badge>
      {label && (
        <span className="block truncate text-2xs text-ink-2">
          {reasons.length > 1 ? t('cell.moreReasons', { reason: label, count: reasons.length - 1 }) : label}
        </span>
      )}
    </span>
  );
}

/** What lies between bank and provider: nothing, something the payload explains, or something nothing explains. */
export function MatchDifference({ difference }: Pick<ListedTransaction, 'difference'>) {
  const reader = useReader();
  const t = useTranslations('transactions');
  if (!difference) return <NoValue />;
  const { remainder, explained } = difference;
  const money = (amount: string) => formatMoney(amount, null, reader.region).text;
  const parts = explained.map(({ label, amount }) => `${partWords(label, reader)} ${money(amount)}`).join(', ');
  if (compare(remainder, '0') !== 0) {
    return (
      <span title={parts || undefined} className="block font-medium text-negative tabular-nums">
        {money(remainder)}
        <span className="block text-2xs font-normal">{t('cell.unexplained')}</span>
      </span>
    );
  }
  return (
    <span title={parts || undefined} className="block text-xs text-ink-3 tabular-nums">
      {money('0.00')}
      {parts && <span className="block text-2xs text-progress underline decoration-dotted">{t('cell.explained')}</span>}
    </span>
  );
}
