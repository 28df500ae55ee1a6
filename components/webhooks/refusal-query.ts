import { isSeq, type Place } from '@/lib/events/received';
import {
  KEPT_CAUSES,
  type KeptCause,
  REFUSAL_STATES,
  type RefusalFilters,
  type RefusalState,
} from '@/lib/events/refusal';
import { isProvider, type Provider } from '@/lib/providers/catalogue';

/** What the address of the list of refusals says. `ignored` names the parameters that could not be read. */
export type RefusalQuery = {
  readonly filters: RefusalFilters;
  readonly place: Place;
  readonly ignored: readonly string[];
};

const KNOWN = ['state', 'provider', 'cause', 'older', 'newer'];

/** Reads the address. Never throws: what means nothing is named and left out. */
export function readRefusalQuery(search: URLSearchParams): RefusalQuery {
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
    filters: {
      state: read('state', (text): text is RefusalState => (REFUSAL_STATES as readonly string[]).includes(text)),
      provider: read('provider', (text): text is Provider | 'other' => text === 'other' || isProvider(text)),
      cause: read('cause', (text): text is KeptCause => (KEPT_CAUSES as readonly string[]).includes(text)),
    },
    place: older ? { seq: older, direction: 'older' } : newer ? { seq: newer, direction: 'newer' } : null,
    ignored,
  };
}

/** The address that reads back as the same; what is default is left out. */
export function refusalsHref({ state, provider, cause }: RefusalFilters, place: Place = null): string {
  const search = new URLSearchParams();
  if (state) search.set('state', state);
  if (provider) search.set('provider', provider);
  if (cause) search.set('cause', cause);
  if (place) search.set(place.direction, place.seq);
  return search.size > 0 ? `/webhooks/refused?${search}` : '/webhooks/refused';
}
