import 'server-only';
import { searchKeys } from '@/lib/identifiers/keys';
import { PROVIDERS } from '@/lib/providers/catalogue';
import type { Hit } from '@/lib/transactions/hit';
import { findByPrefix, findExact } from '@/lib/transactions/search.store';

/** Longer than any identifier; what is pasted beyond it is not an id. */
export const MAX_QUERY_LENGTH = 500;
const MAX_KEY_LENGTH = 400;
/** Shorter beginnings would find everything. */
const MIN_PREFIX_LENGTH = 4;
const MAX_MATCHES = 200;

export type SearchResult = {
  /** Transactions that carry exactly this value, newest first. */
  readonly exact: readonly Hit[];
  /** Transactions with a value that only begins like it; asked for when nothing is exact. */
  readonly near: readonly Hit[];
};

/** Finds a pasted external reference, identifier, transaction id or event id; says which field hit. */
export async function search(text: string): Promise<SearchResult> {
  const keys = searchKeys(text.slice(0, MAX_QUERY_LENGTH)).map((key) => key.slice(0, MAX_KEY_LENGTH));
  if (keys.length === 0 || !isStorable(text)) return { exact: [], near: [] };
  const ownIds = keys.flatMap((key) => PROVIDERS.map((provider) => `${provider}:${key}`));
  const exact = await findExact([...keys, ...ownIds], MAX_MATCHES);
  const prefixes = keys.filter((key) => key.length >= MIN_PREFIX_LENGTH);
  const near = exact.length === 0 && prefixes.length > 0 ? await findByPrefix(prefixes, MAX_MATCHES) : [];
  return { exact, near };
}

/** PostgreSQL has no NUL and no half surrogates in text, so nothing stored can hold them. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
