import 'server-only';
import type { Tx } from '@/lib/db';
import { GENESIS, receiptHash, type Sealed } from './receipt';

/** Whoever adds to the chain holds this to the end of its transaction: a chain has one end. */
const CHAIN_LOCK = 7_350_003;

/** Tells whoever follows the chain that it has grown; sent when the transaction that folded the deliveries commits. */
export const FOLDED_CHANNEL = 'concilia_folded';

/** Adds deliveries to the end of the chain, in the order of their numbers. Each is sealed once. */
export async function seal(tx: Tx, seqs: readonly bigint[]): Promise<void> {
  if (seqs.length === 0) return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const [last] = await tx.$queryRaw<{ position: bigint; hash: Uint8Array }[]>`
    SELECT position, hash FROM receipts ORDER BY position DESC LIMIT 1`;
  let position = last?.position ?? 0n;
  let hash = last?.hash ?? GENESIS;
  const rows = (await sealable(tx, seqs)).map((delivery) => {
    hash = receiptHash(hash, delivery);
    position += 1n;
    return { position: String(position), seq: String(delivery.seq), hash: Buffer.from(hash).toString('hex') };
  });
  await tx.$executeRaw`
    WITH sealed AS (
      INSERT INTO receipts (position, delivery_seq, hash)
      SELECT position, seq, decode(hash, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(position bigint, seq bigint, hash text))
    SELECT pg_notify(${FOLDED_CHANNEL}, ${String(position)})`;
}

function sealable(tx: Tx, seqs: readonly bigint[]): Promise<Sealed[]> {
  return tx.$queryRaw<Sealed[]>`
    SELECT seq, provider, environment, origin, received_at AS "receivedAt", source_address AS "sourceAddress", proof,
           headers, sha256(body) AS "bodyHash", answer_status AS "answerStatus"
    FROM deliveries WHERE seq = ANY(${seqs.map(String)}::bigint[]) ORDER BY seq`;
}

/** One link as it stands: `delivery` is `null` where the row it vouches for is gone. */
export type Link = {
  readonly position: bigint;
  readonly seq: bigint;
  readonly hash: Uint8Array;
  readonly delivery: Sealed | null;
};

/** The next links after `position`, with the deliveries as they are now. */
export async function readLinks(tx: Tx, position: bigint, limit: number): Promise<Link[]> {
  type Row = { [Field in keyof Sealed]: Sealed[Field] | null } & {
    position: bigint;
    delivery_seq: bigint;
    hash: Uint8Array;
  };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.position, r.delivery_seq, r.hash, d.seq, d.provider, d.environment, d.origin, d.received_at AS "receivedAt",
           d.source_address AS "sourceAddress", d.proof, d.headers, sha256(d.body) AS "bodyHash",
           d.answer_status AS "answerStatus"
    FROM receipts r LEFT JOIN deliveries d ON d.seq = r.delivery_seq
    WHERE r.position > ${position} ORDER BY r.position LIMIT ${limit}`;
  return rows.map(({ position, delivery_seq, hash, ...delivery }) => ({
    position,
    seq: delivery_seq,
    hash,
    delivery: delivery.seq === null ? null : (delivery as Sealed),
  }));
}

/** Deliveries that left the inbox and are not in the chain. */
export async function readUnsealed(tx: Tx, limit: number): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT d.seq FROM deliveries d
    WHERE NOT EXISTS (SELECT FROM receipts r WHERE r.delivery_seq = d.seq)
      AND NOT EXISTS (SELECT FROM inbox i WHERE i.delivery_seq = d.seq)
    ORDER BY d.seq LIMIT ${limit}`;
  return rows.map((row) => row.seq);
}
