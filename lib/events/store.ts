import 'server-only';
import { pool, prepared, prisma } from '@/lib/db';
import { processMetrics } from '@/scripts/metrics.mjs';
import { encrypted } from './body.store';
import type { Delivery } from './delivery';
import { GroupCommit } from './group-commit';

/** Wakes the projector; NOTIFY carries nothing, the inbox says what is there. */
export const INBOX_CHANNEL = 'concilia_inbox';

/**
 * One statement for a whole batch: the deliveries, their inbox entries, and the wake-up call commit together. Arrays
 * instead of rows of parameters keep the statement the same text for every batch size, so it is planned once.
 */
const APPEND = {
  name: 'append-deliveries',
  // Providers hang up after five seconds: by then they must have been told to come again.
  query_timeout: 4_000,
  text: `
    WITH arrived AS (
      INSERT INTO deliveries
        (provider, environment, origin, received_at, source_address, proof, headers, body, answer_status)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::jsonb[],
                           $8::bytea[], $9::smallint[])
      RETURNING seq, received_at
    ), queued AS (
      INSERT INTO inbox (delivery_seq, received_at) SELECT seq, received_at FROM arrived
    )
    SELECT seq::text FROM arrived, pg_notify('${INBOX_CHANNEL}', '') ORDER BY arrived.seq`,
} as const;

/** The same with encrypted bodies; the keys go beside them in the order of the numbers that the deliveries got. */
const APPEND_ENCRYPTED = {
  ...APPEND,
  name: 'append-encrypted-deliveries',
  text: APPEND.text
    .replace('answer_status)', 'answer_status, is_encrypted)')
    .replace('SELECT * FROM unnest', 'SELECT *, true FROM unnest')
    .replace(
      '    SELECT seq::text',
      `    , keyed AS (
      INSERT INTO delivery_keys (delivery_seq, wrapped, master)
      SELECT n.seq, k.wrapped, k.master
      FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM arrived) AS n
      JOIN unnest($10::bytea[], $11::text[]) WITH ORDINALITY AS k(wrapped, master, place) ON k.place = n.place
    )
    SELECT seq::text`,
    ),
} as const;

async function commitDeliveries(batch: Delivery[]): Promise<string[]> {
  const column = <T>(pick: (delivery: Delivery) => T) => batch.map(pick);
  const bodies = column(({ body }) => encrypted(body)).filter((one) => one !== null);
  const isEncrypted = bodies.length > 0; // all or none: one configuration rules the process
  const { rows } = await pool().query<{ seq: string }>({
    ...prepared(isEncrypted ? APPEND_ENCRYPTED : APPEND),
    values: [
      column((d) => d.provider),
      column((d) => d.environment),
      column((d) => d.origin),
      column((d) => d.receivedAt.toISOString()),
      column((d) => d.sourceAddress),
      column((d) => d.proof),
      column((d) => JSON.stringify(d.headers)),
      (isEncrypted ? bodies : batch).map(({ body }) => Buffer.from(body.buffer, body.byteOffset, body.byteLength)),
      column((d) => d.answerStatus),
      ...(isEncrypted ? [bodies.map(({ wrapped }) => wrapped), bodies.map(({ master }) => master)] : []),
    ],
  });
  metrics.appendBatch.observe(batch.length);
  metrics.appendWaiting.set(holder.conciliaAppend?.waitingNow ?? 0);
  return rows.map((row) => row.seq);
}

const MIB = 1024 * 1024;
const metrics = processMetrics();
const holder = globalThis as typeof globalThis & { conciliaAppend?: GroupCommit<Delivery, string> };

/**
 * Makes a delivery durable and queues it to be read. Resolves to its sequence number once committed and not before;
 * rejects with `QueueFull` or the database's error, and then nothing was promised.
 */
export function append(delivery: Delivery): Promise<string> {
  holder.conciliaAppend ??= new GroupCommit(commitDeliveries, {
    maxItems: 256,
    maxSize: 2 * MIB,
    maxWaitingSize: 64 * MIB,
    sizeOf: (item) => item.body.byteLength + 1024,
  });
  return holder.conciliaAppend.add(delivery);
}

/** How many deliveries wait to be folded, and since when the oldest. */
export async function backlog(): Promise<{ waiting: number; since: Date | null }> {
  const [row] = await prisma().$queryRaw<{ waiting: bigint; since: Date | null }[]>`
    SELECT count(*) AS waiting, min(received_at) AS since FROM inbox`;
  return { waiting: Number(row?.waiting ?? 0), since: row?.since ?? null };
}
