import { createHash } from 'node:crypto';

/** Everything about a delivery that must not change unseen. */
export type Sealed = {
  readonly seq: bigint;
  readonly provider: string;
  readonly environment: string;
  readonly origin: string;
  readonly receivedAt: Date;
  readonly sourceAddress: string;
  readonly proof: string;
  readonly headers: unknown;
  /** SHA-256 of the body. */
  readonly bodyHash: Uint8Array;
  readonly answerStatus: number;
};

/** The hash before the first one. */
export const GENESIS: Uint8Array = new Uint8Array(32);

/** SHA-256 over the receipt before and this delivery: a link of the chain, 32 bytes. */
export function receiptHash(previous: Uint8Array, delivery: Sealed): Uint8Array {
  const fields = [
    String(delivery.seq),
    delivery.provider,
    delivery.environment,
    delivery.origin,
    delivery.receivedAt.toISOString(),
    delivery.sourceAddress,
    delivery.proof,
    sortedJson(delivery.headers),
    Buffer.from(delivery.bodyHash).toString('hex'),
    String(delivery.answerStatus),
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** The database keeps the members of a JSON object in an order of its own; the hash needs one of ours. */
function sortedJson(headers: unknown): string {
  return JSON.stringify(Object.entries(headers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
