import { Compass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Nothing has that address; the frame stays. */
export default function DeskNotFound() {
  const t = useTranslations('frame');
  return (
    <>
      <h1 className="sr-only">{t('notFound.heading')}</h1>
      <EmptyState
        icon={Compass}
        title={t('notFound.title')}
        actions={
          <>
            <ButtonLink href="/transactions">{t('notFound.all')}</ButtonLink>
            <ButtonLink href="/">{t('notFound.home')}</ButtonLink>
          </>
        }
      >
        {t('notFound.body')}
      </EmptyState>
    </>
  );
}
