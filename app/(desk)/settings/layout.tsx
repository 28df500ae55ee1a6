import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { SettingsTabs } from '@/components/settings/settings-tabs';
import { requireRight } from '@/lib/access/session';

/** The frame of the settings: one tab for each that the person may open. Protects nothing: every page asks itself. */
export default async function SettingsLayout({ children }: { readonly children: ReactNode }) {
  const { role } = await requireRight('ask');
  const t = await getTranslations('settings');
  return (
    <>
      <PageHeader title={t('title')} />
      <Messages rooms={['settings']}>
        <SettingsTabs role={role} />
      </Messages>
      {children}
    </>
  );
}
