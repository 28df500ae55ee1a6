import { useReader } from '@/components/language/reader';
import { partWords } from '@/components/reconciliation/rail-words';
import { STATE_LOOKS } from '@/components/reconciliation/state-badge';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { formatMoney } from '@/lib/format';
import { compare } from '@/lib/money';
import { RECONCILED } from '@/lib/reconciliation/match';
import { REASONS } from '@/lib/reconciliation/reason';
import type { ListedTransaction } from '@/lib/transactions/page';
import { NoValue } from './table-cells';

/** Where a payment stands against the bank, and the first reason why it does not agree. */
export function ReconciliationCell({ reconciliation }: Pick<ListedTransaction, 'reconciliation'>) {
  if (!reconciliation) return <NoValue />;
  const { state, reasons } = reconciliation;
  const { icon, tone } = STATE_LOOKS[state];
  const [first] = reasons;
  const title = reasons.map((reason) => `${REASONS[reason].label}: ${REASONS[reason].help}`).join('\n');
  return (
    <span className="block" title={title || undefined}>
      <Badge icon={icon} tone={tone} className={classNames(first && 'h-4.5 text-2xs')}>
        {RECONCILED[state]}
      </Badge>
      {first && (
        <span className="block truncate text-2xs text-ink-2">
          {REASONS[first].label}
          {reasons.length > 1 && `, and ${reasons.length - 1} more`}
        </span>
      )}
    </span>
  );
}

/** What lies between bank and provider: nothing, something the payload explains, or something nothing explains. */
export function MatchDifference({ difference }: Pick<ListedTransaction, 'difference'>) {
  const reader = useReader();
  if (!difference) return <NoValue />;
  const { remainder, explained } = difference;
  const parts = explained.map(({ label, amount }) => `${partWords(label, reader)} ${amount}`).join(', ');
  if (compare(remainder, '0') !== 0) {
    return (
      <span title={parts || undefined} className="block font-medium text-negative tabular-nums">
        {formatMoney(remainder, null).text}
        <span className="block text-2xs font-normal">unexplained</span>
      </span>
    );
  }
  return (
    <span title={parts || undefined} className="block text-xs text-ink-3 tabular-nums">
      0.00
      {parts && <span className="block text-2xs text-progress underline decoration-dotted">explained</span>}
    </span>
  );
}
