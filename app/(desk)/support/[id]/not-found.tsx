import { FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** An address that names no payment of ours, or one before its first message. */
export default function CaseNotFound() {
  const t = useTranslations('support');
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title={t('missing.title')}
          actions={<ButtonLink href="/support">{t('missing.search')}</ButtonLink>}
        >
          {t('missing.body')}
        </EmptyState>
      </Card>
    </>
  );
}
