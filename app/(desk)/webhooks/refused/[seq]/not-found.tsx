import { FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** A number that no refusal has. */
export default function RefusalNotFound() {
  const t = useTranslations('webhooks');
  return (
    <>
      <PageHeader title={t('refusal.notFound.title')} back={{ href: '/webhooks/refused', label: t('tab.refused') }} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title={t('refusal.notFound.none')}
          actions={<ButtonLink href="/webhooks/refused">{t('refusal.notFound.all')}</ButtonLink>}
        >
          {t('refusal.notFound.about')}
        </EmptyState>
      </Card>
    </>
  );
}
