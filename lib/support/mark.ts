/**
 * What freezes an answer: the position of a receipt, up to which messages count, and the moment that it speaks of. Both
 * stand in the address of a permanent link. Pure.
 */
export type Mark = { readonly position: bigint; readonly at: Date };

const POSITION = /^\d{1,18}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** The mark in an address; `null` where there is none, `unreadable` for what is none or lies ahead of us. */
export function readMark(search: URLSearchParams, now: Date): Mark | null | 'unreadable' {
  const [position, at] = [search.get('as-of'), search.get('at')];
  if (position === null && at === null) return null;
  if (position === null || at === null || !POSITION.test(position) || !INSTANT.test(at)) return 'unreadable';
  const moment = new Date(at);
  if (Number.isNaN(+moment) || moment > now) return 'unreadable';
  return { position: BigInt(position), at: moment };
}

/** The address of one payment's answer; with a mark, frozen. `language` is the customer's. */
export function supportHref(id: string, { mark, language }: { mark?: Mark | null; language?: string | null }): string {
  const search = new URLSearchParams();
  if (mark) {
    search.set('as-of', String(mark.position));
    search.set('at', mark.at.toISOString());
  }
  if (language) search.set('in', language);
  return `/support/${encodeURIComponent(id)}${search.size > 0 ? `?${search}` : ''}`;
}
