import { isCalendarDate } from '@/lib/time-zones';
import { type AuditAction, isAuditAction } from './entry';

/** What the address of the log says; the page, its pages and its files read the same. Pure. */

export type AuditFilters = {
  readonly who: string | null;
  readonly action: AuditAction | null;
  readonly kind: string | null;
  readonly object: string | null;
  readonly address: string | null;
  /** Days on the clock of the person who looks, YYYY-MM-DD; both belong to it. */
  readonly from: string | null;
  readonly to: string | null;
};
/** The entries before or after a number; `null`: from the latest. */
export type AuditPlace = { readonly seq: string; readonly direction: 'older' | 'newer' } | null;
export type AuditQuery = {
  readonly filters: AuditFilters;
  readonly place: AuditPlace;
  /** Parameters that could not be read and were left out. */
  readonly ignored: readonly string[];
};

export const AUDIT = '/settings/audit';
const FILTERS = ['who', 'action', 'kind', 'object', 'address', 'from', 'to'] as const satisfies (keyof AuditFilters)[];
export const NO_FILTERS: AuditFilters = {
  ...{ who: null, action: null, kind: null, object: null, address: null, from: null, to: null },
};

export function readAuditQuery(search: URLSearchParams): AuditQuery {
  const ignored = [...new Set(search.keys())].filter(
    (name) => ![...FILTERS, 'older', 'newer'].some((one) => one === name),
  );
  const read = <T extends string>(name: string, is: (text: string) => text is T): T | null => {
    const text = (search.get(name) ?? '').trim();
    if (text === '') return null;
    if (is(text)) return text;
    ignored.push(name);
    return null;
  };
  const [older, newer] = [read('older', isSeq), read('newer', isSeq)];
  const filters: AuditFilters = {
    who: read('who', isText),
    action: read('action', isAuditAction),
    kind: read('kind', isText),
    object: read('object', isText),
    address: read('address', isText),
    from: read('from', isDay),
    to: read('to', isDay),
  };
  const place = older ? ({ seq: older, direction: 'older' } as const) : null;
  return { filters, place: place ?? (newer ? { seq: newer, direction: 'newer' } : null), ignored };
}

/** The address that reads back as the same; what is default is left out. */
export function auditHref(filters: AuditFilters, place: AuditPlace = null, path = AUDIT): string {
  const search = new URLSearchParams();
  for (const name of FILTERS) {
    const value = filters[name];
    if (value !== null) search.set(name, value);
  }
  if (place) search.set(place.direction, place.seq);
  return search.size > 0 ? `${path}?${search}` : path;
}

export function isFiltered(filters: AuditFilters): boolean {
  return FILTERS.some((name) => filters[name] !== null);
}

const isSeq = (text: string): text is string => /^[1-9]\d{0,17}$/.test(text);
const isDay = (text: string): text is string => isCalendarDate(text);
const isText = (text: string): text is string => text.length <= 300 && text.isWellFormed() && !text.includes('\u0000');
