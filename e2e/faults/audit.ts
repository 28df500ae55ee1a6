import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { disconnect, prisma } from '@/lib/db';
import type { Origin } from '@/lib/events/delivery';
import type { PaymentEvent } from '@/lib/events/event';
import type { Provider } from '@/lib/providers/catalogue';
import { readDelivery } from '@/lib/providers/read';
import { evolve } from '@/lib/transactions/evolve';
import { verifyChain } from '@/lib/verify-chain';

/** Holds the whole store against what the pure code says of it; prints what does not agree, counted, as JSON. */
async function audit() {
  const events = (await prisma().event.findMany({ select: { data: true } })).map(
    (row) => row.data as unknown as PaymentEvent,
  );
  const chain = await verifyChain();
  return {
    ...(await auditTransactions(events)),
    ...(await auditReadings(new Set(events.map((event) => event.id)))),
    receipts: chain.checked,
    brokenReceipts: chain.broken ? 1 : 0,
    unsealed: chain.unsealed.length,
  };
}

/** Every stored transaction is the fold of its stored events, and every fold is stored. */
async function auditTransactions(events: readonly PaymentEvent[]) {
  const rows = await prisma().transaction.findMany({ select: { id: true, state: true, eventCount: true } });
  const byTransaction = new Map<string, PaymentEvent[]>();
  for (const event of events)
    byTransaction.set(event.transactionId, [...(byTransaction.get(event.transactionId) ?? []), event]);
  const isFold = (row: (typeof rows)[number]) => {
    const fold = evolve(byTransaction.get(row.id) ?? []);
    // Through JSON, as it was stored: a member that is undefined is one that is absent.
    return isDeepStrictEqual(row.state, JSON.parse(JSON.stringify(fold))) && row.eventCount === fold?.eventCount;
  };
  const stored = new Set(rows.map((row) => row.id));
  return {
    events: events.length,
    transactions: rows.length,
    wrongFolds: rows.filter((row) => !isFold(row)).length,
    unsavedFolds: [...byTransaction].filter(([id, own]) => !stored.has(id) && evolve(own) !== null).length,
  };
}

/** Every delivery has exactly one reading, and it says what the reader says of its bytes today. */
async function auditReadings(eventIds: ReadonlySet<string>) {
  type Row = {
    seq: bigint;
    provider: Provider;
    origin: Origin;
    body: Uint8Array;
    outcome: string | null;
    reason: string | null;
  };
  const count = { deliveries: 0, unread: 0, misread: 0, setAside: 0, event: 0, duplicate: 0, unrecognised: 0 };
  for (let last: Row[] = [], after = 0n; ; after = last.at(-1)?.seq ?? 0n) {
    last = await prisma().$queryRaw<Row[]>`
      SELECT d.seq, d.provider, d.origin, d.body, r.outcome, r.reason
      FROM deliveries d LEFT JOIN readings r ON r.delivery_seq = d.seq
      WHERE d.seq > ${after} ORDER BY d.seq LIMIT 2000`;
    if (last.length === 0) return count;
    for (const { provider, origin, body, outcome, reason } of last) {
      count.deliveries += 1;
      if (outcome === 'event' || outcome === 'duplicate' || outcome === 'unrecognised') count[outcome] += 1;
      if (outcome === null) count.unread += 1;
      else if (reason?.startsWith('It could not be folded')) count.setAside += 1;
      else if (!agrees(readDelivery(provider, body, origin), outcome, eventIds)) count.misread += 1;
    }
  }
}

function agrees(reading: ReturnType<typeof readDelivery>, outcome: string, eventIds: ReadonlySet<string>): boolean {
  const own = reading.events[0];
  if (!own) return outcome === reading.outcome;
  if (!eventIds.has(own.id)) return false;
  return outcome === 'duplicate' || (outcome === reading.outcome && reading.events.every(({ id }) => eventIds.has(id)));
}

try {
  console.log(JSON.stringify(await audit()));
} finally {
  await disconnect();
}
