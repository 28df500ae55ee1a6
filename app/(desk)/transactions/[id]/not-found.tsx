import { FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { SearchForMissing } from '@/components/transactions/search-for-missing';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** An address that names no payment of ours. */
export default function TransactionNotFound() {
  const t = useTranslations('payment.missing');
  const frame = useTranslations('frame');
  return (
    <>
      <PageHeader title={t('heading')} back={{ href: '/transactions', label: frame('places.transactions') }} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title={t('title')}
          actions={
            <>
              <SearchForMissing label={t('search')} />
              <ButtonLink href="/webhooks?result=unrecognised">{t('unrecognised')}</ButtonLink>
            </>
          }
        >
          <p>
            {t.rich('body', {
              long: (id) => <Id className="break-all">{id}</Id>,
              id: (id) => <Id>{id}</Id>,
            })}
          </p>
        </EmptyState>
      </Card>
    </>
  );
}

function Id({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) {
  return <code className={`font-mono text-xs ${className}`}>{children}</code>;
}
