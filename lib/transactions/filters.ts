import { STATUSES } from '@/lib/events/status';
import { decimalText } from '@/lib/money';
import { ENVIRONMENTS, KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { isCalendarDate, isInstant, isTimeZone, startOfDay, type TimeZone } from '@/lib/time-zones';

/**
 * The one reader of a list's query string: the page, its links, the API and the export use it, so that they can never
 * disagree about what a filter means. What cannot be read is named in `problems` and left out.
 */
export type Filters = {
  readonly provider: readonly string[];
  readonly kind: readonly string[];
  readonly status: readonly string[];
  /** Matches the amount's currency, the currency out, or the token. */
  readonly currency: readonly string[];
  readonly environment: readonly string[];
  /** A date (a whole local day in `tz`) or an instant; inclusive. */
  readonly occurred_from: string | null;
  /** A date (included to its end) or an instant; instants are exclusive. */
  readonly occurred_to: string | null;
  readonly amount_min: string | null;
  readonly amount_max: string | null;
  readonly external_ref: string | null;
  readonly incomplete: boolean;
  readonly tz: TimeZone;
};

export const SORTS = ['-occurred_at', 'occurred_at', '-updated_at', 'updated_at', '-amount', 'amount'] as const;
export type Sort = (typeof SORTS)[number];

export type ListQuery = {
  readonly filters: Filters;
  readonly sort: Sort;
  readonly limit: number;
  /** Opaque; belongs to this filter and sort only. */
  readonly cursor: string | null;
};
export type Problem = { readonly parameter: string; readonly message: string };

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

export const NO_FILTERS: Filters = {
  provider: [],
  kind: [],
  status: [],
  currency: [],
  environment: [],
  occurred_from: null,
  occurred_to: null,
  amount_min: null,
  amount_max: null,
  external_ref: null,
  incomplete: false,
  tz: 'UTC',
};

const ALL_KINDS: readonly string[] = Object.values(KINDS).flat();
type Read<T> = { readonly value: T } | { readonly message: string };

const oneOf =
  (words: readonly string[]) =>
  (text: string): Read<string> =>
    words.includes(text) ? { value: text } : { message: `${quoted(text)} is not one of ${words.join(', ')}.` };

/** The parameters that may repeat; a comma does the same. */
const LISTS = {
  provider: oneOf(PROVIDERS),
  kind: oneOf(ALL_KINDS),
  status: oneOf(STATUSES),
  currency: (text: string): Read<string> =>
    /^[A-Za-z0-9]{2,12}$/.test(text)
      ? { value: text.toUpperCase() }
      : { message: `${quoted(text)} is not a currency code.` },
  environment: oneOf(ENVIRONMENTS),
} as const;

const SINGLES = {
  occurred_from: readMoment,
  occurred_to: readMoment,
  amount_min: readAmount,
  amount_max: readAmount,
  external_ref: (text: string): Read<string> =>
    text.length <= 500 ? { value: text } : { message: 'An external reference has at most 500 characters.' },
} as const;

const OTHERS = ['incomplete', 'tz', 'sort', 'limit', 'cursor'];

/** Reads a query string. Never throws; parameters it does not know are problems too, so that no typo passes unseen. */
export function readListQuery(search: URLSearchParams): { query: ListQuery; problems: Problem[] } {
  const problems: Problem[] = [];
  const keep = <T>(parameter: string, read: Read<T>): T | null => {
    if ('value' in read) return read.value;
    problems.push({ parameter, message: read.message });
    return null;
  };
  const list = (name: keyof typeof LISTS) => {
    const texts = search
      .getAll(name)
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter(Boolean);
    return [...new Set(texts)].map((text) => keep(name, LISTS[name](text))).filter((value) => value !== null);
  };
  const single = (name: keyof typeof SINGLES) => {
    const text = search.get(name)?.trim();
    return text ? keep(name, SINGLES[name](text)) : null;
  };
  for (const name of new Set(search.keys())) {
    const isKnown = name in LISTS || name in SINGLES || OTHERS.includes(name);
    if (!isKnown) problems.push({ parameter: name, message: 'This parameter does not exist.' });
  }
  const filters: Filters = {
    provider: list('provider'),
    kind: list('kind'),
    status: list('status'),
    currency: list('currency'),
    environment: list('environment'),
    occurred_from: single('occurred_from'),
    occurred_to: single('occurred_to'),
    amount_min: single('amount_min'),
    amount_max: single('amount_max'),
    external_ref: single('external_ref'),
    incomplete: keep('incomplete', readFlag(search.get('incomplete'))) ?? false,
    tz: keep('tz', readZone(search.get('tz'))) ?? 'UTC',
  };
  const sort = keep('sort', readSort(search.get('sort'))) ?? '-occurred_at';
  const limit = keep('limit', readLimit(search.get('limit'))) ?? DEFAULT_LIMIT;
  return { query: { filters, sort, limit, cursor: search.get('cursor') || null }, problems };
}

/** The query string that reads back as the same query; what is default is left out. */
export function writeListQuery(query: Partial<Omit<ListQuery, 'filters'>> & { filters: Filters }): URLSearchParams {
  const search = new URLSearchParams();
  const { filters } = query;
  for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[])
    for (const text of filters[name]) search.append(name, text);
  for (const name of Object.keys(SINGLES) as (keyof typeof SINGLES)[])
    if (filters[name]) search.set(name, filters[name]);
  if (filters.incomplete) search.set('incomplete', 'true');
  if (filters.tz !== 'UTC') search.set('tz', filters.tz);
  if (query.sort && query.sort !== '-occurred_at') search.set('sort', query.sort);
  if (query.limit && query.limit !== DEFAULT_LIMIT) search.set('limit', String(query.limit));
  if (query.cursor) search.set('cursor', query.cursor);
  return search;
}

/** The half-open range of instants [from, to) that the date filters mean. */
export function occurredRange(filters: Filters): { from: string | null; to: string | null } {
  const { occurred_from, occurred_to, tz } = filters;
  const instant = (text: string, days: number) =>
    isCalendarDate(text) ? startOfDay(text, tz, days).toISOString() : text;
  return { from: occurred_from && instant(occurred_from, 0), to: occurred_to && instant(occurred_to, 1) };
}

/** How many filters are set, the zone not counted. */
export function countFilters(filters: Filters): number {
  const lists = Object.keys(LISTS).filter((name) => filters[name as keyof typeof LISTS].length > 0);
  const singles = Object.keys(SINGLES).filter((name) => filters[name as keyof typeof SINGLES] !== null);
  return lists.length + singles.length + (filters.incomplete ? 1 : 0);
}

function readMoment(text: string): Read<string> {
  if (isCalendarDate(text)) return { value: text };
  return isInstant(text)
    ? { value: text }
    : { message: `${quoted(text)} is neither a date (2026-03-31) nor an instant with a zone (2026-03-31T12:00:00Z).` };
}

function readAmount(text: string): Read<string> {
  const amount = decimalText(text);
  return amount === null ? { message: `${quoted(text)} is not a decimal amount such as 1250.50.` } : { value: amount };
}

function readFlag(text: string | null): Read<boolean> {
  if (text === null || text === '' || text === 'false') return { value: false };
  return text === 'true' ? { value: true } : { message: `${quoted(text)} is neither true nor false.` };
}

function readZone(text: string | null): Read<TimeZone> {
  if (!text) return { value: 'UTC' };
  return isTimeZone(text) ? { value: text } : { message: `${quoted(text)} is not a time zone of the desk.` };
}

function readSort(text: string | null): Read<Sort> {
  const sort = SORTS.find((word) => word === (text || '-occurred_at'));
  return sort ? { value: sort } : { message: `${quoted(text ?? '')} is not one of ${SORTS.join(', ')}.` };
}

function readLimit(text: string | null): Read<number> {
  if (!text) return { value: DEFAULT_LIMIT };
  const isInRange = /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_LIMIT;
  return isInRange ? { value: Number(text) } : { message: `${quoted(text)} is not a number from 1 to ${MAX_LIMIT}.` };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
