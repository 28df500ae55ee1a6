import type { Environment, Provider } from '@/lib/providers/catalogue';

/**
 * How a delivery came to us. `polled`: an event that its provider listed as never delivered, fetched by its API.
 * `listed`: a row of a provider's list of transactions, which is poorer than a message.
 */
export const ORIGINS = ['webhook', 'sample', 'admitted', 'polled', 'listed'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How it was proven genuine. `loopback` exists only in local mode; `person`: somebody admitted what had been refused.
 * `api`: fetched from the provider's own host over TLS, with our credentials. */
export const PROOFS = ['signature', 'address', 'secret', 'loopback', 'person', 'api'] as const;
export type Proof = (typeof PROOFS)[number];

/** What arrived, byte for byte, before anybody judged it. */
export type Delivery = {
  readonly provider: Provider;
  readonly environment: Environment;
  readonly origin: Origin;
  /** Our clock. */
  readonly receivedAt: Date;
  /** The peer's address as the socket proves it. */
  readonly sourceAddress: string;
  readonly proof: Proof;
  /** Header names in lower case; secrets removed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The answer given once the bytes are durable. */
  readonly answerStatus: number;
};

/** What we made of a delivery. */
export const OUTCOMES = ['event', 'duplicate', 'unrecognised'] as const;
export type Outcome = (typeof OUTCOMES)[number];
