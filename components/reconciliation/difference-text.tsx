import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { NoValue } from '@/components/transactions/table-cells';
import { formatMoney } from '@/lib/format';
import { type Said, said, spoken } from '@/lib/language/said';
import { compare } from '@/lib/money';
import type { Beside } from '@/lib/reconciliation/beside';
import { partSaid } from '@/lib/reconciliation/explain';
import type { LegRow } from '@/lib/reconciliation/view';

type Props = { readonly leg: Pick<LegRow, 'money' | 'parts'>; readonly match: Beside['match'] };

/** What lies between the lines and the legs of a match; explained ones say by what in their title. */
export function DifferenceText({ leg, match }: Props) {
  const t = useTranslations('reconciliation');
  const reader = useReader();
  if (!match) return <NoValue />;
  const isZero = compare(match.remainder, '0') === 0;
  const sum = sumSaid(leg, match);
  const shown = formatMoney(isZero ? '0.00' : match.remainder, null, reader.region).text;
  return (
    <span
      title={sum ? spoken(sum, reader) : undefined}
      className={isZero ? 'text-xs text-ink-3 tabular-nums' : 'font-medium text-negative tabular-nums'}
    >
      {shown}
      {sum && (
        <span className="block text-xs font-normal text-ink-2 underline decoration-dotted">{t('cell.explained')}</span>
      )}
    </span>
  );
}

/** "bank 98.50 = Amount in the payload 99.00, Fee of the transfer -0.50; unexplained 0.00"; `null` where nothing had to be explained. */
function sumSaid({ parts }: Props['leg'], { lines, explained, remainder }: NonNullable<Beside['match']>): Said | null {
  const all = [...(parts.length > 1 ? parts : []), ...explained];
  if (all.length === 0) return null;
  return said('reconciliation.cell.sum', {
    bank: { all: lines.map(({ amount }) => ({ amount })), by: 'and' },
    parts: {
      all: all.map(({ label, amount }) =>
        said('reconciliation.cell.part', { part: partSaid(label), amount: { amount } }),
      ),
    },
    remainder: { amount: compare(remainder, '0') === 0 ? '0.00' : remainder },
  });
}
