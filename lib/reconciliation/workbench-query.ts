import { said } from '@/lib/language/said';
import {
  LINE_LIST,
  type LineFilters,
  type LineQuery,
  noFilters,
  type Problem,
  readViewQuery,
  writeViewQuery,
} from './view-query';

/** The address of the workbench: the filter of its lines, which of them are selected, and what payments are searched by. */
export type WorkbenchQuery = {
  readonly list: LineQuery;
  /** Seqs of the selected lines, in the order they were selected. */
  readonly lines: readonly string[];
  readonly find: string | null;
};

/** More are not put side by side at once. */
export const MAX_SELECTED = 50;
const PAGE_ROWS = 25;
const LONGEST_FIND = 200;

/** Reads a query string. Never throws; what cannot be read is named in `problems` and left out. */
export function readWorkbenchQuery(search: URLSearchParams): { query: WorkbenchQuery; problems: Problem[] } {
  const rest = new URLSearchParams(search);
  for (const own of ['line', 'find', 'match', 'kind']) rest.delete(own);
  const { query, problems } = readViewQuery(LINE_LIST, rest);
  const asked = [...new Set(search.getAll('line'))];
  const readable = asked.filter((seq) => /^\d{1,18}$/.test(seq));
  const find = search.get('find')?.trim() ?? '';
  const isFindable = find.length <= LONGEST_FIND && find.isWellFormed() && !find.includes('\u0000');
  return {
    query: {
      // What is matched is no work any more, and what is no payment never was.
      list: {
        ...query,
        filters: { ...query.filters, match: 'free', kind: ['payment'] },
        limit: rest.has('limit') ? query.limit : PAGE_ROWS,
      },
      lines: readable.slice(0, MAX_SELECTED),
      find: isFindable && find !== '' ? find : null,
    },
    problems: [
      ...problems,
      ...(readable.length < asked.length ? [{ parameter: 'line', message: said('workbench.problem.line') }] : []),
      ...(readable.length > MAX_SELECTED
        ? [{ parameter: 'line', message: said('workbench.problem.most', { most: { count: MAX_SELECTED } }) }]
        : []),
      ...(isFindable
        ? []
        : [{ parameter: 'find', message: said('workbench.problem.find', { most: { count: LONGEST_FIND } }) }]),
    ],
  };
}

/** The query string that reads back as the same query. */
export function writeWorkbenchQuery({ list, lines, find }: WorkbenchQuery): URLSearchParams {
  const { filters, sort, limit, cursor } = list;
  const search = writeViewQuery(LINE_LIST, { filters: { ...filters, match: null, kind: [] }, sort, cursor });
  if (limit !== PAGE_ROWS) search.set('limit', String(limit));
  for (const seq of lines) search.append('line', seq);
  if (find) search.set('find', find);
  return search;
}

export function workbenchHref(query: WorkbenchQuery): string {
  const search = writeWorkbenchQuery(query).toString();
  return search ? `/reconciliation/workbench?${search}` : '/reconciliation/workbench';
}

/** The same filter with other lines selected. What was searched for them stays. */
export function selectedHref(query: WorkbenchQuery, lines: readonly string[]): string {
  return workbenchHref({ ...query, lines, find: lines.length > 0 ? query.find : null });
}

/** Another filter, from its first page, with nothing selected. */
export function filteredWorkbenchHref(query: WorkbenchQuery, change: Partial<LineFilters>): string {
  const list = { ...query.list, cursor: null, filters: { ...query.list.filters, ...change } };
  return workbenchHref({ list, lines: [], find: null });
}

export function unfilteredWorkbenchHref(query: WorkbenchQuery): string {
  return filteredWorkbenchHref(query, noFilters(LINE_LIST));
}

/** How many conditions narrow the list; that a line is a free payment is none. */
export function countWorkbenchFilters({ list }: WorkbenchQuery): number {
  return Object.entries(list.filters).filter(([name, value]) => {
    if (name === 'match' || name === 'kind') return false;
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
  }).length;
}

/**
 * The shortest address that says what a filled form says. A form with something unreadable in it keeps its words, so
 * that the page can say what it ignored.
 */
export function canonicalWorkbenchHref(search: URLSearchParams): string {
  const { query, problems } = readWorkbenchQuery(search);
  if (problems.length === 0) return workbenchHref({ list: { ...query.list, cursor: null }, lines: [], find: null });
  const kept = [...search].filter(([name, value]) => value.trim() !== '' && name !== 'cursor');
  return `/reconciliation/workbench?${new URLSearchParams(kept)}`;
}
