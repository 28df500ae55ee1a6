import { type ReceivedQuery, readReceivedQuery, writeReceivedQuery } from '@/lib/events/received-query';

/** The address of what was received; what is default is left out. */
export function receivedHref(query: Partial<ReceivedQuery>): string {
  return withSearch('/webhooks', writeReceivedQuery(query));
}

/** Where all deliveries that match a filter are read again. */
export function reprocessAllHref({ filters }: Pick<ReceivedQuery, 'filters'>): string {
  const search = writeReceivedQuery({ filters });
  search.set('all', 'on');
  return withSearch('/webhooks/reprocess', search);
}

/**
 * The shortest address that says what a filled form says. A form with something unreadable in it keeps its words, so
 * that the page can say what it ignored.
 */
export function canonicalHref(search: URLSearchParams): string {
  const { query, problems } = readReceivedQuery('clear', search);
  if (problems.length === 0) return receivedHref({ ...query, place: null });
  const isKept = ([name, value]: [string, string]) => value.trim() !== '' && name !== 'older' && name !== 'newer';
  return withSearch('/webhooks', new URLSearchParams([...search].filter(isKept)));
}

function withSearch(path: string, search: URLSearchParams): string {
  return search.size > 0 ? `${path}?${search}` : path;
}
