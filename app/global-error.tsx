'use client';

import './globals.css';
import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { type Locale, negotiate } from '@/lib/language/locales';
import en from '@/lib/language/messages/en/broken.json';
import es from '@/lib/language/messages/es/broken.json';
import ptBR from '@/lib/language/messages/pt-BR/broken.json';
import { regionOf } from '@/lib/language/region';

const WORDS = { en, es, 'pt-BR': ptBR } as const satisfies Record<Locale, typeof en>;

type Props = { readonly error: Error & { readonly digest?: string } };

/** When even the root layout failed: no theme, no router, only words in the browser's language and a way to try again. */
export default function GlobalError({ error }: Props) {
  const locale = negotiate(typeof navigator === 'undefined' ? null : navigator.languages.join(','));
  return (
    <html lang={locale} suppressHydrationWarning>
      <body className="grid min-h-dvh place-items-center p-6 font-sans text-sm">
        <NextIntlClientProvider locale={regionOf(locale, null)} timeZone="UTC" messages={{ broken: WORDS[locale] }}>
          <Broken error={error} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

function Broken({ error }: Props) {
  const t = useTranslations('broken');
  return (
    <>
      <title>{`${t('title')} · Concilia`}</title>
      <main role="alert" className="max-w-md text-center">
        <h1 className="text-base font-semibold">{t('heading')}</h1>
        <p className="mt-1.5 text-ink-2">{t('body')}</p>
        {error.digest && <p className="mt-3 text-xs text-ink-2">{t('reference', { digest: error.digest })}</p>}
        <button
          type="button"
          onClick={() => window.location.reload()}
          className="mt-5 h-9 cursor-pointer rounded-lg bg-accent px-3.5 text-body font-medium text-on-accent"
        >
          {t('again')}
        </button>
      </main>
    </>
  );
}
