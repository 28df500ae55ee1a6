import { DIFFERENCE_STATES, type DifferenceFilters, type DifferenceState } from '@/lib/lists/difference';
import { LISTS, type ListName } from '@/lib/providers/listing';

/** What the address of the page of provider lists says. `ignored` names the parameters that could not be read. */
export type DifferenceQuery = { readonly filters: DifferenceFilters; readonly ignored: readonly string[] };

const KNOWN = ['state', 'list'];

/** Reads the address. Never throws: what means nothing is named and left out. */
export function readDifferenceQuery(search: URLSearchParams): DifferenceQuery {
  const ignored = [...new Set(search.keys())].filter((name) => !KNOWN.includes(name));
  const read = <T extends string>(name: string, test: (text: string) => text is T): T | null => {
    const text = search.get(name);
    if (!text) return null;
    if (test(text)) return text;
    ignored.push(name);
    return null;
  };
  const isState = (text: string): text is DifferenceState => (DIFFERENCE_STATES as readonly string[]).includes(text);
  const isList = (text: string): text is ListName => Object.hasOwn(LISTS, text);
  return { filters: { state: read('state', isState) ?? 'open', list: read('list', isList) }, ignored };
}

/** The address that reads back as the same; what is default is left out. */
export function differencesHref({ state, list }: DifferenceFilters, path = '/webhooks/lists'): string {
  const search = new URLSearchParams();
  if (state !== 'open') search.set('state', state);
  if (list) search.set('list', list);
  return search.size > 0 ? `${path}?${search}` : path;
}
