import type { Environment } from '@/lib/providers/catalogue';
import type { Transaction } from './transaction';

export type ListedTransaction = { readonly transaction: Transaction; readonly environment: Environment };

/** One currency's share of a filter: exact sum of what is known, and how many rows have no known amount. */
export type Total = { readonly currency: string | null; readonly count: number; readonly sum: string | null };

export type Page = {
  readonly rows: readonly ListedTransaction[];
  readonly next: string | null;
  readonly previous: string | null;
};
