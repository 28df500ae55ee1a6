import 'server-only';
import type { Viewer } from '@/lib/access/session';
import { mayBePersonal } from '@/lib/private-parameters';
import { keepSearch } from '@/lib/search-kept.store';
import { addressable } from '@/lib/search-private-address';
import { readAsked } from '@/lib/search-text';
import { parseGrammar } from '@/lib/transactions/grammar-text';

/**
 * Where a text is answered: a filter on the list it filters, everything else on the search page. Account numbers, tax
 * ids, what may be a name, columns and what is too long stand in no address but under a token.
 */
export async function addressOfSearch(viewer: Viewer, typed: string): Promise<string> {
  const asked = readAsked(typed);
  if (asked.kind === 'nothing') return '/search';
  if (asked.kind === 'one') {
    const isFilter = parseGrammar(asked.text).parameters.length > 0;
    if (isFilter) return addressOfFilter(viewer, asked.text);
    if (!mayBePersonal(asked.text)) return `/search?${new URLSearchParams({ q: asked.text })}`;
  }
  return `/search?t=${await keepSearch(viewer.id, typed, new Date())}`;
}

/** As it was typed where nothing in it is private, so that the list can say what it did not understand. */
async function addressOfFilter(viewer: Viewer, text: string): Promise<string> {
  const search = new URLSearchParams({ q: text });
  return `/transactions?${await addressable(viewer.id, 'transactions', search, new Date())}`;
}
