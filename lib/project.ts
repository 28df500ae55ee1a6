import 'server-only';
import { maskText } from '@/lib/access/masking-text';
import { prisma, sqlState, type Tx } from '@/lib/db';
import type { PaymentEvent } from '@/lib/events/event';
import {
  addEvents,
  addReadings,
  eventsOf,
  holdTransactions,
  type ReadingRow,
  takeOut,
  takeUnread,
  type Unread,
} from '@/lib/events/inbox.store';
import { seal } from '@/lib/events/receipt.store';
import { log } from '@/lib/log';
import type { Reading } from '@/lib/providers/contract';
import { readDelivery } from '@/lib/providers/read';
import { holdTables } from '@/lib/rebuild.store';
import { saveLegs } from '@/lib/reconciliation/leg.store';
import { refundOf } from '@/lib/refunds/ladder';
import { type RefundFold, saveRefunds } from '@/lib/refunds/store';
import { evolve } from '@/lib/transactions/evolve';
import { type Folded, saveTransactions } from '@/lib/transactions/store';
import { processMetrics } from '@/scripts/metrics.mjs';

/** Deliveries folded in one database transaction. Bounded: each may be 1 MiB, and each holds a lock or two. */
export const BATCH_SIZE = 512;
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 60_000 } as const;

/** A batch that left the inbox: how many deliveries, and when the first of them had arrived. */
export type Batch = { readonly count: number; readonly oldest: Date | null };

/**
 * Reads and folds what waits in the inbox, one batch; an empty one when nothing waits. A delivery that cannot be
 * folded is set aside with its reason and stops nobody else; a database that is away throws, and nothing was lost.
 */
export async function projectBatch(limit = BATCH_SIZE): Promise<Batch> {
  let taken: readonly Unread[] = [];
  try {
    return await inTransaction(async (tx) => {
      await holdTables(tx);
      taken = await takeUnread(tx, limit);
      await project(tx, taken);
      await seal(tx, seqsOf(taken));
      return { count: taken.length, oldest: taken[0]?.receivedAt ?? null };
    });
  } catch (error) {
    const [only, ...others] = taken;
    if (!only || !isAboutContent(error)) throw error;
    return others.length > 0 ? projectBatch(Math.ceil(taken.length / 2)) : setAside(only, error);
  }
}

const seqsOf = (deliveries: readonly Unread[]) => deliveries.map(({ seq }) => seq);

/** Runs the projector dry: until nothing waits that no other worker holds. */
export async function projectAll(): Promise<number> {
  let total = 0;
  for (let batch = await projectBatch(); batch.count > 0; batch = await projectBatch()) total += batch.count;
  return total;
}

/**
 * The one code path from deliveries to transactions, live and in a rebuild: read them, keep what is new, fold every
 * transaction that was touched from all of its events, save.
 */
export async function project(tx: Tx, unread: readonly Unread[]): Promise<void> {
  if (unread.length === 0) return;
  const read = unread.map((delivery) => ({
    delivery,
    reading: readingOf(delivery),
  }));
  await holdTransactions(
    tx,
    read.flatMap(({ reading }) => reading.events.map((event) => event.transactionId)),
  );

  const own = read.flatMap(({ delivery, reading: { events } }) => events.slice(0, 1).map(from(delivery)));
  const added = await addEvents(tx, own);
  const broughtBy = new Map(own.toReversed().map(({ event, deliverySeq }) => [event.id, deliverySeq]));
  const isFresh = ({ delivery, reading }: Read) => {
    const id = reading.events[0]?.id;
    return id !== undefined && added.has(id) && broughtBy.get(id) === delivery.seq;
  };
  const fresh = read.filter(isFresh);
  await addEvents(
    tx,
    fresh.flatMap(({ delivery, reading: { events } }) => events.slice(1).map(from(delivery))),
  );
  await addReadings(
    tx,
    read.map((one) => readingRow(one, isFresh(one))),
  );
  await refold(tx, new Set(fresh.flatMap(({ reading }) => reading.events.map((event) => event.transactionId))));
}

/** What a delivery says; of one whose body was erased, what may still be told. */
export function readingOf({ provider, body, origin, remains }: Unread): Reading {
  if (remains === null) return readDelivery(provider, body, origin);
  const [first, ...others] = remains;
  return first
    ? { outcome: 'event', events: [first, ...others] }
    : { outcome: 'unrecognised', reason: 'Erased at the request of the person it told of.', events: [] };
}

type Read = { readonly delivery: Unread; readonly reading: Reading };

const from = (delivery: Unread) => (event: PaymentEvent) => ({ event, deliverySeq: delivery.seq });

function readingRow({ delivery, reading }: Read, isFresh: boolean): ReadingRow {
  const event = reading.events[0];
  return {
    deliverySeq: delivery.seq,
    outcome: event && !isFresh ? 'duplicate' : reading.outcome,
    eventId: event?.id ?? null,
    transactionId: event?.transactionId ?? null,
    reason: reading.outcome === 'unrecognised' ? reading.reason : null,
  };
}

/** Folds each transaction from nothing and saves what stands; one that only echoes speak of stays unsaved. */
async function refold(tx: Tx, ids: Set<string>): Promise<void> {
  const byTransaction = await eventsOf(tx, [...ids].sort());
  const folded: Folded[] = [];
  const refunds: RefundFold[] = [];
  for (const stored of byTransaction.values()) {
    const events = stored.map(({ event }) => event);
    const state = evolve(events);
    const { environment } = stored.reduce((a, b) => (a.deliverySeq <= b.deliverySeq ? a : b));
    if (!state) continue;
    folded.push({ state, environment });
    refunds.push({ transactionId: state.id, environment, refund: refundOf(state, events) });
  }
  await saveTransactions(tx, folded);
  await saveRefunds(tx, refunds);
  await saveLegs(tx, folded);
}

function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(work, TRANSACTION_LIMITS);
}

/** An error that the same delivery would meet again: ours, or the database's about data; not a lost connection. */
function isAboutContent(error: unknown): boolean {
  const state = sqlState(error);
  if (state) return ['22', '23', '54'].includes(state.slice(0, 2));
  return error instanceof TypeError || error instanceof RangeError;
}

/** Takes a delivery out of the inbox as unrecognised, with what went wrong; `npm run rebuild` reads it again. */
async function setAside({ seq, receivedAt }: Unread, error: unknown): Promise<Batch> {
  const reason = `It could not be folded: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`;
  log.error({ delivery: String(seq), reason: maskText(reason) }, 'projector: a delivery was set aside');
  processMetrics().setAside.inc();
  return inTransaction(async (tx) => {
    await holdTables(tx);
    if (!(await takeOut(tx, seq))) return { count: 0, oldest: null };
    await addReadings(tx, [{ deliverySeq: seq, outcome: 'unrecognised', eventId: null, transactionId: null, reason }]);
    await seal(tx, [seq]);
    return { count: 1, oldest: receivedAt };
  });
}
