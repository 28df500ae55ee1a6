import type { Status } from '@/lib/events/status';
import type { FeedName } from '@/lib/providers/listing';

/**
 * What became of an event that its provider listed as never delivered.
 *
 * `found` not in our store · `failed` fetching it into our store failed · `foreign` it belongs to another account ·
 * `gone` the provider stopped listing it, and we still do not have it · `applied` in our store, however it came ·
 * `confirmed` the provider counts it as delivered by now · `ignored` somebody decided to leave it
 */
export const LEDGER_STATES = ['found', 'failed', 'foreign', 'gone', 'applied', 'confirmed', 'ignored'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** The states in which something is still to be done, by whom it is done. */
export const TO_APPLY = ['found', 'failed', 'gone'] as const satisfies readonly LedgerState[];
export const OPEN_STATES = [...TO_APPLY, 'foreign'] as const satisfies readonly LedgerState[];

/** One event of the ledger. */
export type LedgerRow = {
  readonly feed: FeedName;
  readonly eventId: string;
  readonly account: string | null;
  readonly subscription: string;
  readonly operationId: string | null;
  /** Provider's clock. */
  readonly happenedAt: Date | null;
  readonly state: LedgerState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  /** The delivery in our store that holds it, and how that one came; `null` while there is none. */
  readonly delivery: { readonly seq: string; readonly origin: string } | null;
  readonly firstListedAt: Date;
  readonly lastListedAt: Date;
};

/** What applying an event would do to its transaction. */
export type LedgerEffect =
  | { readonly outcome: 'new'; readonly transactionId: string; readonly after: Status | null }
  | { readonly outcome: 'state'; readonly transactionId: string; readonly before: Status; readonly after: Status }
  | { readonly outcome: 'details'; readonly transactionId: string }
  | { readonly outcome: 'none'; readonly transactionId: string }
  | { readonly outcome: 'unrecognised'; readonly reason: string };

/** An event named by its provider's words: what a form sends. */
export type LedgerKey = { readonly feed: FeedName; readonly eventId: string };

/** Counts of the ledger by state. */
export type LedgerCounts = Readonly<Record<LedgerState, number>>;
