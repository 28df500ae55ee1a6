import 'server-only';
import type { Tx } from '@/lib/db';
import type { Environment, Provider } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import { AND_ITS_KEY, BODY, opened, type StoredBody } from './body.store';
import type { Origin, Outcome } from './delivery';
import type { PaymentEvent } from './event';

/** A delivery about to be read. */
export type Unread = {
  readonly seq: bigint;
  readonly provider: Provider;
  readonly origin: Origin;
  readonly receivedAt: Date;
  readonly body: Uint8Array;
  /** What may still be told of a delivery whose body was erased: its events without the person. */
  readonly remains: readonly PaymentEvent[] | null;
};

/** What reading a delivery takes, of `deliveries d`. */
export const UNREAD = Prisma.sql`d.seq, d.provider, d.origin, d.received_at AS "receivedAt", ${BODY}, x.events AS remains`;
export const AND_WHAT_REMAINS = Prisma.sql`${AND_ITS_KEY} LEFT JOIN erasures x ON x.delivery_seq = d.seq`;
export type StoredUnread = Omit<Unread, 'body'> & StoredBody & { readonly body: Uint8Array };

/** What was made of one delivery. */
export type ReadingRow = {
  readonly deliverySeq: bigint;
  readonly outcome: Outcome;
  readonly eventId: string | null;
  readonly transactionId: string | null;
  readonly reason: string | null;
};

/** An event as stored, with the environment of the delivery it was read from. */
export type StoredEvent = {
  readonly event: PaymentEvent;
  readonly environment: Environment;
  readonly deliverySeq: bigint;
};

/**
 * Takes deliveries out of the inbox inside `tx`: whoever rolls back puts them back. Entries that another worker holds
 * are skipped, so any number of workers share the inbox without waiting for each other.
 */
export async function takeUnread(tx: Tx, limit: number): Promise<Unread[]> {
  const rows = await tx.$queryRaw<StoredUnread[]>`
    WITH taken AS (
      DELETE FROM inbox WHERE delivery_seq IN (
        SELECT delivery_seq FROM inbox ORDER BY delivery_seq LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING delivery_seq)
    SELECT ${UNREAD} FROM taken JOIN deliveries d ON d.seq = taken.delivery_seq ${AND_WHAT_REMAINS} ORDER BY d.seq`;
  return rows.map(opened);
}

/** Takes one named delivery out of the inbox; `false` when another worker took it meanwhile. */
export async function takeOut(tx: Tx, seq: bigint): Promise<boolean> {
  return (await tx.$executeRaw`DELETE FROM inbox WHERE delivery_seq = ${seq}`) > 0;
}

/** Deliveries after `seq` that have no reading yet, whether or not they wait in the inbox; for the rebuild. */
export async function nextUnread(tx: Tx, after: bigint, limit: number): Promise<Unread[]> {
  const rows = await tx.$queryRaw<StoredUnread[]>`
    SELECT ${UNREAD} FROM deliveries d ${AND_WHAT_REMAINS}
    WHERE d.seq > ${after} AND NOT EXISTS (SELECT FROM readings r WHERE r.delivery_seq = d.seq)
    ORDER BY d.seq LIMIT ${limit}`;
  return rows.map(opened);
}

/**
 * Holds each named transaction until `tx` ends, so that one worker at a time folds it. Always taken in one order, so two
 * workers that share several transactions cannot wait for each other in a circle.
 */
export async function holdTransactions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(id, 0) AS key FROM unnest(${[...ids]}::text[]) AS id ORDER BY key) AS keys`;
}

/** Adds events that are not there yet; returns the ids of those that were new. */
export async function addEvents(
  tx: Tx,
  events: readonly { event: PaymentEvent; deliverySeq: bigint }[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = events.map(({ event, deliverySeq }) => ({ delivery_seq: String(deliverySeq), data: event }));
  const added = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO events (id, transaction_id, type, occurred_at, delivery_seq, data)
    SELECT data->>'id', data->>'transactionId', data->>'type', (data->>'occurredAt')::timestamptz, delivery_seq, data
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(delivery_seq bigint, data jsonb)
    ORDER BY data->>'id' COLLATE "C", delivery_seq
    ON CONFLICT (id) DO NOTHING
    RETURNING id`;
  return new Set(added.map((row) => row.id));
}

/** Writes what was made of each delivery. */
export async function addReadings(tx: Tx, readings: readonly ReadingRow[]): Promise<void> {
  const rows = readings.map((reading) => ({
    delivery_seq: String(reading.deliverySeq),
    outcome: reading.outcome,
    event_id: reading.eventId,
    transaction_id: reading.transactionId,
    reason: reading.reason,
  }));
  await tx.$executeRaw`
    INSERT INTO readings (delivery_seq, outcome, event_id, transaction_id, reason)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(delivery_seq bigint, outcome text, event_id text, transaction_id text, reason text)`;
}

/** Every event of the named transactions, by transaction. */
export async function eventsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const rows = await tx.$queryRaw<{ data: PaymentEvent; environment: Environment; delivery_seq: bigint }[]>`
    SELECT e.data, e.delivery_seq, d.environment
    FROM events e JOIN deliveries d ON d.seq = e.delivery_seq
    WHERE e.transaction_id = ANY(${[...ids]}::text[])`;
  const byTransaction = new Map<string, StoredEvent[]>();
  for (const { data, environment, delivery_seq } of rows) {
    const stored = { event: data, environment, deliverySeq: delivery_seq };
    const others = byTransaction.get(data.transactionId);
    if (others) others.push(stored);
    else byTransaction.set(data.transactionId, [stored]);
  }
  return byTransaction;
}
