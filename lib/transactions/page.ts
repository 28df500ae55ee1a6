import type { Environment } from '@/lib/providers/catalogue';
import type { Reconciled } from '@/lib/reconciliation/match';
import type { Reason } from '@/lib/reconciliation/reason';
import type { Transaction } from './transaction';

/** A payment as a list shows it: its fold, and what the desk knows about it beside. */
export type ListedTransaction = {
  readonly transaction: Transaction;
  readonly environment: Environment;
  /** Against the bank, the worst of its legs and their open reasons; `null` where it has no leg. */
  readonly reconciliation: { readonly state: Reconciled; readonly reasons: readonly Reason[] } | null;
  /** Between bank and provider, of the match whose remainder is largest; `null` where nothing is matched. */
  readonly difference: Difference | null;
  /** How many movements of it a bank or a chain could see. */
  readonly legs: number;
  /** How many deliveries only told again what was known. */
  readonly duplicates: number;
  /** Our clock, when its first delivery came; ISO 8601. */
  readonly firstReceivedAt: string | null;
  /** Whom it was given to last, by e-mail address. */
  readonly assignee: string | null;
};

export type Difference = {
  /** What nothing explains: a decimal text, "0" where all is explained. */
  readonly remainder: string;
  /** The gap in lines that add up to it; empty where there is none. */
  readonly explained: readonly { readonly label: string; readonly amount: string }[];
};

/** One currency's share of a filter: exact sum of what is known, and how many rows have no known amount. */
export type Total = { readonly currency: string | null; readonly count: number; readonly sum: string | null };

/** Sums of what goes in (`amount`) and of what comes out (`amountOut`), never together. */
export type DirectedTotal = Total & { readonly direction: 'in' | 'out' };

/** The whole of a filter: how many rows, and one sum per currency and direction. */
export type Totals = { readonly count: number; readonly sums: readonly DirectedTotal[] };

/** The payments of a page alone. */
export type FoldPage = Pick<Page, 'next' | 'previous'> & {
  readonly rows: readonly Pick<ListedTransaction, 'transaction' | 'environment'>[];
};

export type Page = {
  readonly rows: readonly ListedTransaction[];
  readonly next: string | null;
  readonly previous: string | null;
  /** The end of the chain of receipts in the rows' snapshot: nothing later is in them. */
  readonly mark: string;
};
