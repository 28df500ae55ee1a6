import pg from 'pg';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { followChanges, hasRoom, stopFollowing } from '@/lib/live';
import { readChanges, readEnd, readNewcomers } from '@/lib/live.store';
import type { Changes } from '@/lib/live-changes';
import { projectAll } from '@/lib/project';
import { brlaMint, fixtures, type Message } from '@/lib/testing';

afterEach(stopFollowing);

const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });

/** What a follower hears until the chain's end is reached, or `until` says that it is enough. */
async function hear(after: bigint, until: (position: bigint) => boolean | Promise<boolean>): Promise<Changes[]> {
  const leaving = new AbortController();
  const heard: Changes[] = [];
  for await (const changes of followChanges(after, leaving.signal)) {
    if (changes) heard.push(changes);
    if (changes && (await until(BigInt(changes.position)))) leaving.abort();
  }
  return heard;
}

beforeAll(async () => {
  await Promise.all(fixtures().map(arrive));
  await projectAll();
});

test('every payment that a delivery tells of is named, also one that only another’s message spoke of', async () => {
  const end = await readEnd();
  for (let after = 0n; after < end; after += 1n) {
    const touched = await prisma().$queryRaw<{ id: string }[]>`
      SELECT DISTINCT e.transaction_id AS id FROM receipts r JOIN events e ON e.delivery_seq = r.delivery_seq
      JOIN transactions t ON t.id = e.transaction_id WHERE r.position = ${after + 1n}`;
    const [sealed] = await prisma().$queryRaw<{ seq: bigint }[]>`
      SELECT delivery_seq AS seq FROM receipts WHERE position = ${after + 1n}`;
    const { ids } = await readChanges(after);
    expect(ids, `delivery ${sealed?.seq}`).toEqual(expect.arrayContaining(touched.map(({ id }) => id)));
  }
});

test('two projectors at once: a follower hears of every position once, in order, and of every payment', async () => {
  const from = await readEnd();
  const count = 200;
  const listening = hear(from, (position) => position >= from + BigInt(3 * count));
  const messages = ['QUEUED', 'POSTED', 'SUCCESS'].flatMap((status) =>
    Array.from({ length: count }, (_, i) => brlaMint(10_000 + i, status)),
  );
  let isArriving = true;
  const projector = async () => {
    while (isArriving || (await prisma().inboxEntry.count()) > 0) await projectAll();
  };
  const projectors = [projector(), projector()];
  for (let i = 0; i < messages.length; i += 60) await Promise.all(messages.slice(i, i + 60).map(arrive));
  isArriving = false;
  await Promise.all(projectors);
  const heard = await listening;
  const positions = heard.map(({ position }) => BigInt(position));
  expect(positions.every((position, i) => position > (positions[i - 1] ?? from))).toBe(true);
  expect(positions.at(-1)).toBe(from + BigInt(3 * count));
  const named = new Set(heard.flatMap(({ ids }) => ids));
  const areNamed = Array.from({ length: count }, (_, i) => named.has(`brla:operation-${10_000 + i}`));
  expect(areNamed).not.toContain(false);
  const [chain] = await prisma().$queryRaw<{ gaps: bigint }[]>`SELECT max(position) - count(*) AS gaps FROM receipts`;
  expect(chain?.gaps, 'positions have no gaps').toBe(0n);
});

test('a follower that was away goes on from where it was', async () => {
  const from = await readEnd();
  for (const i of [1, 2, 3]) await arrive(brlaMint(20_000 + i));
  await projectAll();
  const heard = await hear(from + 1n, (position) => position >= from + 3n);
  expect(heard.flatMap(({ ids }) => ids).sort()).toEqual(['brla:operation-20002', 'brla:operation-20003']);
});

test('the connection that listens is cut off: it listens again, and nothing is missed', async () => {
  const from = await readEnd();
  const listening = hear(from, (position) => position >= from + 1n);
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const listeners = `pid FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'listen%'`;
  const listener = async () => (await client.query<{ pid: number }>(`SELECT ${listeners}`)).rows[0]?.pid;
  await expect.poll(listener, { timeout: 10_000 }).toBeDefined();
  const first = await listener();
  await client.query('SELECT pg_terminate_backend($1)', [first]);
  await expect.poll(async () => ![undefined, first].includes(await listener()), { timeout: 10_000 }).toBe(true);
  await client.end();
  await arrive(brlaMint(30_000));
  await projectAll();
  expect((await listening).flatMap(({ ids }) => ids)).toEqual(['brla:operation-30000']);
});

test('whoever is far behind is told that it is much, and not all of it', async () => {
  const end = await readEnd();
  await prisma().$executeRaw`
    INSERT INTO receipts (position, delivery_seq, hash)
    SELECT ${end} + n, 1000000 + n, '\\x00' FROM generate_series(1, 6000) AS n`;
  expect(await readChanges(0n)).toEqual({ position: String(end + 6_000n), ids: [], isMany: true, hasMore: false });
  expect(await readChanges(end + 6_000n)).toMatchObject({ position: String(end + 6_000n), ids: [], hasMore: false });
});

test('a newcomer is a payment whose own first message came after the list was drawn', async () => {
  const ids = ['brla:operation-20001', 'brla:operation-30000'];
  const [place] = await prisma().$queryRaw<{ position: bigint }[]>`
    SELECT r.position FROM events e JOIN receipts r ON r.delivery_seq = e.delivery_seq
    WHERE e.transaction_id = 'brla:operation-20001'`;
  const mark = place?.position ?? -1n;
  expect(await readNewcomers(ids, mark)).toEqual(['brla:operation-30000']);
  expect((await readNewcomers(ids, mark - 1n)).sort()).toEqual(ids);
});

test('followers are bounded, and the place of one that left is free again', async () => {
  const leaving = new AbortController();
  const followers = Array.from({ length: 200 }, () => followChanges(0n, leaving.signal));
  for (const follower of followers) expect((await follower.next()).value).toBeNull();
  expect(hasRoom()).toBe(false);
  await followers[0]?.return();
  expect(hasRoom()).toBe(true);
  leaving.abort();
  await Promise.all(followers.map((follower) => follower.return()));
});
