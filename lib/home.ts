import type { Provider } from '@/lib/providers/catalogue';
import type { RiskGroup } from '@/lib/transactions/at-risk';

/** One currency's share of a group: exact sum of the known amounts, and how many are unknown. */
export type RiskSum = {
  readonly group: RiskGroup;
  readonly currency: string | null;
  readonly count: number;
  readonly unknown: number;
  readonly sum: string | null;
};

export const HOURS = 24;

/** What one source sent lately and what waits. Hours run from the oldest to the running one. */
export type SourceLine = {
  readonly provider: Provider;
  readonly lastReceivedAt: Date | null;
  readonly received: readonly number[];
  readonly total: number;
  readonly duplicates: number;
  readonly unrecognised: number;
  readonly waiting: number;
  readonly oldestWaitingAt: Date | null;
};
