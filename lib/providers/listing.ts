import type { Provider } from './catalogue';

/** The lists of transactions that providers keep and we can compare with our store, by who keeps them. */
export const LISTS = {
  'juno-transactions': { provider: 'juno', label: 'Juno transactions' },
  'ripio-deposits': { provider: 'ripio', label: 'Ripio fiat deposits' },
  'ripio-withdrawals': { provider: 'ripio', label: 'Ripio fiat withdrawals' },
  'brla-pix-deposits': { provider: 'brla', label: 'BRLA PIX pay-ins' },
  'brla-pix-to-usd': { provider: 'brla', label: 'BRLA PIX to USD' },
} as const satisfies Record<string, { provider: Provider; label: string }>;
export type ListName = keyof typeof LISTS;

/** One row of such a list: the bytes of its JSON object exactly as they stood in the answer. */
export type ListedRow = { readonly list: ListName; readonly row: Uint8Array<ArrayBuffer> };

/** The feeds in which BRLA, and Avenia after it, keep the webhook events they sent or failed to send. */
export const FEEDS = ['brla', 'avenia'] as const;
export type FeedName = (typeof FEEDS)[number];

/** One event as its provider lists it. */
export type FeedEvent = {
  /** The event's own id, the same a webhook carries. */
  readonly eventId: string;
  /** What the provider wants to be told when we confirm: the event's id (BRLA v1) or the attempt's (Avenia). */
  readonly confirmId: string;
  /** The user or sub-account it belongs to; `null` where the row names none. */
  readonly account: string | null;
  readonly subscription: string;
  readonly operationId: string | null;
  /** UTC, ISO 8601; `null` where the row tells none. */
  readonly happenedAt: string | null;
  /** Whether the provider counts it as delivered. */
  readonly isAcknowledged: boolean;
  /** What a webhook would have brought, byte for byte as it stood in the answer: goes through the same door. */
  readonly body: Uint8Array<ArrayBuffer>;
};

/**
 * What BRLA v1 and Avenia v2 have in common. Every method rejects with an `ApiFailure`. `list` streams: memory does not
 * grow with the length of the list, a page that repeats ends it with `not_understood`.
 */
export type EventFeed = {
  readonly name: FeedName;
  /** What is asked for one after the other: `null` is the main account, the others are sub-accounts. */
  readonly accounts: readonly (string | null)[];
  readonly list: (account: string | null, signal: AbortSignal) => AsyncIterable<FeedEvent>;
  /** Tells the provider that these are stored. At most 100 at once. */
  readonly confirm: (confirmIds: readonly string[], signal: AbortSignal) => Promise<void>;
};
