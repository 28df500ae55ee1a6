import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import type { AuditDeed } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import type { Effect } from '@/lib/events/effect';
import type { PaymentEvent } from '@/lib/events/event';
import { forgetReadings, type ReadDelivery, readAgain, readingsOf, storedEvents } from '@/lib/events/reading.store';
import { project, readingOf } from '@/lib/project';
import { holdTables } from '@/lib/rebuild.store';
import { statusesOf } from '@/lib/transactions/store';

export const MAX_REPROCESSED = 5_000;
/** Of more deliveries the log names so many. */
const LOGGED_IDS = 100;
const LIMITS = { maxWait: 10_000, timeout: 120_000 } as const;

/** Says what reading these deliveries again would change, and changes nothing: the work is done and rolled back. */
export async function previewReprocess(sight: Sight, seqs: readonly bigint[]): Promise<Effect[]> {
  let effects: Effect[] = [];
  const rollback = new Error('rolled back on purpose');
  const work = prisma().$transaction(async (tx) => {
    effects = await readThemAgain(tx, seqs);
    throw rollback;
  }, LIMITS);
  await work.catch((error) => {
    if (error !== rollback) throw error;
  });
  return seen(sight, effects);
}

/** Reads these deliveries again with today's understanding. Idempotent; what was understood before stays as it is. */
export function reprocess(seqs: readonly bigint[], by: Doer = { actor: 'desk', address: null }): Promise<Effect[]> {
  return prisma().$transaction(async (tx) => {
    const effects = await readThemAgain(tx, seqs);
    const ids = seqs.slice(0, LOGGED_IDS).map(String);
    const deed = { action: 'messages_read_again', objectKind: 'delivery', objectId: ids[0] ?? '' } as const;
    if (ids.length > 0) await record(tx, { ...by, ...deed, detail: { count: seqs.length, ids } });
    return effects;
  }, LIMITS);
}

type Doer = Pick<AuditDeed, 'actor' | 'address'>;

async function readThemAgain(tx: Tx, seqs: readonly bigint[]): Promise<Effect[]> {
  if (seqs.length > MAX_REPROCESSED) throw new RangeError(`At most ${MAX_REPROCESSED} deliveries at once.`);
  await holdTables(tx);
  const deliveries = await readAgain(tx, seqs);
  const { brought, differing } = await eventsBrought(tx, deliveries);
  const unread = deliveries.filter(({ seq, outcome }) => outcome === 'unrecognised' && !brought.has(seq));
  const told = unread.flatMap((delivery) => readingOf(delivery).events.map((event) => event.transactionId));
  const before = await statusesOf(tx, told);
  await forgetReadings(
    tx,
    unread.map(({ seq }) => seq),
  );
  await project(tx, unread);
  const after = await statusesOf(tx, told);
  const readings = await readingsOf(tx, seqs);
  return deliveries.map(({ seq, outcome }) => {
    const reading = readings.get(seq);
    const id = unread.some((delivery) => delivery.seq === seq) ? reading?.transactionId : null;
    return {
      deliverySeq: seq,
      before: outcome,
      after: reading?.outcome ?? outcome,
      reason: reading?.reason ?? null,
      needsRebuild: differing.has(seq),
      transaction: id ? { id, before: before.get(id) ?? null, after: after.get(id) ?? null } : null,
    };
  });
}

/** Deliveries whose event is in the store already, and those of them that today's reading would give another meaning. */
async function eventsBrought(tx: Tx, deliveries: readonly ReadDelivery[]) {
  const today = deliveries.flatMap((delivery) =>
    readingOf(delivery).events.map((event) => ({ seq: delivery.seq, event })),
  );
  const stored = await storedEvents(
    tx,
    today.map(({ event }) => event.id),
  );
  const known = today.filter(({ event }) => stored.has(event.id));
  const isOtherwise = ({ event }: { event: PaymentEvent }) => stored.get(event.id)?.type !== event.type;
  return {
    brought: new Set(known.map(({ seq }) => seq)),
    differing: new Set(known.filter(isOtherwise).map(({ seq }) => seq)),
  };
}
