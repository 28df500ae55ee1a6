import { type DeliveryFilters, isResult, isSeq, type Place } from '@/lib/events/received';
import { isProvider } from '@/lib/providers/catalogue';

/** The tabs of the webhooks page. */
export const TABS = ['received', 'refused'] as const;
export type Tab = (typeof TABS)[number];

/** What the address of the webhooks page says. `ignored` names the parameters that could not be read. */
export type WebhookQuery = {
  readonly tab: Tab;
  readonly filters: DeliveryFilters;
  readonly place: Place;
  readonly ignored: readonly string[];
};

const KNOWN = ['tab', 'provider', 'result', 'older', 'newer'];

/** Reads the address. Never throws: what means nothing is named and left out. */
export function readWebhookQuery(search: URLSearchParams): WebhookQuery {
  const ignored = [...new Set(search.keys())].filter((name) => !KNOWN.includes(name));
  const read = <T extends string>(name: string, test: (text: string) => text is T): T | null => {
    const text = search.get(name);
    if (!text) return null;
    if (test(text)) return text;
    ignored.push(name);
    return null;
  };
  const seq = (text: string): text is string => isSeq(text);
  const older = read('older', seq);
  const newer = read('newer', seq);
  return {
    tab: read('tab', (text): text is Tab => (TABS as readonly string[]).includes(text)) ?? 'received',
    filters: { provider: read('provider', isProvider), result: read('result', isResult) },
    place: older ? { seq: older, direction: 'older' } : newer ? { seq: newer, direction: 'newer' } : null,
    ignored,
  };
}

/** The address that reads back as the same; what is default is left out. */
export function webhooksHref({
  tab = 'received',
  filters,
  place = null,
}: Partial<Omit<WebhookQuery, 'ignored'>>): string {
  const search = new URLSearchParams();
  if (tab !== 'received') search.set('tab', tab);
  if (filters?.provider) search.set('provider', filters.provider);
  if (filters?.result) search.set('result', filters.result);
  if (place) search.set(place.direction, place.seq);
  return search.size > 0 ? `/webhooks?${search}` : '/webhooks';
}
