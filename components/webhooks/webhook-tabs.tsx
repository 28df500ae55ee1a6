import { useTranslations } from 'next-intl';
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';

const TABS = {
  received: '/webhooks',
  unrecognised: '/webhooks?result=unrecognised',
  refused: '/webhooks/refused',
  unacknowledged: '/webhooks/unacknowledged',
  acknowledgements: '/webhooks/acknowledgements',
  lists: '/webhooks/lists',
  sources: '/webhooks/sources',
} as const;
export type WebhookTab = keyof typeof TABS;

/** The views of what providers sent; the URL says which one is open. */
export function WebhookTabs({ current, className }: { readonly current: WebhookTab; readonly className?: string }) {
  const t = useTranslations('webhooks');
  const names = Object.keys(TABS) as WebhookTab[];
  const tabs: LinkTab[] = names.map((name) => ({
    href: TABS[name],
    label: t(`tab.${name}`),
    isCurrent: name === current,
  }));
  return <LinkTabs tabs={tabs} label={t('tabs')} className={className} />;
}
