import Link from 'next/link';
import { PersonInitials } from '@/components/remarks/person';
import { MoneyText } from '@/components/transactions/money-text';
import { RefundDots } from '@/components/transactions/refund-dots';
import { transactionHref } from '@/components/transactions/transaction-href';
import { writingIn } from '@/components/transactions/writing';
import { formatMoney, shortenId } from '@/lib/format';
import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { fillWhereabouts } from '@/lib/refunds/locate';
import type { TimeZone } from '@/lib/time-zones';
import { LimitChip } from './limit-chip';
import { ageText, hasDuration, LIMIT_LOOKS } from './refund-words';

type Props = { readonly refund: RefundRow; readonly zone: TimeZone };

/** One refund on the board: the whole card is a link to its payment. It cannot be moved: its state comes from events. */
export function BoardCard({ refund, zone }: Props) {
  const { provider, kind, amount, externalRef, assignee, limitState } = refund;
  const { sentence } = fillWhereabouts(refund, writingIn(zone));
  return (
    <Link
      href={transactionHref(refund.transactionId)}
      prefetch={false}
      aria-label={spoken(refund, sentence)}
      className="block rounded-lg border border-line bg-surface p-3 shadow-xs transition-colors hover:border-line-strong"
    >
      <span className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <span className="min-w-0 truncate text-xs">
          <span className="font-medium text-ink">{PROVIDER_LABELS[provider]}</span>
          <span className="text-ink-2"> · {KIND_LABELS[kind]}</span>
        </span>
        {hasDuration(refund) && <LimitChip state={limitState} limits={refund.limits} />}
      </span>
      <span className="mt-2 flex flex-wrap items-baseline justify-between gap-x-2">
        <MoneyText money={amount} className="text-sm font-semibold text-ink" />
        <span className="text-xs whitespace-nowrap text-ink-2 tabular-nums">{ageText(refund)}</span>
      </span>
      <span className="mt-2 block">
        <RefundDots refund={refund} />
      </span>
      <span className="mt-1.5 block text-xs leading-4.5 text-ink-2">{sentence}</span>
      <span className="mt-2 flex items-center justify-between gap-2 border-t border-line pt-2">
        {externalRef === null ? (
          <span className="text-xs text-ink-3">no reference</span>
        ) : (
          <span className="min-w-0 truncate font-mono text-2xs text-ink-2" title={externalRef}>
            {shortenId(externalRef, 8, 4)}
          </span>
        )}
        <PersonInitials email={assignee} />
      </span>
    </Link>
  );
}

/** Everything the card shows, as one sentence for those who listen. */
function spoken(refund: RefundRow, sentence: string): string {
  const { provider, kind, amount, limitState, assignee } = refund;
  const money = amount ? formatMoney(amount.amount, amount.currency).text : 'amount not told';
  const owner = assignee === null ? 'unassigned' : `assigned to ${assignee}`;
  const limit = hasDuration(refund) ? `, ${LIMIT_LOOKS[limitState].words.toLowerCase()}` : '';
  return `${PROVIDER_LABELS[provider]} ${KIND_LABELS[kind]}, ${money}, ${ageText(refund)}${limit}, ${owner}. ${sentence}`;
}
