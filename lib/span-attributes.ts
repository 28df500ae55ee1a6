import { blotted } from '@/scripts/log.mjs';

/** Attributes whose value is an address: kept up to its query. */
const ADDRESSES = new Set(['http.target', 'http.url', 'url.full', 'url.path', 'next.span_name', 'operation.name']);
/** What a browser or a caller says of itself, or a query as such: not needed to find what is slow. */
const DROPPED =
  /^(?:url\.query|http\.user_agent|user_agent\.|client\.|net\.peer\.|net\.sock\.|enduser\.|exception\.message)/;

/** Takes out of a span what could be about a person: queries, addresses of callers, quoted values. Pure. */
export const withoutPersons = {
  /** A text without queries and without whatever looks like somebody's. */
  text: (text: string): string => blotted(text.replace(/\?\S*/g, '')),
  /** In place. */
  attributes(attributes: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(attributes)) {
      if (DROPPED.test(key)) delete attributes[key];
      else if (typeof value !== 'string') continue;
      else attributes[key] = ADDRESSES.has(key) ? withoutPersons.text(value) : blotted(value);
    }
  },
};
