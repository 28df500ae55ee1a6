import { NoValue } from '@/components/transactions/table-cells';
import { formatMoney } from '@/lib/format';
import { compare } from '@/lib/money';
import type { Beside } from '@/lib/reconciliation/beside';
import type { LegRow } from '@/lib/reconciliation/view';
import { explanationWords, PART_WORDS } from './rail-words';

type Props = { readonly leg: Pick<LegRow, 'money' | 'parts'>; readonly match: Beside['match'] };

/** What lies between the lines and the legs of a match; explained ones say by what in their title. */
export function DifferenceText({ leg, match }: Props) {
  if (!match) return <NoValue />;
  const isZero = compare(match.remainder, '0') === 0;
  const sum = sumText(leg, match);
  const shown = isZero ? '0.00' : formatMoney(match.remainder, null).text;
  return (
    <span
      title={sum ?? undefined}
      className={isZero ? 'text-xs text-ink-3 tabular-nums' : 'font-medium text-negative tabular-nums'}
    >
      {shown}
      {sum && <span className="block text-xs font-normal text-ink-2 underline decoration-dotted">explained</span>}
    </span>
  );
}

/** "bank 98.50 = Amount in the payload 99.00, Fee of the transfer -0.50; unexplained 0.00"; `null` where nothing had to be explained. */
function sumText(
  { parts }: Props['leg'],
  { lines, explained, remainder }: NonNullable<Beside['match']>,
): string | null {
  const own = parts.length > 1 ? parts.map(({ label, amount }) => `${PART_WORDS[label]} ${amount}`) : [];
  const more = explained.map(({ label, amount }) => `${explanationWords(label)} ${amount}`);
  if (own.length + more.length === 0) return null;
  const bank = lines.map(({ amount }) => amount).join(' and ');
  return `bank ${bank} = ${[...own, ...more].join(', ')}; unexplained ${compare(remainder, '0') === 0 ? '0.00' : remainder}`;
}
