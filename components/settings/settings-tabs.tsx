'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { may, type Role } from '@/lib/access/rights';

const TABS = [
  { name: 'you', right: 'ask' },
  { name: 'people', right: 'administer' },
  { name: 'roles', right: 'ask' },
  { name: 'keys', right: 'administer' },
  { name: 'approvals', right: 'browse' },
  { name: 'alerts', right: 'browse' },
  { name: 'audit', right: 'audit' },
] as const;

/** The settings that this role may open, each at `/settings/<name>`. */
export function SettingsTabs({ role }: { readonly role: Role }) {
  const t = useTranslations('settings');
  const pathname = usePathname();
  const tabs = TABS.filter(({ right }) => may({ role }, right)).map(({ name }) => ({
    href: `/settings/${name}`,
    label: t(`tabs.${name}`),
    isCurrent: pathname.startsWith(`/settings/${name}`),
  }));
  return <LinkTabs label={t('title')} tabs={tabs} className="mb-5" />;
}
