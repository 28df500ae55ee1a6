import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { classNames } from '@/components/ui/class-names';
import { compare } from '@/lib/money';
import { proofOf } from '@/lib/reconciliation/proof-lines';
import type { MatchView } from '@/lib/reconciliation/view';
import { partWords } from './rail-words';

/** The amounts of a match as a sum: what the payloads tell, what the bank shows, and what is left over. */
export function SumProof({ match }: { readonly match: Pick<MatchView, 'lines' | 'legs' | 'evidence' | 'remainder'> }) {
  const t = useTranslations('reconciliation');
  const reader = useReader();
  const proof = proofOf(match);
  if (!proof) {
    return <p className="text-body text-ink-2">{t('sum.none')}</p>;
  }
  const { lines, shown, remainder, currency } = proof;
  const isClosed = compare(remainder, '0') === 0;
  return (
    <table className="w-full max-w-md text-body">
      <caption className="pb-1 text-left text-xs font-medium text-ink-2">{t('sum.title')}</caption>
      <tbody>
        {lines.map(({ label, amount }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two legs may tell the same
          <Row key={at} label={partWords(label, reader)} amount={amount} currency={currency} />
        ))}
        <Row label={t('sum.shown')} amount={shown} currency={currency} className="border-t border-line font-medium" />
        <Row
          label={t('sum.unexplained')}
          amount={isClosed ? '0.00' : remainder}
          currency={currency}
          className={classNames('border-t border-line font-medium', isClosed ? 'text-ink-2' : 'text-negative')}
        />
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly label: string;
  readonly amount: string;
  readonly currency: string | null;
  readonly className?: string;
};

function Row({ label, amount, currency, className }: RowProps) {
  return (
    <tr className={className}>
      <th scope="row" className="py-1 pr-4 text-left font-normal">
        {label}
      </th>
      <td className="py-1 text-right">
        <MoneyText money={{ amount, currency }} />
      </td>
    </tr>
  );
}
