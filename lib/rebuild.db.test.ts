import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { admit } from './ingest';
import { projectAll } from './project';
import { rebuild, rebuildIfOutdated } from './rebuild';
import { brlaMint, fixtures, type Message, message } from './testing';

beforeAll(async () => {
  await Promise.all([...fixtures(), message('juno', '{"event":"TRANSACTION","payload":{"type":"LOAN"}}')].map(arrive));
  await projectAll();
});

afterAll(async () => {
  await disconnect();
});

const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });
const everything = () =>
  Promise.all([
    prisma().transaction.findMany({ orderBy: { id: 'asc' } }),
    prisma().identifier.findMany({ orderBy: [{ key: 'asc' }, { kind: 'asc' }, { transactionId: 'asc' }] }),
    prisma().link.findMany({ orderBy: [{ transactionId: 'asc' }, { target: 'asc' }] }),
    prisma().reading.findMany({ orderBy: { deliverySeq: 'asc' } }),
    prisma().event.findMany({ orderBy: { id: 'asc' } }),
    prisma().refund.findMany({ orderBy: { transactionId: 'asc' } }),
    prisma().leg.findMany({ orderBy: { id: 'asc' } }),
    prisma().legId.findMany({ orderBy: [{ legId: 'asc' }, { kind: 'asc' }, { key: 'asc' }] }),
  ]);
const catalogue = () => prisma().$queryRaw`
  SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;

test('a rebuild gives the same tables again: rows, indexes, constraints and triggers', async () => {
  const [rowsBefore, catalogueBefore] = [await everything(), await catalogue()];
  expect(await rebuild()).toMatchObject({
    added: 0,
    removed: 0,
    changed: 0,
    unrecognisedBefore: 1,
    unrecognisedAfter: 1,
  });
  expect(await everything()).toEqual(rowsBefore);
  expect(await catalogue()).toEqual(catalogueBefore);
  await expect(prisma().$executeRaw`DELETE FROM events`).rejects.toThrow('append-only');
});

test('what today’s reading understands and an older one did not is found, and said', async () => {
  const [victim] = await prisma().transaction.findMany({ where: { kind: 'conversion' } });
  const id = victim?.id as string;
  const before = await everything();
  await prisma().transaction.update({ where: { id }, data: { state: { status: 'processing' }, status: 'processing' } });
  await prisma().reading.updateMany({
    where: { transactionId: id },
    data: { outcome: 'unrecognised', reason: 'an older version' },
  });
  expect(await rebuild()).toMatchObject({
    changed: 1,
    unrecognisedBefore: 2,
    unrecognisedAfter: 1,
    examples: [{ id, before: 'processing', after: 'completed' }],
  });
  expect(await everything()).toEqual(before);
});

test('the desk stays usable: what arrives during a rebuild is stored, folded and kept', async () => {
  const before = await prisma().transaction.count();
  let isRebuilding = true;
  const arriving = (async () => {
    let i = 0;
    for (; isRebuilding || i < 60; i++) {
      await arrive(brlaMint(i));
      await projectAll();
    }
    return i;
  })();
  for (let round = 0; round < 3; round++) await rebuild();
  isRebuilding = false;
  const arrived = await arriving;
  await projectAll();
  expect(await prisma().transaction.count()).toBe(before + arrived);
  expect(await prisma().inboxEntry.count()).toBe(0);
  expect(await prisma().reading.count()).toBe(await prisma().delivery.count());
});

test('two rebuilds at once: the second is told so', async () => {
  const results = await Promise.allSettled([rebuild(), rebuild()]);
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(String(refused[0]?.reason)).toContain('Another rebuild is running');
});

test('a store that an older version projected is rebuilt at the next start, and only then', async () => {
  await prisma().$executeRaw`DELETE FROM refunds`;
  await prisma().$executeRaw`UPDATE understanding SET version = 0`;
  expect((await rebuildIfOutdated())?.after).toBe(await prisma().transaction.count());
  expect(await prisma().refund.count()).toBeGreaterThan(0);
  expect(await rebuildIfOutdated()).toBeNull();
});
