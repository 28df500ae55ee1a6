import type { AccountRail } from '@/lib/statements/account';
import type { Rail } from './leg';
import type { Reconciled } from './match';
import type { SideTotal } from './view';

/** Where the legs of one rail stand, each state with its sums by currency and direction. */
export type RailStanding = {
  readonly rail: Rail;
  readonly states: readonly {
    readonly state: Reconciled;
    readonly count: number;
    readonly totals: readonly SideTotal[];
  }[];
};

/** An account: what of its lines is open, and up to where its statements reach. */
export type AccountStanding = {
  readonly id: string;
  readonly name: string;
  readonly rail: AccountRail;
  readonly bank: string | null;
  /** Payments of it that no match holds. */
  readonly open: readonly SideTotal[];
  /** Its latest statement that was not undone. */
  readonly latest: {
    readonly id: string;
    readonly firstDay: string | null;
    readonly lastDay: string | null;
    readonly importedAt: Date;
  } | null;
  /** Days that lie between its statements and are in none of them. */
  readonly missingDays: number;
};
