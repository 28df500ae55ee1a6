import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LanguageBar } from '@/components/layout/language-switch';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { chooseLanguage } from './sign-in/language-action';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: t('notFound.heading') };
}

export default function NotFound() {
  const t = useTranslations('frame');
  return (
    <main className="min-h-dvh px-4 pt-[20dvh] pb-10">
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
