import { PageHeader } from '@/components/layout/page-header';
import { ListSkeleton } from '@/components/transactions/list-skeleton';

export default function TransactionsLoading() {
  return (
    <>
      <PageHeader title="Transactions" description="Reading…" />
      <ListSkeleton />
    </>
  );
}
