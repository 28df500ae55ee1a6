import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { Related } from '@/lib/transactions/detail';
import type { Transaction } from '@/lib/transactions/transaction';
import { transactionHref } from './transaction-href';

type Props = { readonly transaction: Transaction; readonly related: readonly Related[] };

/** What a reader must know before trusting the rest of the page; nothing when all is plain. */
export function TransactionNotices({ transaction, related }: Props) {
  const provider = PROVIDER_LABELS[transaction.provider];
  const oneSided = related.filter((one) => one.isOneSided);
  return (
    <div className="space-y-2 empty:hidden">
      {transaction.isIncomplete && (
        <Alert tone="caution" title="The amount is unknown, not zero">
          The message that carries it (for BRLA the first one, QUEUED) never reached us. Later messages do not repeat
          it.
        </Alert>
      )}
      {transaction.isReopened && (
        <Alert tone="caution" title="Reopened after it had ended">
          {provider} reported an end state and later, by its own clock, moved the payment back. The timeline shows when.
        </Alert>
      )}
      {transaction.hasUnrecognised && (
        <Alert tone="caution" title="Part of what was said is not understood">
          At least one event uses words that the desk does not know. It is kept whole; the timeline names the reason.
        </Alert>
      )}
      {transaction.isCurrencyAssumed && (
        <Alert title={`The currency ${transaction.amount?.currency ?? ''} is assumed`}>
          {provider} did not name a currency in this message; the account’s own was taken.
        </Alert>
      )}
      {oneSided.map((one) => (
        <Alert key={one.id} tone="caution" title="The refund is linked from one side only">
          {one.other ? (
            <>
              Only one of this payment and{' '}
              <Link href={transactionHref(one.id)} className="font-medium text-ink underline underline-offset-2">
                the other
              </Link>{' '}
              points at the other, though both should.
            </>
          ) : (
            'It points at a payment that does not point back.'
          )}
        </Alert>
      ))}
    </div>
  );
}
