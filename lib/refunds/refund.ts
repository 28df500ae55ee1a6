import type { RefundStep } from '@/lib/events/event';
import type { RefundStatus, Status } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import type { Kind, Provider } from '@/lib/providers/catalogue';
import type { WhereaboutsKey } from './whereabouts';

/**
 * One step of a refund as its events show it. A step has no time of its own: it reached its state at some moment after
 * `after` (the last event that still told otherwise; `null` when the first event that told of it told this) and no
 * later than `by`. Both are the provider's clock.
 */
export type LadderStep = RefundStep & {
  readonly firstSeenAt: string;
  readonly after: string | null;
  readonly by: string;
};

/** How the money of one payment comes back: folded from its events, beside the payment and never instead of it. */
export type Refund = {
  readonly transactionId: string;
  readonly provider: Provider;
  readonly kind: Kind;
  /** The payment's own state, without what the refund adds to it. */
  readonly originalStatus: Status;
  /** `null` where the provider told steps and no state of the whole. */
  readonly status: RefundStatus | null;
  readonly providerStatus: string | null;
  /** What comes back, or should; for a partial reversal, that part. `null`: not told. */
  readonly amount: Money | null;
  /** Less comes back than was paid. */
  readonly isPartial: boolean;
  readonly externalRef: string | null;
  /** In the provider's order. */
  readonly steps: readonly LadderStep[];
  /** The first step that is not completed; `null` when all are, or none was told. */
  readonly currentStep: string | null;
  readonly stepsDone: number;
  /** A step is done or under way and its id has not come yet. */
  readonly isWaitingForId: boolean;
  readonly whereabouts: WhereaboutsKey;
  /** For a Ripio withdrawal that returns a deposit: that deposit. */
  readonly refundOf: string | null;
  /** First told of · last changed · completed or failed. */
  readonly triggeredAt: string;
  readonly movedAt: string;
  readonly endedAt: string | null;
};

/** How the time a refund takes compares with its limits. `stuck`: past three times `late`, or failed. */
export const LIMIT_STATES = ['on_time', 'slow', 'late', 'stuck'] as const;
export type LimitState = (typeof LIMIT_STATES)[number];

/** The board's columns, in order; each refund is in the last one that fits. */
export const BOARD_COLUMNS = ['triggered', 'moving', 'waiting_for_id', 'late', 'stuck', 'returned'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** Limits in force for one kind of refund (`step` `*`) or one of its steps, in seconds. */
export type Limits = {
  readonly provider: Provider;
  readonly kind: Kind;
  readonly step: string;
  /** Of the completed ones of the past 90 days; `null` while there are none. */
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  readonly count: number;
  /** Set by hand, or the desk's own: the least the limits are. */
  readonly floor: { readonly slowSeconds: number; readonly lateSeconds: number; readonly isOwn: boolean };
  /** max(p75, floor) · max(p95, floor) · three times late. */
  readonly slow: number;
  readonly late: number;
  readonly stuck: number;
};
