import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { classify } from '@/lib/identifiers/classify';
import { searchKeys } from '@/lib/identifiers/keys';
import { findMany } from '@/lib/transactions/search.store';
import type { Transaction } from '@/lib/transactions/transaction';
import { ownIds } from './search';
import type { ColumnRow } from './search-column-row';

/** How many payments of one value are shown. */
const SHOWN = 10;

/** Looks up each value of a pasted column: one row for each, in the order they were pasted. */
export async function searchColumn(sight: Sight, values: readonly string[]): Promise<ColumnRow[]> {
  const keysOf = values.map((value) => (isStorable(value) ? searchKeys(value) : []));
  const placed = (keys: readonly (readonly string[])[]) =>
    keys.flatMap((list, place) => list.map((key) => ({ place, key })));
  const found = await findMany({ keys: placed(keysOf), ids: placed(keysOf.map(ownIds)) }, SHOWN + 1);
  const rows = values.map((typed, place) => {
    const hits = found.filter((hit) => hit.place === place);
    const [reading] = classify(typed);
    return {
      typed,
      reading: reading?.kind ?? null,
      warning: reading?.warning ?? null,
      hits: hits.slice(0, SHOWN).map(({ transaction, kinds }) => ({ ...summaryOf(transaction), fields: kinds })),
      isMore: hits.length > SHOWN,
    };
  });
  return seen(sight, rows);
}

function summaryOf({ id, provider, kind, status, providerStatus, amount, isIncomplete }: Transaction) {
  return { id, provider, kind, status, providerStatus, amount, isIncomplete };
}

/** PostgreSQL has no NUL and no half surrogates in text. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
