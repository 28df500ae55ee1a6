import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { ENVIRONMENTS, KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { isCalendarDate, isInstant, isTimeZone, startOfDay, type TimeZone } from '@/lib/time-zones';
import { BOARD_COLUMNS, type BoardColumn, LIMIT_STATES, type LimitState } from './refund';

/**
 * The one reader of the address of the refunds: the board, the table, their links and the export use it, so that they
 * can never disagree about what a filter means. What cannot be read is named in `problems` and left out.
 */
export type RefundFilters = {
  readonly provider: readonly string[];
  readonly kind: readonly string[];
  readonly environment: readonly string[];
  readonly column: readonly BoardColumn[];
  readonly limit_state: readonly LimitState[];
  /** The step it stands at, by the provider's name. */
  readonly step: readonly string[];
  readonly currency: readonly string[];
  /** An e-mail address, or NOBODY. */
  readonly assignee: string | null;
  readonly amount_min: string | null;
  readonly amount_max: string | null;
  /** A date (a whole local day in `tz`) or an instant; the beginning is inclusive. */
  readonly triggered_from: string | null;
  /** A date (included to its end) or an instant; instants are exclusive. */
  readonly triggered_to: string | null;
  /** The same of the completion or failure. */
  readonly ended_from: string | null;
  readonly ended_to: string | null;
  /** At least so many seconds old. */
  readonly older_than: number | null;
  /** An external reference or a transaction id, whole. */
  readonly q: string | null;
  readonly id_missing: boolean;
  readonly one_sided: boolean;
  readonly partial: boolean;
  readonly tz: TimeZone;
};

export const NOBODY = 'nobody';
export const REFUND_VIEWS = ['board', 'table'] as const;
export type RefundView = (typeof REFUND_VIEWS)[number];
export const REFUND_SORTS = ['-triggered_at', 'triggered_at', '-moved_at', 'moved_at', '-amount', 'amount'] as const;
export type RefundSort = (typeof REFUND_SORTS)[number];
export const DEFAULT_REFUND_LIMIT = 50;
export const MAX_REFUND_LIMIT = 200;

export type RefundQuery = {
  readonly filters: RefundFilters;
  readonly view: RefundView;
  readonly sort: RefundSort;
  readonly limit: number;
  /** Opaque; belongs to this filter and sort only. */
  readonly cursor: string | null;
};
export type Problem = { readonly parameter: string; readonly message: Said };

export const NO_REFUND_FILTERS: RefundFilters = {
  provider: [],
  kind: [],
  environment: [],
  column: [],
  limit_state: [],
  step: [],
  currency: [],
  assignee: null,
  amount_min: null,
  amount_max: null,
  triggered_from: null,
  triggered_to: null,
  ended_from: null,
  ended_to: null,
  older_than: null,
  q: null,
  id_missing: false,
  one_sided: false,
  partial: false,
  tz: 'UTC',
};

type Read<T> = { readonly value: T } | { readonly message: Said };

/** It carries its words, for the reference of the API. */
const oneOf = <T extends string>(words: readonly T[]) => {
  const read = (text: string): Read<T> => {
    const word = words.find((known) => known === text);
    return word === undefined
      ? { message: said('refunds.problem.notOneOf', { text: quoted(text), words: words.join(', ') }) }
      : { value: word };
  };
  return Object.assign(read, { words });
};
const shaped =
  (shape: RegExp, problem: (text: string) => Said) =>
  (text: string): Read<string> =>
    shape.test(text) ? { value: text } : { message: problem(quoted(text)) };

const code = shaped(/^[A-Z0-9]{2,12}$/, (text) => said('refunds.problem.currency', { text }));

/** Parameters that may repeat; a comma does the same. */
export const REFUND_LISTS = {
  provider: oneOf(PROVIDERS),
  kind: oneOf(Object.values(KINDS).flat()),
  environment: oneOf(ENVIRONMENTS),
  column: oneOf(BOARD_COLUMNS),
  limit_state: oneOf(LIMIT_STATES),
  step: shaped(/^[\w.-]{1,60}$/, (text) => said('refunds.problem.step', { text })),
  currency: (text: string): Read<string> => code(text.toUpperCase()),
} as const;

export const REFUND_SINGLES = {
  assignee: shaped(/^(nobody|[^\s@]{1,120}@[^\s@]{1,120})$/, (text) =>
    said('refunds.problem.assignee', { text, nobody: NOBODY }),
  ),
  amount_min: readAmount,
  amount_max: readAmount,
  triggered_from: readMoment,
  triggered_to: readMoment,
  ended_from: readMoment,
  ended_to: readMoment,
  older_than: readSeconds,
  q: (text: string): Read<string> =>
    text.length <= 500 && text.isWellFormed() && !text.includes('\u0000')
      ? { value: text }
      : { message: said('refunds.problem.q') },
} as const;

export const REFUND_FLAGS = ['id_missing', 'one_sided', 'partial'] as const;

/** Parameters with a default; they are left out of the address where they are it. */
const OTHERS = {
  tz: { read: (text: string): Read<TimeZone> => (isTimeZone(text) ? { value: text } : notAZone(text)), default: 'UTC' },
  view: { read: oneOf(REFUND_VIEWS), default: 'board' },
  sort: { read: oneOf(REFUND_SORTS), default: '-triggered_at' },
  limit: { read: readLimit, default: DEFAULT_REFUND_LIMIT },
} as const;
const KNOWN = [
  ...Object.keys(REFUND_LISTS),
  ...Object.keys(REFUND_SINGLES),
  ...REFUND_FLAGS,
  ...Object.keys(OTHERS),
  'cursor',
];

type Value<R extends (text: string) => unknown> = Extract<ReturnType<R>, { value: unknown }>['value'];

/** Reads a query string. Never throws; parameters it does not know are problems too, so that no typo passes unseen. */
export function readRefundQuery(search: URLSearchParams): { query: RefundQuery; problems: Problem[] } {
  const problems: Problem[] = [];
  const keep = <T>(parameter: string, read: Read<T>): T | null => {
    if ('value' in read) return read.value;
    problems.push({ parameter, message: read.message });
    return null;
  };
  const list = <N extends keyof typeof REFUND_LISTS>(name: N) => {
    const texts = search.getAll(name).flatMap((text) => text.split(','));
    const words = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
    type Word = Value<(typeof REFUND_LISTS)[N]>;
    return words.map((text) => keep(name, REFUND_LISTS[name](text) as Read<Word>)).filter((word) => word !== null);
  };
  const single = <N extends keyof typeof REFUND_SINGLES>(name: N) => {
    const text = search.get(name)?.trim();
    return text ? keep(name, REFUND_SINGLES[name](text) as Read<Value<(typeof REFUND_SINGLES)[N]>>) : null;
  };
  const other = <N extends keyof typeof OTHERS>(name: N) => {
    const text = search.get(name);
    const fallback = OTHERS[name].default as Value<(typeof OTHERS)[N]['read']>;
    return text ? (keep(name, OTHERS[name].read(text) as Read<typeof fallback>) ?? fallback) : fallback;
  };
  const flag = (name: (typeof REFUND_FLAGS)[number]) => keep(name, readFlag(search.get(name))) ?? false;
  for (const name of new Set(search.keys()))
    if (!KNOWN.includes(name)) problems.push({ parameter: name, message: said('refunds.problem.unknown') });
  const filters: RefundFilters = {
    provider: list('provider'),
    kind: list('kind'),
    environment: list('environment'),
    column: list('column'),
    limit_state: list('limit_state'),
    step: list('step'),
    currency: list('currency'),
    assignee: single('assignee'),
    amount_min: single('amount_min'),
    amount_max: single('amount_max'),
    triggered_from: single('triggered_from'),
    triggered_to: single('triggered_to'),
    ended_from: single('ended_from'),
    ended_to: single('ended_to'),
    older_than: single('older_than'),
    q: single('q'),
    id_missing: flag('id_missing'),
    one_sided: flag('one_sided'),
    partial: flag('partial'),
    tz: other('tz'),
  };
  const cursor = search.get('cursor') || null;
  return { query: { filters, view: other('view'), sort: other('sort'), limit: other('limit'), cursor }, problems };
}

/** The query string that reads back as the same query; what is default is left out. */
export function writeRefundQuery(
  query: Partial<Omit<RefundQuery, 'filters'>> & { readonly filters: RefundFilters },
): URLSearchParams {
  const { filters } = query;
  const search = new URLSearchParams();
  for (const name of Object.keys(REFUND_LISTS) as (keyof typeof REFUND_LISTS)[])
    for (const word of filters[name]) search.append(name, word);
  for (const name of Object.keys(REFUND_SINGLES) as (keyof typeof REFUND_SINGLES)[])
    if (filters[name] !== null) search.set(name, String(filters[name]));
  for (const name of REFUND_FLAGS) if (filters[name]) search.set(name, 'true');
  const others = { tz: filters.tz, view: query.view, sort: query.sort, limit: query.limit };
  for (const [name, value] of Object.entries(others))
    if (value !== undefined && value !== OTHERS[name as keyof typeof OTHERS].default) search.set(name, String(value));
  if (query.cursor) search.set('cursor', query.cursor);
  return search;
}

/** The half-open range of instants [from, to) that the date filters of a moment mean. */
export function rangeOf(
  filters: RefundFilters,
  moment: 'triggered' | 'ended',
): { readonly from: string | null; readonly to: string | null } {
  const instant = (text: string, days: number) =>
    isCalendarDate(text) ? startOfDay(text, filters.tz, days).toISOString() : text;
  const [from, to] = [filters[`${moment}_from`], filters[`${moment}_to`]];
  return { from: from && instant(from, 0), to: to && instant(to, 1) };
}

/** How many filters are set; the zone and the environment are not counted. */
export function countRefundFilters(filters: RefundFilters): number {
  const lists = Object.keys(REFUND_LISTS).filter(
    (name) => name !== 'environment' && filters[name as keyof typeof REFUND_LISTS].length,
  );
  const singles = Object.keys(REFUND_SINGLES).filter((name) => filters[name as keyof typeof REFUND_SINGLES] !== null);
  return lists.length + singles.length + REFUND_FLAGS.filter((name) => filters[name]).length;
}

function readMoment(text: string): Read<string> {
  if (isCalendarDate(text) || isInstant(text)) return { value: text };
  return { message: said('refunds.problem.moment', { text: quoted(text) }) };
}

function readAmount(text: string): Read<string> {
  const amount = decimalText(text);
  return amount === null ? { message: said('refunds.problem.amount', { text: quoted(text) }) } : { value: amount };
}

function readSeconds(text: string): Read<number> {
  const isSeconds = /^\d{1,9}$/.test(text);
  return isSeconds ? { value: Number(text) } : { message: said('refunds.problem.seconds', { text: quoted(text) }) };
}

function readFlag(text: string | null): Read<boolean> {
  if (text === null || text === '' || text === 'false') return { value: false };
  return text === 'true' ? { value: true } : { message: said('refunds.problem.flag', { text: quoted(text) }) };
}

function notAZone(text: string): { readonly message: Said } {
  return { message: said('refunds.problem.zone', { text: quoted(text) }) };
}

function readLimit(text: string): Read<number> {
  const isInRange = /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_REFUND_LIMIT;
  return isInRange
    ? { value: Number(text) }
    : { message: said('refunds.problem.limit', { text: quoted(text), most: String(MAX_REFUND_LIMIT) }) };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
