import type { Origin, Outcome, Proof } from '@/lib/events/delivery';
import type { LinkRelation, PaymentEvent } from '@/lib/events/event';
import type { Environment } from '@/lib/providers/catalogue';
import type { Transaction } from './transaction';

/** One arrival of an event: the first brought it, the others are its duplicates. */
export type Arrival = {
  readonly deliverySeq: string;
  readonly outcome: Outcome;
  readonly origin: Origin;
  readonly proof: Proof;
  readonly receivedAt: Date;
  readonly answerStatus: number;
  readonly reason: string | null;
};

export type TransactionDetail = {
  readonly transaction: Transaction;
  readonly environment: Environment;
  readonly events: readonly { readonly event: PaymentEvent; readonly arrivals: readonly Arrival[] }[];
  readonly related: readonly Related[];
};

/** How another transaction (or an id at the provider) belongs to this one. */
export type Related = {
  readonly relation: RelationName;
  /** A transaction id, or the provider's bare id where no transaction of ours could carry it. */
  readonly id: string;
  /** The other transaction, when it is in the store. */
  readonly other: Transaction | null;
  /** Only one of the two ends points at the other, though both should. */
  readonly isOneSided: boolean;
  /** The shared value behind the relation (hash, reference), where there is one. */
  readonly via: string | null;
};

export type RelationName =
  | LinkRelation
  | 'paid_out_by'
  | 'same_deposit'
  | 'same_order'
  | 'same_tx_hash'
  | 'same_external_ref';
