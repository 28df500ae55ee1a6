import { FileQuestionMark } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { SearchForMissing } from '@/components/transactions/search-for-missing';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** An address that names no payment of ours. */
export default function TransactionNotFound() {
  return (
    <>
      <PageHeader title="No such transaction" back={{ href: '/transactions', label: 'Transactions' }} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title="The store has no transaction with this id"
          actions={
            <>
              <SearchForMissing />
              <ButtonLink href="/webhooks?result=unrecognised">Unrecognised deliveries</ButtonLink>
            </>
          }
        >
          <p>
            Its first message may not have arrived, or it arrived and was not understood. Ids of this desk look like{' '}
            <code className="font-mono text-xs break-all">juno:redemption:95a4df41-…</code>,{' '}
            <code className="font-mono text-xs">ripio:6f907606-…</code> or{' '}
            <code className="font-mono text-xs">brla:0f3c7a52-…</code>; the provider’s own id alone is found by search.
          </p>
        </EmptyState>
      </Card>
    </>
  );
}
