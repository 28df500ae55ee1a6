import type { Money } from '@/lib/money';
import type { Kind, Provider } from '@/lib/providers/catalogue';
import type { Progress, RefundStatus } from './status';

/**
 * What happened, in our words: one thing one provider said about one transaction. Made by `providers/<name>/normalise`,
 * plain JSON throughout, folded by `transactions/evolve`.
 */
export type PaymentEvent = {
  /** `brla:<outer event id>`; for providers without event ids `<provider>:<content fingerprint>`. The dedupe key. */
  readonly id: string;
  /** `juno:<kind>:<uuid>`, `ripio:<uuid>`, `brla:<operation id>` (`brla:<event id>` for BALANCE-UPDATE). */
  readonly transactionId: string;
  readonly provider: Provider;
  /** `null` where this payload does not tell the kind (a BRLA repost names only the operation). */
  readonly kind: Kind | null;
  readonly type: EventType;
  /** The provider's own status word, as it came; `null` where the payload carries none. */
  readonly providerStatus: string | null;
  /** The provider's clock: when the state was reached. UTC, ISO 8601 with `Z`, every fraction digit that was given. */
  readonly occurredAt: string;
  /** Said by another transaction's payload (a transfer about its burn). It never brings a transaction into being. */
  readonly isEcho: boolean;
  /**
   * Read from a row of the provider's own list, which is poorer than a message: it proves existence and fills what
   * nobody told, and never blanks or overrules. Absent on everything a message said.
   */
  readonly isListed?: true;
  readonly facts: Facts;
};

/** Event types and what each asserts about the transaction's progress (`null`: nothing). */
export const EVENT_TYPES = {
  Requested: 'pending',
  Started: 'processing',
  Blocked: 'blocked',
  Completed: 'completed',
  Failed: 'failed',
  Cancelled: 'failed',
  Returned: 'returned',
  Reversed: 'reversed',
  TokensReceived: 'completed',
  HashReplaced: null,
  RefundReported: null,
  /** A list names the transaction and not its state. */
  Listed: null,
  Unrecognised: 'unrecognised',
} as const satisfies Record<string, Progress | null>;
export type EventType = keyof typeof EVENT_TYPES;

/** What a payload says. An absent member means "not said here", never "there is none". */
export type Facts = {
  /** When the provider created the transaction; same form as `occurredAt`. */
  readonly createdAt?: string;
  /** What goes in: the amount the kind is about. For a conversion or swap, what is given. */
  readonly amount?: Money;
  /** What comes out, for kinds that turn one asset into another. */
  readonly amountOut?: Money;
  /** True where the payload did not name the currency and the account's own was taken. */
  readonly isCurrencyAssumed?: boolean;
  readonly fees?: readonly Fee[];
  /** Money that came back after success (BRLA REVERSED); units of the payout's currency. */
  readonly revertedAmount?: Money;
  /** Units of `amount` per unit of `amountOut`, or the inverse: the provider does not say; text as given. */
  readonly exchangeRate?: string;
  readonly network?: string;
  /** The on-chain token, where it differs from the settlement currency. */
  readonly token?: string;
  readonly externalRef?: string;
  /** The end user or sub-account at the provider. */
  readonly endUser?: string;
  readonly failure?: { readonly code?: string; readonly message?: string };
  readonly refund?: RefundFacts;
  readonly identifiers?: readonly Identifier[];
  readonly links?: readonly Link[];
  /** Anything else worth reading. */
  readonly details?: Readonly<Partial<Record<DetailName, string>>>;
};

export type Fee = { readonly kind: 'discounted' | 'transfer'; readonly amount: Money };

export type RefundFacts = {
  readonly status?: RefundStatus;
  readonly providerStatus?: string;
  readonly steps: readonly RefundStep[];
};

/** One operation of a refund. `step` is the provider's word; the id may come later or never. */
export type RefundStep = {
  readonly step: string;
  readonly status: RefundStatus;
  readonly providerStatus: string;
  readonly id: string | null;
};

export const IDENTIFIER_KINDS = [
  'external_ref',
  'provider_id',
  'end_user_id',
  'account_id',
  'clave_rastreo',
  'e2e',
  'sender_clabe',
  'receiver_clabe',
  'origin_account',
  'beneficiary_account_id',
  'tax_id',
  'tx_hash',
  'replaced_tx_hash',
  'source_address',
  'destination_address',
  'token_address',
  'refund_step_id',
  'quote_id',
  'transaction_id',
  'deposit_id',
  'pix_order_id',
  'reference_label',
  'associated_operation_id',
  'refund_withdrawal_id',
  'refunded_deposit_id',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A value somebody may paste into the search box, exactly as the provider wrote it. */
export type Identifier = {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** The chain, for hashes and addresses: the same hash may exist on every network. */
  readonly network?: string;
};

/** How one transaction points at another. Both ends may point; the reader compares. */
export const LINK_RELATIONS = ['pays_out', 'refunded_by', 'refund_of', 'pays_deposit', 'fills_order'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/** `target` is a transaction id where the other end is a transaction we could know, else the provider's bare id. */
export type Link = { readonly relation: LinkRelation; readonly target: string };

export type DetailName =
  | 'method'
  | 'sender_name'
  | 'holder_name'
  | 'receiver_account_type'
  | 'reason'
  | 'execution'
  | 'kyc_status'
  | 'kyc_level'
  | 'associated_operation_type'
  | 'refunded';
