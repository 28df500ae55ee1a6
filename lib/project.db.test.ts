import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import type { PaymentEvent } from './events/event';
import { admit } from './ingest';
import { projectAll } from './project';
import { readDelivery } from './providers/read';
import { brlaMint, fixtures, type Message, message, shuffled } from './testing';
import { evolve } from './transactions/evolve';
import type { Transaction } from './transactions/transaction';

beforeAll(async () => {});

afterAll(async () => {
  await disconnect();
});

const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });

/** What the payloads alone say should stand, without any database. */
function pureFolds(messages: readonly Message[]): Map<string, Transaction> {
  const events = messages.flatMap(({ provider, body }) => readDelivery(provider, body).events);
  const ids = [...new Set(events.map((event) => event.transactionId))];
  const folds = ids.map((id) => [id, evolve(events.filter((event) => event.transactionId === id))] as const);
  return new Map(folds.filter((fold): fold is [string, Transaction] => fold[1] !== null));
}

async function stored(): Promise<Map<string, Transaction>> {
  const rows = await prisma().transaction.findMany({ select: { id: true, state: true } });
  return new Map(rows.map((row) => [row.id, row.state as unknown as Transaction]));
}

async function outcomes(): Promise<Record<string, number>> {
  const rows = await prisma().reading.groupBy({ by: ['outcome'], _count: true });
  return Object.fromEntries(rows.map((row) => [row.outcome, row._count]));
}

test('every documented payload, three times and in any order, gives the transactions of the pure fold', async () => {
  const messages = fixtures();
  for (const seed of [1, 2, 3]) await Promise.all(shuffled(messages, seed).map(arrive));
  expect(await projectAll()).toBe(3 * messages.length);
  expect(await stored()).toEqual(pureFolds(messages));
  const counts = await outcomes();
  expect((counts.event ?? 0) + (counts.unrecognised ?? 0) + (counts.duplicate ?? 0)).toBe(3 * messages.length);
  expect(counts.duplicate).toBe(2 * (counts.event ?? 0));
});

test('four workers share 1,200 deliveries while they arrive: each is read once, every fold is right', async () => {
  const life = Array.from({ length: 400 }, (_, i) =>
    ['QUEUED', 'POSTED', 'SUCCESS'].map((status) => brlaMint(i, status)),
  ).flat();
  const before = await prisma().reading.count();
  let isArriving = true;
  const worker = async () => {
    while (isArriving || (await prisma().inboxEntry.count()) > 0) await projectAll();
  };
  const workers = [worker(), worker(), worker(), worker()];
  for (let i = 0; i < life.length; i += 100) await Promise.all(shuffled(life.slice(i, i + 100), i).map(arrive));
  isArriving = false;
  await Promise.all(workers);
  expect((await prisma().reading.count()) - before).toBe(life.length);
  const transactions = await stored();
  for (const [id, fold] of pureFolds(life)) expect(transactions.get(id)).toEqual(fold);
});

test('one event id with other content changes nothing and stays visible as a duplicate', async () => {
  await arrive(brlaMint(5_000));
  await projectAll();
  const first = (await stored()).get('brla:operation-5000');
  await arrive(brlaMint(5_000, 'QUEUED', { amount: 99, externalId: 'forged' }));
  await projectAll();
  expect((await stored()).get('brla:operation-5000')).toEqual(first);
  expect(
    await prisma().reading.findMany({ where: { eventId: 'brla:event-5000-QUEUED' }, orderBy: { deliverySeq: 'asc' } }),
  ).toMatchObject([{ outcome: 'event' }, { outcome: 'duplicate' }]);
});

describe('what cannot be understood is kept, with its reason, and stops nobody', () => {
  test.each([
    ['not JSON', 'hello', 'not JSON'],
    ['an unknown type', '{"event":"TRANSACTION","payload":{"type":"LOAN","id":"x","status":"PENDING"}}', 'LOAN'],
    ['a NUL in a text', '{"event":"TRANSACTION","payload":{"type":"ISSUANCE","id":"x\\u0000"}}', 'NUL'],
    ['half a surrogate pair', '{"event":"TRANSACTION","payload":{"type":"ISSUANCE","id":"\\ud83d"}}', 'surrogate'],
    ['null', 'null', ''],
    ['deep nesting', '['.repeat(50_000), 'nested'],
    [
      'a huge number',
      '{"event":"TRANSACTION","payload":{"type":"ISSUANCE","id":"x","status":"COMPLETE","updated_at":"2026-03-02T12:00:00Z","issuance":{"amount":"1e400","asset":"MXN"}}}',
      'amount',
    ],
  ])('%s', async (_, text, reason) => {
    const seq = BigInt(await arrive(message('juno', text)));
    await arrive(brlaMint(9_000 + Number(seq)));
    await projectAll();
    expect(await prisma().reading.findUnique({ where: { deliverySeq: seq } })).toMatchObject({
      outcome: 'unrecognised',
      reason: expect.stringContaining(reason),
    });
    expect(await prisma().reading.findUnique({ where: { deliverySeq: seq + 1n } })).toMatchObject({ outcome: 'event' });
    const kept = await prisma().delivery.findUniqueOrThrow({ where: { seq } });
    expect(new TextDecoder().decode(kept.body)).toBe(text);
  });

  test('bytes that are no text', async () => {
    const body = new Uint8Array([0, 255, 254, 128, 10]);
    const seq = BigInt(await arrive({ provider: 'ripio', name: 'bytes', body }));
    await projectAll();
    expect(await prisma().reading.findUnique({ where: { deliverySeq: seq } })).toMatchObject({
      outcome: 'unrecognised',
    });
    expect(new Uint8Array((await prisma().delivery.findUniqueOrThrow({ where: { seq } })).body)).toEqual(body);
  });

  test('the longest reference, in the widest letters, still fits the indexes', async () => {
    const seq = BigInt(await arrive(brlaMint(6_000, 'QUEUED', { externalId: '界'.repeat(500) })));
    await projectAll();
    expect(await prisma().reading.findUnique({ where: { deliverySeq: seq } })).toMatchObject({ outcome: 'event' });
    expect((await stored()).get('brla:operation-6000')?.externalRef).toHaveLength(500);
  });
});

test('a delivery that the database itself refuses is set aside with its reason, and only that one', async () => {
  await prisma().$executeRaw`ALTER TABLE transactions ADD CONSTRAINT poisoned CHECK (external_ref NOT LIKE 'poison%')`;
  const from = 20_000;
  const life = Array.from({ length: 512 }, (_, i) =>
    brlaMint(from + i, 'QUEUED', i % 200 === 199 ? { externalId: `poison-${i}` } : {}),
  );
  const seqs = await Promise.all(life.map(arrive));
  expect(await projectAll()).toBe(512);
  const read = await prisma().reading.groupBy({
    by: ['outcome'],
    _count: true,
    where: { deliverySeq: { in: seqs.map(BigInt) } },
  });
  expect(Object.fromEntries(read.map((row) => [row.outcome, row._count]))).toEqual({ event: 510, unrecognised: 2 });
  const aside = await prisma().reading.findMany({ where: { reason: { contains: 'could not be folded' } } });
  expect(aside).toHaveLength(2);
  await prisma().$executeRaw`ALTER TABLE transactions DROP CONSTRAINT poisoned`;
});

test('deliveries and events cannot be changed or removed', async () => {
  for (const statement of [
    'UPDATE deliveries SET provider = provider',
    'DELETE FROM deliveries',
    'TRUNCATE deliveries',
    'UPDATE events SET type = type',
    'DELETE FROM events',
    'TRUNCATE events',
  ]) {
    await expect(prisma().$executeRawUnsafe(statement)).rejects.toThrow('append-only');
  }
});

test('amounts are stored with the digits they were given', async () => {
  const [row] = await prisma().$queryRaw<
    { out: string }[]
  >`SELECT amount_out::text AS out FROM transactions WHERE kind = 'conversion' LIMIT 1`;
  expect(row?.out).toBe('1298.3766240000');
});

test('every stored transaction equals the fold of its stored events', async () => {
  const rows = await prisma().event.findMany({ select: { data: true } });
  const events = rows.map((row) => row.data as unknown as PaymentEvent);
  for (const [id, state] of await stored())
    expect(evolve(events.filter((event) => event.transactionId === id))).toEqual(state);
});
