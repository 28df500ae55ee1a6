import type { ReadingKind } from '@/lib/identifiers/classify';
import type { Said } from '@/lib/language/said';
import type { SearchField } from '@/lib/search-field';
import type { Transaction } from '@/lib/transactions/transaction';

/** What became of one value of a pasted column. */
export type ColumnRow = {
  readonly typed: string;
  /** How the value was read first; `null`: somebody's reference. */
  readonly reading: ReadingKind | null;
  readonly warning: Said | null;
  readonly hits: readonly ColumnHit[];
  /** There are more hits than these. */
  readonly isMore: boolean;
};
export type ColumnHit = Pick<
  Transaction,
  'id' | 'provider' | 'kind' | 'status' | 'providerStatus' | 'amount' | 'isIncomplete'
> & { readonly fields: readonly SearchField[] };

export const COLUMN_RESULTS = ['found', 'none', 'several'] as const;
export type ColumnResult = (typeof COLUMN_RESULTS)[number];

export function resultOf({ hits }: ColumnRow): ColumnResult {
  return hits.length === 0 ? 'none' : hits.length === 1 ? 'found' : 'several';
}
