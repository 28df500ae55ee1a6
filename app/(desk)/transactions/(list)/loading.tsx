import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { ListSkeleton } from '@/components/transactions/list-skeleton';

export default function TransactionsLoading() {
  const t = useTranslations('transactions');
  return (
    <>
      <PageHeader title={t('title')} description={t('reading')} />
      <ListSkeleton />
    </>
  );
}
