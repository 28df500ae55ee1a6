import { FEEDS, type FeedName } from '@/lib/providers/listing';
import { LEDGER_STATES, type LedgerKey, type LedgerState, OPEN_STATES } from './ledger';

/** What the page of unacknowledged events shows: those with something to do, one state, or all. */
export type LedgerView = 'open' | LedgerState | 'all';
export type LedgerFilters = { readonly view: LedgerView; readonly feed: FeedName | null };
/** The row a page begins after: its time, feed and event id. */
export type LedgerPlace = LedgerKey & { readonly at: string };
export type LedgerQuery = LedgerFilters & { readonly after: LedgerPlace | null; readonly ignored: readonly string[] };

const VIEWS: readonly string[] = ['open', 'all', ...LEDGER_STATES];
const KNOWN = ['state', 'feed', 'after'];

/** Reads the address. Never throws: what means nothing is named and left out. */
export function readLedgerQuery(search: URLSearchParams): LedgerQuery {
  const ignored = [...new Set(search.keys())].filter((name) => !KNOWN.includes(name));
  const read = <T>(name: string, meaning: (text: string) => T | undefined): T | null => {
    const text = search.get(name);
    if (!text) return null;
    const value = meaning(text);
    if (value === undefined) ignored.push(name);
    return value ?? null;
  };
  return {
    view: read('state', (text) => (VIEWS.includes(text) ? (text as LedgerView) : undefined)) ?? 'open',
    feed: read('feed', feedNamed),
    after: read('after', (text) => readPlace(text) ?? undefined),
    ignored,
  };
}

/** The address that reads back as the same; what is default is left out. */
export function ledgerHref({ view, feed }: LedgerFilters, after: LedgerPlace | null = null): string {
  const search = new URLSearchParams();
  if (view !== 'open') search.set('state', view);
  if (feed) search.set('feed', feed);
  if (after) search.set('after', `${after.at} ${keyText(after)}`);
  return search.size > 0 ? `/webhooks/unacknowledged?${search}` : '/webhooks/unacknowledged';
}

/** The states a view shows. */
export function statesOf(view: LedgerView): readonly LedgerState[] {
  if (view === 'all') return LEDGER_STATES;
  return view === 'open' ? OPEN_STATES : [view];
}

/** One event as a form's value, and back. */
export function keyText({ feed, eventId }: LedgerKey): string {
  return `${feed} ${eventId}`;
}

export function readKey(text: string): LedgerKey | null {
  const [, name = '', eventId = ''] = /^(\S+) (\S{1,200})$/.exec(text) ?? [];
  const feed = feedNamed(name);
  return feed ? { feed, eventId } : null;
}

function readPlace(text: string): LedgerPlace | null {
  const [, at = '', rest = ''] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z) (.+)$/.exec(text) ?? [];
  const key = readKey(rest);
  return key && !Number.isNaN(Date.parse(at)) ? { ...key, at } : null;
}

function feedNamed(name: string): FeedName | undefined {
  return FEEDS.find((feed) => feed === name);
}
