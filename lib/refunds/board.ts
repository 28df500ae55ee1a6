import type { Environment } from '@/lib/providers/catalogue';
import type { Total } from '@/lib/transactions/page';
import type { BoardColumn, LimitState, Limits, Refund } from './refund';

/** Which of the two ends of a Ripio refund names the other, where only one does. */
export type OneSided = 'deposit_only' | 'withdrawal_only';

/** A refund as the screens, the export and the alarms show it, at one moment. */
export type RefundRow = Refund & {
  readonly environment: Environment;
  /** Whole seconds from the first word of it to its completion, or to now while it is not complete. */
  readonly ageSeconds: number;
  readonly limitState: LimitState;
  readonly column: BoardColumn;
  /** The limits of the whole, and of the step it stands at; `null` when it stands at none. */
  readonly limits: Limits;
  readonly stepLimits: Limits | null;
  readonly oneSided: OneSided | null;
  /** By e-mail address. */
  readonly assignee: string | null;
};

/** Completed refunds leave the board this long after their last change; the table keeps all. */
export const RETURNED_HOURS = 24;
/** Cards shown per column; the counts are of all. */
export const CARDS = 50;

/** One column: exact sums per currency of all its refunds, and the cards of the oldest. */
export type Stage = {
  readonly column: BoardColumn;
  readonly count: number;
  readonly totals: readonly Total[];
  readonly rows: readonly RefundRow[];
};

/** A page of the table; the cursors belong to its filter and sort. */
export type RefundPage = {
  readonly rows: readonly RefundRow[];
  readonly next: string | null;
  readonly previous: string | null;
};

/** One currency's share of what has not come back: how many refunds are open, and how many of them late or stuck. */
export type Stranded = {
  readonly currency: string | null;
  readonly count: number;
  /** Of refunds whose amount is told; `null` when none is. */
  readonly sum: string | null;
  readonly lateCount: number;
  readonly stuckCount: number;
};
