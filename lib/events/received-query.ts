import { type Said, said } from '@/lib/language/said';
import { isProvider } from '@/lib/providers/catalogue';
import { isCalendarDate, isInstant, isTimeZone, startOfDay } from '@/lib/time-zones';
import { ORIGINS, PROOFS } from './delivery';
import { type DeliveryFilters, isResult, isSeq, LAGS, NO_DELIVERY_FILTERS, type Place, RESULTS } from './received';
import { type Read, searchOf } from './received-search';

/**
 * The one reader of the address of what was received: the page, its links, the tail and reprocessing use it, so that
 * they can never disagree about what a filter means. What cannot be read is named in `problems` and left out.
 */
export type ReceivedQuery = {
  readonly filters: DeliveryFilters;
  readonly place: Place;
  /** New rows appear by themselves. */
  readonly isTailing: boolean;
};
export type Problem = { readonly parameter: string; readonly message: Said };

const oneOf =
  <T extends string>(test: (text: string) => text is T, words: string | Said) =>
  (text: string): Read<T> =>
    test(text) ? { value: text } : { message: said('webhooks.problem.notOneOf', { value: quoted(text), words }) };
const isIn =
  <T extends string>(words: readonly T[]) =>
  (text: string): text is T =>
    (words as readonly string[]).includes(text);
const among = <T extends string>(words: readonly T[]) => oneOf(isIn(words), words.join(', '));

const seq = (text: string): Read<string> =>
  isSeq(text) ? { value: text } : { message: said('webhooks.problem.number', { value: quoted(text) }) };

/** Each parameter and how its text is read; a blank one is as good as none. */
const READERS = {
  provider: oneOf(isProvider, 'juno, ripio, brla'),
  result: oneOf(isResult, RESULTS.join(', ')),
  proof: among(PROOFS),
  origin: among(ORIGINS),
  answer: (text: string): Read<number> =>
    /^[1-5]\d\d$/.test(text)
      ? { value: Number(text) }
      : { message: said('webhooks.problem.status', { value: quoted(text) }) },
  lag: among(Object.keys(LAGS) as (keyof typeof LAGS)[]),
  duplicates: flag,
  received_from: moment,
  received_to: moment,
  tz: oneOf(isTimeZone, said('webhooks.problem.zones')),
  find: (text: string): Read<string> => {
    const search = searchOf(text);
    return 'message' in search ? search : { value: text };
  },
  older: seq,
  newer: seq,
  tail: (text: string): Read<boolean> => (text === 'on' ? { value: true } : { message: said('webhooks.problem.tail') }),
} as const;
type Name = keyof typeof READERS;
type Value<N extends Name> = Extract<ReturnType<(typeof READERS)[N]>, { value: unknown }>['value'];

/** Parameters that were once in addresses, or belong to the page around; they mean nothing here and are no typo. */
const FOREIGN = ['tab'];

/**
 * Reads the address. Never throws; parameters it does not know are problems too, so that no typo passes unseen. Whoever sees
 * masked does not search inside of bodies: what is found there tells what is in them.
 */
export function readReceivedQuery(
  sight: 'clear' | 'masked',
  search: URLSearchParams,
): { query: ReceivedQuery; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(READERS, name) && !FOREIGN.includes(name))
      problems.push({ parameter: name, message: said('webhooks.problem.unknown') });
  }
  const read = <N extends Name>(name: N): Value<N> | null => {
    const text = search.get(name)?.trim();
    if (!text) return null;
    const found = READERS[name](text);
    if ('value' in found && !(name === 'find' && sight === 'masked' && isFragment(text)))
      return found.value as Value<N>;
    problems.push({ parameter: name, message: 'message' in found ? found.message : INSIDE });
    return null;
  };
  const filters: DeliveryFilters = {
    provider: read('provider'),
    result: read('result'),
    proof: read('proof'),
    origin: read('origin'),
    answer: read('answer'),
    lag: read('lag'),
    duplicates: read('duplicates') ?? false,
    received_from: read('received_from'),
    received_to: read('received_to'),
    tz: read('tz') ?? 'UTC',
    find: read('find'),
  };
  const older = read('older');
  const newer = read('newer');
  const place: Place = older ? { seq: older, direction: 'older' } : newer ? { seq: newer, direction: 'newer' } : null;
  return { query: { filters, place, isTailing: read('tail') ?? false }, problems };
}

const INSIDE = said('webhooks.problem.inside');

function isFragment(text: string): boolean {
  const search = searchOf(text);
  return 'by' in search && search.by === 'fragment';
}

/** The query string that reads back as the same; what is default is left out. */
export function writeReceivedQuery({ filters = NO_DELIVERY_FILTERS, place, isTailing }: Partial<ReceivedQuery>) {
  const search = new URLSearchParams();
  for (const name of Object.keys(NO_DELIVERY_FILTERS) as (keyof DeliveryFilters)[]) {
    // The zone means something only beside a date.
    const isIdle = name === 'tz' && !filters.received_from && !filters.received_to;
    const value = filters[name];
    if (value !== NO_DELIVERY_FILTERS[name] && !isIdle) search.set(name, String(value));
  }
  if (place) search.set(place.direction, place.seq);
  if (isTailing) search.set('tail', 'on');
  return search;
}

/** The half-open range of instants [from, to) that the date filters mean. */
export function receivedRange({ received_from, received_to, tz }: DeliveryFilters) {
  const instant = (text: string, days: number) =>
    isCalendarDate(text) ? startOfDay(text, tz, days).toISOString() : text;
  return { from: received_from && instant(received_from, 0), to: received_to && instant(received_to, 1) };
}

/** Whether anything is narrowed. */
export function isFiltered(filters: DeliveryFilters): boolean {
  return writeReceivedQuery({ filters }).size > 0;
}

/** Which deliveries somebody chose to have read again: some by number, or all that match a filter. */
export type Selection =
  | { readonly by: 'number'; readonly seqs: readonly string[] }
  | { readonly by: 'filter'; readonly filters: DeliveryFilters };

/** Reads a choice. One that cannot be read whole is refused: it must not be wider than what was meant. */
export function readSelection(
  sight: 'clear' | 'masked',
  search: URLSearchParams,
): Selection | { readonly problems: readonly Problem[] } {
  if (search.get('all') !== 'on') {
    const texts = search.getAll('seq');
    const bad = texts.find((text) => !isSeq(text));
    if (bad !== undefined)
      return { problems: [{ parameter: 'seq', message: said('webhooks.problem.number', { value: quoted(bad) }) }] };
    return { by: 'number', seqs: [...new Set(texts)] };
  }
  const rest = new URLSearchParams([...search].filter(([name]) => name !== 'all' && name !== 'seq'));
  const { query, problems } = readReceivedQuery(sight, rest);
  return problems.length > 0 ? { problems } : { by: 'filter', filters: query.filters };
}

function flag(text: string): Read<boolean> {
  if (text === 'false') return { value: false };
  return text === 'true' ? { value: true } : { message: said('webhooks.problem.flag', { value: quoted(text) }) };
}

function moment(text: string): Read<string> {
  return isCalendarDate(text) || isInstant(text)
    ? { value: text }
    : { message: said('webhooks.problem.moment', { value: quoted(text) }) };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
