import type { Environment, Provider } from '@/lib/providers/catalogue';
import { type Origin, OUTCOMES, type Outcome, type Proof } from './delivery';
import type { EventType } from './event';

/** What arrived, as pages show it; read by `delivery.store`. */

/** What a list of deliveries can be narrowed to: what was made of them, or that nothing was made of them yet. */
export const RESULTS = [...OUTCOMES, 'waiting'] as const;
export type Result = (typeof RESULTS)[number];

export function isResult(text: string): text is Result {
  return (RESULTS as readonly string[]).includes(text);
}

export type DeliveryFilters = { readonly provider: Provider | null; readonly result: Result | null };

/** A place in a list by sequence number: what is older than it, or newer; `null` is the newest of all. */
export type Place = { readonly seq: string; readonly direction: 'older' | 'newer' } | null;
export type SeqPage<T> = { readonly rows: readonly T[]; readonly newer: string | null; readonly older: string | null };

/** A delivery without its headers, and what was made of it. */
export type ListedDelivery = {
  readonly seq: string;
  readonly provider: Provider;
  readonly environment: Environment;
  readonly origin: Origin;
  readonly proof: Proof;
  readonly receivedAt: Date;
  readonly answerStatus: number;
  readonly sizeBytes: number;
  /** `null` where it is too long for a list. */
  readonly body: Uint8Array | null;
  /** `null` while it waits to be read. */
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly eventId: string | null;
  readonly transactionId: string | null;
  readonly eventType: EventType | null;
  /** The provider's clock, every digit as told. */
  readonly occurredAt: string | null;
};

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

/** What the door turned away, without the bytes. */
export type ListedRefusal = {
  readonly seq: string;
  readonly receivedAt: Date;
  readonly path: string;
  readonly reason: string;
  readonly sourceAddress: string;
  readonly sizeBytes: number;
  readonly answerStatus: number;
};

const LAST_SEQ = 2n ** 63n - 1n;

/** Whether a text is a sequence number that the database could have given. */
export function isSeq(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= LAST_SEQ;
}
