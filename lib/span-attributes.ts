import { blotted } from '@/scripts/log.mjs';

/**
 * What a span does not keep: addresses, since a path names a payment or holds a webhook's secret and a query a search
 * (`next.route` tells which page it was), and whatever a caller says of itself.
 */
const DROPPED =
  /^(?:http\.target|http\.url|url\.|http\.user_agent|user_agent\.|http\.client_ip|client\.|net\.peer\.ip|net\.sock\.|enduser\.|exception\.(?:message|stacktrace)|next\.pathname)/;

/** Takes out of a span what could be about a person. Pure. */
export const withoutPersons = {
  /** A text without queries, without the paths of other hosts and without whatever looks like somebody's. */
  text: (text: string): string => blotted(text.replace(/(https?:\/\/[^/\s?]+)\S*/g, '$1').replace(/\?\S*/g, '')),
  /** In place. */
  attributes(attributes: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(attributes)) {
      if (DROPPED.test(key)) delete attributes[key];
      else if (typeof value === 'string') attributes[key] = withoutPersons.text(value);
    }
  },
};
