import { said } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';
import { ID_OPERATOR_NAMES, type IdFilter, idFilterText, readIdFilter } from './filters-ids';
import { type InstantRange, rangeBetween } from './filters-moments';
import {
  LIST_NAMES,
  type ListName,
  notOneOf,
  type Problem,
  quoted,
  type Read,
  readWord,
  readZone,
  SINGLE_NAMES,
  SINGLES,
  type SingleName,
} from './filters-values';
import { parseGrammar, wordsText } from './grammar-text';

export type { Problem } from './filters-values';

/**
 * The one reader of a list's query string: the page, its links, the API, saved views and the export use it, so that they
 * can never disagree about what a filter means. What cannot be read is named in `problems` and left out.
 */
export type Filters = {
  /** In this list and those below, a text that begins with `!` excludes: `juno`, `!juno`. */
  readonly provider: readonly string[];
  readonly kind: readonly string[];
  readonly status: readonly string[];
  /** Matches the amount's currency, the currency out, or the token. */
  readonly currency: readonly string[];
  readonly environment: readonly string[];
  /** Where the payment stands against the bank: the worst of its legs. */
  readonly reconciliation: readonly string[];
  /** Words of IS_WORDS. */
  readonly is: readonly string[];
  /** Of one operator any of the wanted values; of several operators each. */
  readonly ids: readonly IdFilter[];
  /** Words in canonical grammar: each is, or begins, an identifier or the payment's own id. */
  readonly q: string | null;
  /** A day (a whole one in `tz`), a relative one (`today`, `7d`, `30d`, `month`) or an instant; inclusive. */
  readonly occurred_from: string | null;
  /** A day (included to its end) or an instant; instants are exclusive. */
  readonly occurred_to: string | null;
  /** The same of the provider's latest word. */
  readonly updated_from: string | null;
  readonly updated_to: string | null;
  readonly amount_min: string | null;
  readonly amount_max: string | null;
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
  /** The saved view that one came from; it says nothing about the rows. */
  readonly view?: string | null;
};

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;
const LONGEST_VIEW_ID = 60;
/** More values of identifiers than these belong into the search, which takes a pasted column. */
const MOST_IDS = 200;

export const NO_FILTERS: Filters = {
  provider: [],
  kind: [],
  status: [],
  currency: [],
  environment: [],
  reconciliation: [],
  is: [],
  ids: [],
  q: null,
  occurred_from: null,
  occurred_to: null,
  updated_from: null,
  updated_to: null,
  amount_min: null,
  amount_max: null,
  tz: 'UTC',
};

/** Older names of what has another by now; links to them go on working. */
const OLD_NAMES = ['external_ref', 'incomplete'];
/** Read by the page around the list, not by the list. */
const PAGE_NAMES = ['sel'];
const KNOWN: readonly string[] = [
  ...LIST_NAMES,
  ...SINGLE_NAMES,
  ...ID_OPERATOR_NAMES,
  ...OLD_NAMES,
  ...PAGE_NAMES,
  ...['q', 'tz', 'sort', 'limit', 'cursor', 'view'],
];

/** Reads a query string. Never throws; parameters it does not know are problems too, so that no typo passes unseen. */
export function readListQuery(asked: URLSearchParams): { query: ListQuery; problems: Problem[] } {
  const problems: Problem[] = [];
  const keep = <T>(parameter: string, read: Read<T>): T | null => {
    if ('value' in read) return read.value;
    problems.push({ parameter, message: read.message });
    return null;
  };
  for (const name of new Set(asked.keys()))
    if (!KNOWN.includes(name)) problems.push({ parameter: name, message: said('filters.problem.unknown') });
  const { search, q } = withGrammar(asked, problems);
  const list = (name: ListName) => {
    const texts = search.getAll(name).flatMap((text) => text.split(','));
    const words = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
    return [...new Set(words.map((text) => keep(name, readWord(name, text))).filter((word) => word !== null))];
  };
  const single = (name: SingleName) => {
    const text = search.get(name)?.trim();
    return text ? keep(name, SINGLES[name](text)) : null;
  };
  const filters: Filters = {
    provider: list('provider'),
    kind: list('kind'),
    status: list('status'),
    currency: list('currency'),
    environment: list('environment'),
    reconciliation: list('reconciliation'),
    is: list('is'),
    ids: readIds(search, problems),
    q,
    occurred_from: single('occurred_from'),
    occurred_to: single('occurred_to'),
    updated_from: single('updated_from'),
    updated_to: single('updated_to'),
    amount_min: single('amount_min'),
    amount_max: single('amount_max'),
    tz: keep('tz', readZone(search.get('tz'))) ?? 'UTC',
  };
  const sort = keep('sort', readSort(search.get('sort'))) ?? '-occurred_at';
  const limit = keep('limit', readLimit(search.get('limit'))) ?? DEFAULT_LIMIT;
  const view = search.get('view')?.slice(0, LONGEST_VIEW_ID) || null;
  return { query: { filters, sort, limit, cursor: search.get('cursor') || null, ...(view && { view }) }, problems };
}

/** The query string with what its text `q` says among the other parameters, and the older names under their new ones. */
function withGrammar(asked: URLSearchParams, problems: Problem[]): { search: URLSearchParams; q: string | null } {
  const search = new URLSearchParams(asked);
  const reference = asked.get('external_ref')?.trim();
  if (reference) search.append('ref', idFilterText({ value: reference, isPrefix: false, isExcluded: false }));
  const flag = asked.get('incomplete');
  if (flag === 'true') search.append('is', 'incomplete');
  else if (flag && flag !== 'false')
    problems.push({ parameter: 'incomplete', message: said('filters.problem.notFlag', { text: quoted(flag) }) });
  const parsed = parseGrammar(asked.getAll('q').join(' '));
  problems.push(...parsed.problems);
  for (const [name, text] of parsed.parameters) {
    if (name in SINGLES) search.set(name, text);
    else search.append(name, text);
  }
  return { search, q: wordsText(parsed.words) || null };
}

function readIds(search: URLSearchParams, problems: Problem[]): IdFilter[] {
  const found = new Map<string, IdFilter>();
  for (const operator of ID_OPERATOR_NAMES) {
    for (const text of search.getAll(operator)) {
      if (text.trim() === '') continue;
      const read = readIdFilter(operator, text.trim());
      if ('message' in read) problems.push({ parameter: operator, message: read.message });
      else found.set(`${operator} ${idFilterText(read.value)}`, read.value);
    }
  }
  if (found.size <= MOST_IDS) return [...found.values()];
  problems.push({ parameter: 'ids', message: said('filters.problem.manyIds', { most: MOST_IDS }) });
  return [...found.values()].slice(0, MOST_IDS);
}

/** The query string that reads back as the same query; what is default is left out. */
export function writeListQuery(query: Partial<Omit<ListQuery, 'filters'>> & { filters: Filters }): URLSearchParams {
  const search = new URLSearchParams();
  const { filters } = query;
  for (const name of LIST_NAMES) for (const text of filters[name]) search.append(name, text);
  for (const filter of filters.ids) search.append(filter.operator, idFilterText(filter));
  for (const name of SINGLE_NAMES) if (filters[name]) search.set(name, filters[name]);
  if (filters.q) search.set('q', filters.q);
  if (filters.tz !== 'UTC') search.set('tz', filters.tz);
  if (query.sort && query.sort !== '-occurred_at') search.set('sort', query.sort);
  if (query.limit && query.limit !== DEFAULT_LIMIT) search.set('limit', String(query.limit));
  if (query.cursor) search.set('cursor', query.cursor);
  if (query.view) search.set('view', query.view);
  return search;
}

/** The half-open range of instants [from, to) that the date filters mean at a moment. */
export function occurredRange({ occurred_from, occurred_to, tz }: Filters, now: Date): InstantRange {
  return rangeBetween(occurred_from, occurred_to, tz, now);
}

/** The same of the latest change. */
export function updatedRange({ updated_from, updated_to, tz }: Filters, now: Date): InstantRange {
  return rangeBetween(updated_from, updated_to, tz, now);
}

/** How many filters are set, the zone not counted. */
export function countFilters(filters: Filters): number {
  const lists = LIST_NAMES.filter((name) => filters[name].length > 0);
  const singles = SINGLE_NAMES.filter((name) => filters[name] !== null);
  const operators = new Set(filters.ids.map(({ operator }) => operator));
  return lists.length + singles.length + operators.size + (filters.q ? 1 : 0);
}

/** Whether a date is among the filters: only then the zone means something. */
export function hasDates({ occurred_from, occurred_to, updated_from, updated_to }: Filters): boolean {
  return [occurred_from, occurred_to, updated_from, updated_to].some((moment) => moment !== null);
}

function readSort(text: string | null): Read<Sort> {
  const sort = SORTS.find((word) => word === (text || '-occurred_at'));
  return sort ? { value: sort } : { message: notOneOf(text ?? '', SORTS) };
}

function readLimit(text: string | null): Read<number> {
  if (!text) return { value: DEFAULT_LIMIT };
  const isInRange = /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_LIMIT;
  return isInRange
    ? { value: Number(text) }
    : { message: said('filters.problem.notLimit', { text: quoted(text), most: MAX_LIMIT }) };
}
