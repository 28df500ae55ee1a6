import 'server-only';
import { keptValue } from '@/lib/kept-value';
import { PRIVATE_LISTS, type PrivateListName } from '@/lib/private-lists';
import { keepSearch } from '@/lib/search-kept.store';

/** A list's query string as it may stand in an address: what is private is kept for an hour, and a token stands for it. */
export async function addressable(
  userId: string,
  list: PrivateListName,
  search: URLSearchParams,
  now: Date,
): Promise<URLSearchParams> {
  const { valuesOf, withValues } = PRIVATE_LISTS[list];
  const tokens = new Map<string, string>();
  for (const value of valuesOf(search)) tokens.set(value, keptValue(await keepSearch(userId, value, now)));
  return tokens.size > 0 ? withValues(search, tokens) : search;
}
