import 'server-only';
import { type ExportRequest, readerOf } from '@/lib/export-request';
import { tokenOf } from '@/lib/kept-value';
import { said, spoken } from '@/lib/language/said';
import { PRIVATE_LISTS } from '@/lib/private-lists';
import { readKeptValues } from '@/lib/search-kept.store';

/** What of a filter is kept under a token that nobody knows any more: a file of it would be empty, and would not say why. */
export async function forgottenIn(
  { order }: Pick<ExportRequest, 'order'>,
  now: Date,
): Promise<readonly { readonly parameter: string; readonly message: string }[]> {
  const { list, query } = order;
  const search = new URLSearchParams(query);
  const values = PRIVATE_LISTS[list].keptOf(search);
  if (values.length === 0) return [];
  const kept = await readKeptValues(
    values.map((value) => tokenOf(value) ?? ''),
    now,
  );
  const message = spoken(said('filters.forgotten.title'), readerOf(order));
  const names = [...search].filter(([, text]) =>
    values.some((value) => !kept.has(tokenOf(value) ?? '') && text.includes(value)),
  );
  return names.map(([parameter]) => ({ parameter, message }));
}
