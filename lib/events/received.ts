import type { Environment, Provider } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { type Origin, OUTCOMES, type Outcome, type Proof } from './delivery';
import type { EventType } from './event';

/** What arrived, as pages show it; read by `delivery.store`. */

/** What a list of deliveries can be narrowed to: what was made of them, or that nothing was made of them yet. */
export const RESULTS = [...OUTCOMES, 'waiting'] as const;
export type Result = (typeof RESULTS)[number];

export function isResult(text: string): text is Result {
  return (RESULTS as readonly string[]).includes(text);
}

/** How long after it happened a message must have come, in seconds, by the word the address uses. */
export const LAGS = { '5s': 5, '1m': 60, '5m': 300, '1h': 3600 } as const;
export type Lag = keyof typeof LAGS;

/** What a list of deliveries is narrowed to; every condition must hold. */
export type DeliveryFilters = {
  readonly provider: Provider | null;
  readonly result: Result | null;
  readonly proof: Proof | null;
  readonly origin: Origin | null;
  /** The status we answered with. */
  readonly answer: number | null;
  readonly lag: Lag | null;
  /** Only events that were delivered more than once, the first delivery included. */
  readonly duplicates: boolean;
  /** A date (a whole local day in `tz`) or an instant; inclusive. */
  readonly received_from: string | null;
  /** A date (included to its end) or an instant; instants are exclusive. */
  readonly received_to: string | null;
  readonly tz: TimeZone;
  /** An id, or a piece of JSON that the body contains; `searchOf` tells which. */
  readonly find: string | null;
};

export const NO_DELIVERY_FILTERS: DeliveryFilters = {
  provider: null,
  result: null,
  proof: null,
  origin: null,
  answer: null,
  lag: null,
  duplicates: false,
  received_from: null,
  received_to: null,
  tz: 'UTC',
  find: null,
};

/** A place in a list by sequence number: what is older than it, or newer; `null` is the newest of all. */
export type Place = { readonly seq: string; readonly direction: 'older' | 'newer' } | null;
export type SeqPage<T> = { readonly rows: readonly T[]; readonly newer: string | null; readonly older: string | null };

/** Bodies have no index: a search inside them reads this many deliveries at most, from its place on. */
export const SEARCHED_BODIES = 20_000;

/** A page of what was received, and how many match the whole filter, counted up to a limit. */
export type ReceivedPage = SeqPage<ListedDelivery> & {
  readonly count: number;
  /** Set by a search inside bodies: how many were read, to where, and whether there are more that way. */
  readonly searched: { readonly count: number; readonly to: Date; readonly isCut: boolean } | null;
};

/** A delivery without its headers, and what was made of it. */
export type ListedDelivery = {
  readonly seq: string;
  readonly provider: Provider;
  readonly environment: Environment;
  readonly origin: Origin;
  readonly proof: Proof;
  readonly receivedAt: Date;
  readonly answerStatus: number;
  /** From the first byte to the commit, by the database's clock; the answer followed at once. */
  readonly answerMs: number;
  readonly sizeBytes: number;
  /** Other deliveries of the same event, counted up to `MAX_SIBLINGS`. */
  readonly siblingCount: number;
  /** `null` where it is too long for a list; empty where it was erased. */
  readonly body: Uint8Array | null;
  /** What it told of a person was erased by destroying its key; the bytes that nobody can read are kept. */
  readonly isErased: boolean;
  /** `null` while it waits to be read. */
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly eventId: string | null;
  readonly transactionId: string | null;
  readonly eventType: EventType | null;
  /** The provider's clock, every digit as told. */
  readonly occurredAt: string | null;
};

/** Bytes as they came; `null` where they are too many to be shown, `erased` where their key was destroyed. */
export type ShownBody = Uint8Array | 'erased' | null;

/** A delivery whole: its bytes, its headers, and the others that brought the same event. */
export type DeliveryDetail = Omit<ListedDelivery, 'body'> & {
  readonly recordedAt: Date;
  readonly sourceAddress: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Every delivery of the same event, this one included, oldest first; the first brought it. */
  readonly siblings: readonly Sibling[];
};
export type Sibling = Pick<ListedDelivery, 'seq' | 'outcome' | 'origin' | 'receivedAt'>;

/** Siblings counted and shown; a message sent more often than this tells nothing new. */
export const MAX_SIBLINGS = 100;

const LAST_SEQ = 2n ** 63n - 1n;

/** Whether a text is a sequence number that the database could have given. */
export function isSeq(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= LAST_SEQ;
}
