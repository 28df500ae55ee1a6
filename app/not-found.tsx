import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { LanguageBar } from '@/components/layout/language-switch';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { chooseLanguage } from './sign-in/language-action';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  const t = useTranslations('frame');
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('notFound.heading')}</h1>
      <EmptyState
        icon={Compass}
        title={t('noPage.title')}
        actions={<ButtonLink href="/">{t('noPage.home')}</ButtonLink>}
      >
        {t('noPage.body')}
        <LanguageBar choose={chooseLanguage} className="mt-5" />
      </EmptyState>
    </main>
  );
}
