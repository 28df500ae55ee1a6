import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { PersonInitials } from '@/components/remarks/person';
import { MoneyText } from '@/components/transactions/money-text';
import { RefundDots } from '@/components/transactions/refund-dots';
import { transactionHref } from '@/components/transactions/transaction-href';
import { moneyText, shortenId } from '@/lib/format';
import { type Reader, spoken } from '@/lib/language/said';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { fillWhereabouts } from '@/lib/refunds/locate';
import { LimitChip } from './limit-chip';
import { ageText, hasDuration } from './refund-words';

type Props = { readonly refund: RefundRow };

/** One refund on the board: the whole card is a link to its payment. It cannot be moved: its state comes from events. */
export function BoardCard({ refund }: Props) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  const reader = useReader();
  const { provider, kind, amount, externalRef, assignee, limitState } = refund;
  const sentence = spoken(fillWhereabouts(refund).sentence, reader);
  const age = ageText(refund, t, reader.region);
  return (
    <Link
      href={transactionHref(refund.transactionId)}
      prefetch={false}
      aria-label={cardText(refund, { age, sentence }, reader)}
      className="block rounded-lg border border-line bg-surface p-3 shadow-xs transition-colors hover:border-line-strong"
    >
      <span className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <span className="min-w-0 truncate text-xs">
          <span className="font-medium text-ink">{PROVIDER_LABELS[provider]}</span>
          <span className="text-ink-2"> · {words(`kind.${kind}`)}</span>
        </span>
        {hasDuration(refund) && <LimitChip state={limitState} limits={refund.limits} />}
      </span>
      <span className="mt-2 flex flex-wrap items-baseline justify-between gap-x-2">
        <MoneyText money={amount} className="text-sm font-semibold text-ink" />
        <span className="text-xs whitespace-nowrap text-ink-2 tabular-nums">{age}</span>
      </span>
      <span className="mt-2 block">
        <RefundDots refund={refund} />
      </span>
      <span className="mt-1.5 block text-xs leading-4.5 text-ink-2">{sentence}</span>
      <span className="mt-2 flex items-center justify-between gap-2 border-t border-line pt-2">
        {externalRef === null ? (
          <span className="text-xs text-ink-3">{t('card.noReference')}</span>
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

type CardWords = { readonly age: string; readonly sentence: string };

/** Everything the card shows, as one sentence for those who listen. */
function cardText(refund: RefundRow, words: CardWords, reader: Reader): string {
  const { provider, kind, amount, limitState, assignee } = refund;
  const values = {
    ...words,
    provider: PROVIDER_LABELS[provider],
    kind: reader.t(`words.kind.${kind}`),
    money: amount ? moneyText(amount, reader.region) : reader.t('refunds.card.amountUntold'),
    owner:
      assignee === null ? reader.t('refunds.card.unassigned') : reader.t('refunds.card.assigned', { email: assignee }),
  };
  if (!hasDuration(refund)) return reader.t('refunds.card.spoken', values);
  return reader.t('refunds.card.spokenTimed', { ...values, limit: limitState });
}
