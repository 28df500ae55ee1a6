import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { Related } from '@/lib/transactions/detail';
import type { Transaction } from '@/lib/transactions/transaction';
import { transactionHref } from './transaction-href';

type Props = { readonly transaction: Transaction; readonly related: readonly Related[] };

/** What a reader must know before trusting the rest of the page; nothing when all is plain. */
export function TransactionNotices({ transaction, related }: Props) {
  const t = useTranslations('payment.notice');
  const provider = PROVIDER_LABELS[transaction.provider];
  const oneSided = related.filter((one) => one.isOneSided);
  return (
    <div className="space-y-2 empty:hidden">
      {transaction.isIncomplete && (
        <Alert tone="caution" title={t('incomplete')}>
          {t('incompleteBody')}
        </Alert>
      )}
      {transaction.isReopened && (
        <Alert tone="caution" title={t('reopened')}>
          {t('reopenedBody', { provider })}
        </Alert>
      )}
      {transaction.hasUnrecognised && (
        <Alert tone="caution" title={t('unrecognised')}>
          {t('unrecognisedBody')}
        </Alert>
      )}
      {transaction.isCurrencyAssumed && (
        <Alert title={t('assumed', { currency: transaction.amount?.currency ?? '' })}>
          {t('assumedBody', { provider })}
        </Alert>
      )}
      {oneSided.map((one) => (
        <Alert key={one.id} tone="caution" title={t('oneSided')}>
          {one.other
            ? t.rich('oneSidedBody', { other: (chunks) => <OtherLink id={one.id}>{chunks}</OtherLink> })
            : t('oneSidedAbsent')}
        </Alert>
      ))}
    </div>
  );
}

function OtherLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Link href={transactionHref(id)} className="font-medium text-ink underline underline-offset-2">
      {children}
    </Link>
  );
}
