import type { RemainderReason } from '@/lib/reconciliation/running-sum';

/** What came of something done at the workbench. */
export type Deed =
  | {
      readonly outcome: 'done';
      /** A short sentence for the toast. */
      readonly says: string;
      /** The match that Undo takes apart; `null` where there is nothing to undo. */
      readonly matchId: string | null;
    }
  /** Nothing was done, and why. */
  | { readonly outcome: 'refused'; readonly says: string };

export type Remainder = { readonly reason: RemainderReason; readonly remark: string };

/** What the workbench asks of the server. Each checks who asks and what is asked. */
export type WorkbenchActions = {
  readonly match: (lines: readonly string[], legs: readonly string[], remainder: Remainder | null) => Promise<Deed>;
  readonly undo: (matchId: string) => Promise<Deed>;
  readonly dismiss: (line: string, leg: string) => Promise<Deed>;
};
