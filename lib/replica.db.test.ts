import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '@/scripts/migrate.mjs';
import { startPostgres } from '@/scripts/postgres.mjs';
import { CLUSTER, makeTemporary } from '@/scripts/temporary.mjs';
import { disconnect, type Reader } from './db';
import { openSnapshot } from './exports/snapshot.store';
import { caughtUpReplica, fromReplica, replicaLag } from './replica.store';
import { inLateSnapshot } from './snapshot.store';

/** Two real clusters, the second a streaming replica of the first. */

type Cluster = Awaited<ReturnType<typeof startPostgres>>;
const place = makeTemporary();
const homes = [path.join(place.directory, CLUSTER), path.join(place.directory, 'twin')] as const;
let first: Cluster;
let second: Cluster;

beforeAll(async () => {
  const made = await startPostgres({ dataDir: homes[0] });
  await migrate(made.url);
  await made.stop();
  execFileSync('cp', ['-a', ...homes]);
  first = await startPostgres({ dataDir: homes[0] });
  const { port, password } = new URL(first.url);
  const upstream = `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres password=${password}'\n`;
  writeFileSync(path.join(homes[1], 'postgresql.auto.conf'), upstream);
  writeFileSync(path.join(homes[1], 'standby.signal'), '');
  second = await startPostgres({ dataDir: homes[1] });
  const urls = { DATABASE_URL: first.url, DATABASE_REPLICA_URL: second.url };
  Object.assign(process.env, urls, { DATABASE_REPLICA_LAG_SECONDS: '5' });
  await sql(first, 'CREATE TABLE deeds (what text)');
});

afterAll(async () => {
  await disconnect();
  await second?.stop();
  await first?.stop();
  await place.remove();
});

async function sql(cluster: Cluster, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  return client.query(text).finally(() => client.end());
}

/** Which of the two a reading came to. */
const whereFrom = ({ prisma }: Pick<Reader, 'prisma'>) =>
  prisma.$queryRaw<{ isReplica: boolean }[]>`SELECT pg_is_in_recovery() AS "isReplica"`.then(([row]) =>
    row?.isReplica ? 'replica' : 'primary',
  );

/** Looks until the answer is that; a look is taken once a second. */
async function becomes<T>(wanted: T, look: () => Promise<T>): Promise<T> {
  for (let tries = 300; tries > 0; tries--) {
    if ((await look()) === wanted) return wanted;
    await sleep(100);
  }
  return look();
}

test('what may be a little old is read from the replica, in a snapshot too', async () => {
  expect(await becomes('replica', () => fromReplica(whereFrom))).toBe('replica');
  const [row] = await inLateSnapshot((tx) => tx.$queryRaw<{ yes: boolean }[]>`SELECT pg_is_in_recovery() AS yes`);
  expect(row?.yes).toBe(true);
});

test('one that has not replayed what was just written is not given to an export, and is as soon as it has', async () => {
  await sql(second, 'SELECT pg_wal_replay_pause()');
  await sql(first, `INSERT INTO deeds VALUES ('before the export')`);
  expect(await caughtUpReplica()).toBeNull();
  const waiting = caughtUpReplica();
  await sql(second, 'SELECT pg_wal_replay_resume()');
  const reader = await waiting;
  expect(reader && (await whereFrom(reader))).toBe('replica');
  const seen = await reader?.pool.query('SELECT what FROM deeds');
  expect(seen?.rows).toEqual([{ what: 'before the export' }]);
});

test('an export has its snapshot there, and it is let go at the end', async () => {
  const { rows: none } = await open(second);
  expect(none).toEqual([]);
  const snapshot = await openSnapshot();
  expect((await open(second)).rows).toHaveLength(1);
  expect((await open(first)).rows).toEqual([]);
  await snapshot.close();
  expect((await open(second)).rows).toEqual([]);
});

const open = (cluster: Cluster) =>
  sql(cluster, `SELECT FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE '%max(position)%'`);

test('further behind than its limit it is left aside, and comes back when it has caught up', async () => {
  await sql(second, 'SELECT pg_wal_replay_pause()');
  await sql(first, `INSERT INTO deeds VALUES ('unseen')`);
  expect(await becomes('primary', () => fromReplica(whereFrom))).toBe('primary');
  expect(await replicaLag()).toBeGreaterThan(5);
  await sql(second, 'SELECT pg_wal_replay_resume()');
  expect(await becomes('replica', () => fromReplica(whereFrom))).toBe('replica');
});

test('a question that it cannot answer is answered by the primary; one that took too long is not asked again', async () => {
  let asked = 0;
  const failingThere = async (reader: Reader) => {
    asked++;
    const from = await whereFrom(reader);
    if (from === 'replica') await reader.prisma.$executeRaw`CREATE TEMP TABLE not_there (n int)`;
    return from;
  };
  expect(await becomes('replica', () => fromReplica(whereFrom))).toBe('replica');
  expect(await fromReplica(failingThere)).toBe('primary');
  expect(asked).toBe(2);
  expect(await fromReplica(whereFrom)).toBe('primary'); // it rests
  expect(await becomes('replica', () => fromReplica(whereFrom))).toBe('replica');
  asked = 0;
  const slow = fromReplica(async ({ prisma }) => {
    asked++;
    await prisma.$transaction([
      prisma.$executeRaw`SET LOCAL statement_timeout = 50`,
      prisma.$queryRaw`SELECT pg_sleep(60)::text`,
    ]);
  });
  await expect(slow).rejects.toThrow();
  expect(asked).toBe(1);
});

test('a replica that is down costs nobody an answer, and is asked again when it is up', async () => {
  await second.stop();
  expect(await becomes('primary', () => fromReplica(whereFrom))).toBe('primary');
  expect(await replicaLag()).toBeNull();
  expect(await caughtUpReplica()).toBeNull();
  const snapshot = await openSnapshot();
  await snapshot.close();
  second = await startPostgres({ dataDir: homes[1], port: second.port });
  expect(await becomes('replica', () => fromReplica(whereFrom))).toBe('replica');
});

test('one that was promoted is a replica no more: whose rows it has nobody can say', async () => {
  await sql(second, 'SELECT pg_promote()');
  await sql(second, `INSERT INTO deeds VALUES ('of another history')`);
  expect(await becomes('primary', () => fromReplica(whereFrom))).toBe('primary');
  expect(await becomes(null, replicaLag)).toBeNull();
  const rows = await fromReplica(
    ({ prisma }) => prisma.$queryRaw`SELECT what FROM deeds WHERE what LIKE 'of another%'`,
  );
  expect(rows).toEqual([]);
});
