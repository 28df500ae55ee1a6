import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Messages } from '@/components/language/messages';
import { Theme } from '@/components/layout/theme';
import { Announcer } from '@/components/ui/announcer';
import { NonceProvider } from '@/components/ui/nonce';
import { mono, sans } from './fonts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return {
    title: { default: 'Concilia', template: '%s · Concilia' },
    description: t('desk'),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#15171c' },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={await getLocale()} suppressHydrationWarning className={`${sans.variable} ${mono.variable}`}>
      <body className="min-h-dvh font-sans text-sm">
        <NonceProvider nonce={(await headers()).get('x-concilia-nonce') ?? ''}>
          <Theme>
            <Messages rooms={['settings']}>{children}</Messages>
          </Theme>
        </NonceProvider>
        <Announcer />
      </body>
    </html>
  );
}
