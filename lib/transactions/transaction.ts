import type { DetailName, Fee, Identifier, Link, RefundStep } from '@/lib/events/event';
import type { RefundStatus, Status } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import type { Kind, Provider } from '@/lib/providers/catalogue';

/**
 * Where one payment stands: the fold of all its events, and nothing else. Plain JSON; `transactions.state` in the
 * database holds exactly this, and the fold of the stored events must equal it at any time.
 */
export type Transaction = {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: Kind;
  readonly status: Status;
  /** The provider's own word behind `status`. */
  readonly providerStatus: string | null;
  /** `null`: unknown (the payload that carries it never came), which is not zero. */
  readonly amount: Money | null;
  readonly amountOut: Money | null;
  readonly isCurrencyAssumed: boolean;
  readonly fees: readonly Fee[];
  readonly revertedAmount: Money | null;
  readonly exchangeRate: string | null;
  readonly network: string | null;
  readonly token: string | null;
  readonly externalRef: string | null;
  readonly endUser: string | null;
  readonly failure: { readonly code?: string; readonly message?: string } | null;
  readonly refund: Refund | null;
  readonly identifiers: readonly Identifier[];
  readonly links: readonly Link[];
  readonly details: Readonly<Partial<Record<DetailName, string>>>;
  /** Provider's clock: when it was created, or its earliest event where the provider gives no creation time. */
  readonly occurredAt: string;
  /** Provider's clock: its latest event. */
  readonly updatedAt: string;
  /** The kind has an amount and no event has told it yet. */
  readonly isIncomplete: boolean;
  /** A later event moved it back from an end state. */
  readonly isReopened: boolean;
  /** At least one event about it was not understood. */
  readonly hasUnrecognised: boolean;
  /** Distinct events, echoes included. */
  readonly eventCount: number;
};

/** The return of money beside the original transaction, never instead of it. */
export type Refund = {
  readonly status: RefundStatus | null;
  readonly providerStatus: string | null;
  /** In the provider's order. */
  readonly steps: readonly RefundStep[];
};
