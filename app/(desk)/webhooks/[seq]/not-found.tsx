import { FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** A number that no delivery has. */
export default function DeliveryNotFound() {
  const t = useTranslations('webhooks');
  return (
    <>
      <PageHeader title={t('delivery.notFound.title')} back={{ href: '/webhooks', label: t('title') }} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title={t('delivery.notFound.none')}
          actions={<ButtonLink href="/webhooks">{t('delivery.notFound.all')}</ButtonLink>}
        >
          {t('delivery.notFound.about')}
        </EmptyState>
      </Card>
    </>
  );
}
