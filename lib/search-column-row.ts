import type { Transaction } from '@/lib/transactions/transaction';

/** What became of one value of a pasted column. */
export type ColumnRow = {
  readonly typed: string;
  /** How the value was read first; `null`: somebody's reference. */
  readonly reading: string | null;
  readonly warning: string | null;
  readonly hits: readonly ColumnHit[];
  /** There are more hits than these. */
  readonly isMore: boolean;
};
export type ColumnHit = Pick<
  Transaction,
  'id' | 'provider' | 'kind' | 'status' | 'providerStatus' | 'amount' | 'isIncomplete'
> & { readonly fields: readonly string[] };

export const COLUMN_RESULTS = { found: 'Found', none: 'Not found', several: 'Several' } as const;
export type ColumnResult = keyof typeof COLUMN_RESULTS;

export function resultOf({ hits }: ColumnRow): ColumnResult {
  return hits.length === 0 ? 'none' : hits.length === 1 ? 'found' : 'several';
}
