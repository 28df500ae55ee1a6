import 'server-only';
import { keepSearch } from '@/lib/search-kept.store';
import { privateValues, withValues } from '@/lib/search-private';
import type { Filters } from '@/lib/transactions/filters';
import { keptValue } from '@/lib/transactions/kept-value';

/** The filters as they may stand in an address: what is private is kept for an hour, and a token stands for it. */
export async function addressable(userId: string, filters: Filters, now: Date): Promise<Filters> {
  const tokens = new Map<string, string>();
  for (const value of privateValues(filters)) tokens.set(value, keptValue(await keepSearch(userId, value, now)));
  return tokens.size > 0 ? withValues(filters, tokens) : filters;
}
