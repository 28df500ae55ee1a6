import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MoneyText } from '@/components/transactions/money-text';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import type { RefundRow } from '@/lib/refunds/board';
import type { Related } from '@/lib/transactions/detail';
import { ORIGINAL_STATUS } from '@/lib/transactions/sentence';
import type { Transaction } from '@/lib/transactions/transaction';
import { RefundStatusBadge } from './refund-status-badge';

type Props = {
  readonly transaction: Transaction;
  readonly refund: RefundRow;
  readonly related: readonly Related[];
};

/**
 * The original and its return as two states side by side: "failed" and "complete" are then two facts about two things
 * and cannot be misread as one.
 */
export function LadderTracks({ transaction, refund, related }: Props) {
  const t = useTranslations('refunds');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {refund.refundOf === null ? (
        <OwnOriginal transaction={transaction} refund={refund} />
      ) : (
        <OtherOriginal id={refund.refundOf} other={related.find(({ id }) => id === refund.refundOf)?.other ?? null} />
      )}
      <Track title={refund.kind === 'fiat_withdrawal' ? t('ladder.returnHere') : t('ladder.return')}>
        <RefundStatusBadge refund={refund} />
        {refund.providerStatus && <span className="font-mono text-xs text-ink-2">{refund.providerStatus}</span>}
        <MoneyText money={refund.amount} className="text-body" />
        {refund.isPartial && <span className="text-xs text-caution">{t('ladder.part')}</span>}
      </Track>
    </div>
  );
}

function OwnOriginal({ transaction, refund }: Pick<Props, 'transaction' | 'refund'>) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  // BRLA's type REFUND brings the refund's word in place of the payment's.
  const ownWord = transaction.kind === 'usd_to_pix' ? null : transaction.providerStatus;
  return (
    <Track title={t('ladder.originalKind', { kind: words(`kind.${transaction.kind}`) })}>
      <StatusBadge status={refund.originalStatus} />
      {ownWord && <span className="font-mono text-xs text-ink-2">{ownWord}</span>}
      <MoneyText money={transaction.amount} isCurrencyAssumed={transaction.isCurrencyAssumed} className="text-body" />
    </Track>
  );
}

/** What this transaction returns is another one's money. */
function OtherOriginal({ id, other }: { readonly id: string; readonly other: Transaction | null }) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  return (
    <Track title={other ? t('ladder.originalKind', { kind: words(`kind.${other.kind}`) }) : t('ladder.original')}>
      {other ? (
        <>
          <StatusBadge status={ORIGINAL_STATUS[other.status]} providerStatus={other.providerStatus} />
          <MoneyText money={other.amount} isCurrencyAssumed={other.isCurrencyAssumed} className="text-body" />
          <Link href={transactionHref(id)} className="text-body font-medium text-accent hover:underline">
            {t('ladder.open')}
          </Link>
        </>
      ) : (
        <>
          <span className="font-mono text-xs break-all text-ink">{id}</span>
          <span className="text-xs text-ink-2 italic">{t('ladder.notHere')}</span>
        </>
      )}
    </Track>
  );
}

function Track({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-canvas px-3 py-2.5">
      <h3 className="text-xs text-ink-2">{title}</h3>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">{children}</p>
    </div>
  );
}
