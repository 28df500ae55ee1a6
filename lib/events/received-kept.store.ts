import 'server-only';
import { tokenOf } from '@/lib/kept-value';
import { said } from '@/lib/language/said';
import { readKeptValues } from '@/lib/search-kept.store';
import { type Problem, type ReceivedQuery, readReceivedQuery, readSelection, type Selection } from './received-query';

/** The address of what was received, where a token may stand for what is looked for. */

export type KeptReceived = {
  /** As it was asked, for links: with the token. */
  readonly query: ReceivedQuery;
  /** As it is read: with what was typed. `null` once that is forgotten, for nothing is meant then. */
  readonly read: ReceivedQuery | null;
  readonly problems: readonly Problem[];
};

/** Reads the address as `readReceivedQuery` does; what stands behind its token is judged by how much the reader sees. */
export async function readKeptReceived(sight: 'clear' | 'masked', search: URLSearchParams): Promise<KeptReceived> {
  const opened = await withOpenedFind(search);
  if (opened === null) return { ...readReceivedQuery(sight, search), read: null };
  const { query: read, problems } = readReceivedQuery(sight, opened);
  if (opened === search || read.filters.find === null) return { query: read, read, problems };
  return { query: { ...read, filters: { ...read.filters, find: findOf(search) } }, read, problems };
}

/** A choice as `readSelection` reads it, its filter with what was typed; one that is forgotten is refused. */
export async function readKeptSelection(
  sight: 'clear' | 'masked',
  search: URLSearchParams,
): Promise<Selection | { readonly problems: readonly Problem[] }> {
  const opened = await withOpenedFind(search);
  if (opened === null) return { problems: [{ parameter: 'find', message: said('filters.forgotten.title') }] };
  return readSelection(sight, opened);
}

/** The query string with what its token stands for; `null` once that is forgotten. */
async function withOpenedFind(search: URLSearchParams): Promise<URLSearchParams | null> {
  const token = tokenOf(findOf(search));
  if (token === null) return search;
  const text = (await readKeptValues([token], new Date())).get(token);
  if (text === undefined) return null;
  const opened = new URLSearchParams(search);
  opened.set('find', text);
  return opened;
}

function findOf(search: URLSearchParams): string {
  return search.get('find')?.trim() ?? '';
}
