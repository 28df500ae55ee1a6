import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';

export type WebhookTab =
  | 'received'
  | 'unrecognised'
  | 'refused'
  | 'unacknowledged'
  | 'acknowledgements'
  | 'lists'
  | 'sources';

const TABS: readonly { readonly name: WebhookTab; readonly href: string; readonly label: string }[] = [
  { name: 'received', href: '/webhooks', label: 'Received' },
  { name: 'unrecognised', href: '/webhooks?result=unrecognised', label: 'Unrecognised' },
  { name: 'refused', href: '/webhooks/refused', label: 'Refused' },
  { name: 'unacknowledged', href: '/webhooks/unacknowledged', label: 'Unacknowledged' },
  { name: 'acknowledgements', href: '/webhooks/acknowledgements', label: 'False acknowledgements' },
  { name: 'lists', href: '/webhooks/lists', label: 'Provider lists' },
  { name: 'sources', href: '/webhooks/sources', label: 'Sources' },
];

/** The views of what providers sent; the URL says which one is open. */
export function WebhookTabs({ current, className }: { readonly current: WebhookTab; readonly className?: string }) {
  const tabs: LinkTab[] = TABS.map(({ name, href, label }) => ({ href, label, isCurrent: name === current }));
  return <LinkTabs tabs={tabs} label="Webhook views" className={className} />;
}
