import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { ENVIRONMENTS, KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { ACCOUNT_RAILS, type AccountRail } from '@/lib/statements/account';
import { LINE_KINDS } from '@/lib/statements/statement';
import { isCalendarDate } from '@/lib/time-zones';
import { RAILS, type Rail } from './leg';
import { RECONCILED, type Reconciled } from './match';
import { EXCEPTION_STATES, REASON_NAMES, SEVERITIES } from './reason';
import { BOOKS, type Book } from './view';

/**
 * The one reader of the addresses of reconciliation: screens, their links, the API and the exports use it, so that they
 * can never disagree about what a filter means. What cannot be read is named in `problems` and left out.
 */

export type Problem = { readonly parameter: string; readonly message: Said };
type Read<T> = { readonly value: T } | { readonly message: Said };
type Reader<T> = (text: string) => Read<T>;
type Readers = Readonly<Record<string, Reader<string>>>;
type Value<R> = R extends Reader<infer T> ? T : never;

/** What may stand in an address: `lists` may repeat (a comma does the same), `singles` are there once, `flags` are true or false. */
type Shape<L extends Readers, S extends Readers, F extends string, O extends string> = {
  readonly lists: L;
  readonly singles: S;
  readonly flags: readonly F[];
  /** The first is the one that holds where none is named. */
  readonly sorts: readonly [O, ...O[]];
};
export type FiltersOf<T> =
  T extends Shape<infer L, infer S, infer F, string>
    ? { readonly [N in keyof L]: readonly Value<L[N]>[] } & { readonly [N in keyof S]: Value<S[N]> | null } & {
        readonly [N in F]: boolean;
      }
    : never;
type SortOf<T> = T extends Shape<Readers, Readers, string, infer O> ? O : never;
export type Query<T> = {
  readonly filters: FiltersOf<T>;
  readonly sort: SortOf<T>;
  readonly limit: number;
  /** Opaque; belongs to this filter and sort only. */
  readonly cursor: string | null;
};

export const DEFAULT_VIEW_LIMIT = 50;
export const MAX_VIEW_LIMIT = 200;

/** It carries its words, for the reference of the API. */
const oneOf = <T extends string>(words: readonly T[]): Reader<T> & { readonly words: readonly T[] } => {
  const read: Reader<T> = (text) => {
    const word = words.find((known) => known === text);
    return word === undefined
      ? { message: said('reconciliation.problem.notOneOf', { word: quoted(text), words: words.join(', ') }) }
      : { value: word };
  };
  return Object.assign(read, { words });
};
const shaped =
  (shape: RegExp, problem: (word: string) => Said): Reader<string> =>
  (text) =>
    shape.test(text) ? { value: text } : { message: problem(quoted(text)) };

const code = shaped(/^[A-Z0-9]{2,12}$/, (word) => said('reconciliation.problem.currency', { word }));
const currency: Reader<string> = (text) => code(text.trim().toUpperCase());
const day: Reader<string> = (text) =>
  isCalendarDate(text) ? { value: text } : { message: said('reconciliation.problem.day', { word: quoted(text) }) };
const amount: Reader<string> = (text) => {
  const value = decimalText(text);
  return value === null ? { message: said('reconciliation.problem.amount', { word: quoted(text) }) } : { value };
};
const text: Reader<string> = (value) =>
  value.length <= 500 && value.isWellFormed() && !value.includes('\u0000')
    ? { value }
    : { message: said('reconciliation.problem.text') };
const id = shaped(/^[\w:#.-]{1,200}$/, (word) => said('reconciliation.problem.id', { word }));
const DIRECTIONS = ['in', 'out'] as const;

/** Days are local to the rail, both ends included. */
const COMMON = { from: day, to: day, amount_min: amount, amount_max: amount, q: text } as const;

export const LEG_LIST = {
  lists: {
    rail: oneOf<Rail>(RAILS),
    state: oneOf<Reconciled>(RECONCILED),
    direction: oneOf(DIRECTIONS),
    currency,
    provider: oneOf(PROVIDERS),
    kind: oneOf(Object.values(KINDS).flat()),
    environment: oneOf(ENVIRONMENTS),
    reason: oneOf(REASON_NAMES),
  },
  /** `account`: a CLABE, CBU or CVU of the leg. `book`: against whose lines it is judged; the bank's by default. */
  singles: { ...COMMON, account: text, book: oneOf<Book>(BOOKS) },
  flags: [],
  sorts: ['-occurred_at', 'occurred_at', '-amount', 'amount'],
} as const satisfies Shape<Readers, Readers, string, string>;

export const LINE_LIST = {
  lists: {
    rail: oneOf<AccountRail>(ACCOUNT_RAILS),
    direction: oneOf(DIRECTIONS),
    currency,
    /** Ids of our accounts. */
    account: id,
    kind: oneOf(LINE_KINDS),
    reason: oneOf(REASON_NAMES),
  },
  singles: {
    ...COMMON,
    statement: shaped(/^\d{1,18}$/, (word) => said('reconciliation.problem.statement', { word })),
    match: oneOf(['matched', 'free']),
  },
  /** Only lines with an id in them; only those with rivals. */
  flags: ['with_id', 'with_rivals'],
  sorts: ['-day', 'day', '-amount', 'amount'],
} as const satisfies Shape<Readers, Readers, string, string>;

export const EXCEPTION_LIST = {
  lists: {
    reason: oneOf(REASON_NAMES),
    state: oneOf(EXCEPTION_STATES),
    severity: oneOf(SEVERITIES),
    rail: oneOf<Rail | AccountRail>([...new Set([...RAILS, ...ACCOUNT_RAILS])]),
    currency,
    provider: oneOf(PROVIDERS),
    account: id,
  },
  singles: {
    ...COMMON,
    owner: shaped(/^(nobody|[^\s@]{1,120}@[^\s@]{1,120})$/, (word) => said('reconciliation.problem.owner', { word })),
  },
  flags: [],
  sorts: ['-day', 'day', '-amount', 'amount'],
} as const satisfies Shape<Readers, Readers, string, string>;

export type LegQuery = Query<typeof LEG_LIST>;
export type LineQuery = Query<typeof LINE_LIST>;
export type ExceptionQuery = Query<typeof EXCEPTION_LIST>;
export type LegFilters = LegQuery['filters'];
export type LineFilters = LineQuery['filters'];
export type ExceptionFilters = ExceptionQuery['filters'];

type AnyShape = Shape<Readers, Readers, string, string>;

/** Reads a query string. Never throws; parameters it does not know are problems too, so that no typo passes unseen. */
export function readViewQuery<T extends AnyShape>(
  shape: T,
  search: URLSearchParams,
): { query: Query<T>; problems: Problem[] } {
  const problems: Problem[] = [];
  const keep = <V>(parameter: string, read: Read<V>): V | null => {
    if ('value' in read) return read.value;
    problems.push({ parameter, message: read.message });
    return null;
  };
  const known = [...Object.keys(shape.lists), ...Object.keys(shape.singles), ...shape.flags, 'sort', 'limit', 'cursor'];
  for (const name of new Set(search.keys()))
    if (!known.includes(name)) problems.push({ parameter: name, message: said('reconciliation.problem.unknown') });
  const lists = Object.entries(shape.lists).map(([name, read]) => {
    const words = search.getAll(name).flatMap((words) => words.split(','));
    const wanted = [...new Set(words.map((word) => word.trim()).filter(Boolean))];
    return [name, [...new Set(wanted.map((word) => keep(name, read(word))).filter((word) => word !== null))]];
  });
  const singles = Object.entries(shape.singles).map(([name, read]) => {
    const word = search.get(name)?.trim();
    return [name, word ? keep(name, read(word)) : null];
  });
  const flags = shape.flags.map((name) => [name, keep(name, readFlag(search.get(name))) ?? false]);
  const sort = search.get('sort');
  const limit = search.get('limit');
  const query = {
    filters: Object.fromEntries([...lists, ...singles, ...flags]),
    sort: (sort && keep('sort', oneOf(shape.sorts)(sort))) || shape.sorts[0],
    limit: (limit && keep('limit', readLimit(limit))) || DEFAULT_VIEW_LIMIT,
    cursor: search.get('cursor') || null,
  };
  return { query: query as Query<T>, problems };
}

/** The query string that reads back as the same query; what is default is left out. */
export function writeViewQuery<T extends AnyShape>(
  shape: T,
  query: {
    readonly filters: FiltersOf<T>;
    readonly sort?: string;
    readonly limit?: number;
    readonly cursor?: string | null;
  },
): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query.filters as Record<string, unknown>)) {
    if (Array.isArray(value)) for (const word of value) search.append(name, String(word));
    else if (value === true) search.set(name, 'true');
    else if (typeof value === 'string') search.set(name, value);
  }
  if (query.sort && query.sort !== shape.sorts[0]) search.set('sort', query.sort);
  if (query.limit && query.limit !== DEFAULT_VIEW_LIMIT) search.set('limit', String(query.limit));
  if (query.cursor) search.set('cursor', query.cursor);
  return search;
}

/** No filter at all. */
export function noFilters<T extends AnyShape>(shape: T): FiltersOf<T> {
  return readViewQuery(shape, new URLSearchParams()).query.filters;
}

function readFlag(word: string | null): Read<boolean> {
  if (word === null || word === '' || word === 'false') return { value: false };
  return word === 'true' ? { value: true } : { message: said('reconciliation.problem.flag', { word: quoted(word) }) };
}

function readLimit(word: string): Read<number> {
  const isInRange = /^\d{1,4}$/.test(word) && Number(word) >= 1 && Number(word) <= MAX_VIEW_LIMIT;
  return isInRange
    ? { value: Number(word) }
    : { message: said('reconciliation.problem.limit', { word: quoted(word), most: MAX_VIEW_LIMIT }) };
}

function quoted(word: string): string {
  return JSON.stringify(word.slice(0, 60));
}
