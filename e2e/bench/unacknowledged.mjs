// `npm run bench:unacknowledged`: 100,000 events that a provider lists, compared with a store of 4,000,000, in one run:
// the whole check (HTTP, reading, comparing, writing down) beside the bare SQL comparison, and what it adds to memory.
//
//   STORED=4000000 LISTED=100000

import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../scripts/migrate.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { generateClient } from '../../scripts/prepare.mjs';
import { makeTemporary } from '../../scripts/temporary.mjs';
import { startBrla } from '../standins/brla.ts';

const STORED = Number(process.env.STORED ?? 4_000_000);
const LISTED = Number(process.env.LISTED ?? 100_000);
/** A heap that a list held whole would not fit: what the check keeps does not grow with it. */
const HEAP_MIB = 128;
/** Of ten listed events one is not in the store. */
const isStored = (i) => i % 10 !== 0;

const temporary = makeTemporary();
const login = { email: 'ops@example.com', password: randomUUID() };
await generateClient({ log: console.log });
const postgres = await startPostgres({ dataDir: path.join(temporary.directory, 'postgres'), durable: true });
const brla = await startBrla({ login }, { events: { [Symbol.iterator]: listed } });
const database = new pg.Client({ connectionString: postgres.url });
try {
  await migrate(postgres.url);
  await database.connect();
  await fill();
  console.log(`${STORED} stored events, ${LISTED} listed ones.`);
  const bare = await timed(compareInSql);
  const whole = await check();
  console.table({
    'bare SQL comparison': { seconds: seconds(bare.milliseconds) },
    'the whole check': { seconds: seconds(whole.milliseconds) },
    'the whole check, again': { seconds: seconds(whole.again) },
  });
  console.log(
    `${whole.report.counts.compared} listed events compared, ${whole.report.counts.missing} not in the store. Bare SQL finds ${bare.result} missing. Whole : bare ${(whole.milliseconds / bare.milliseconds).toFixed(1)}; with a heap of ${HEAP_MIB} MiB memory grew by ${Math.round(whole.grownBytes / 1048576)} MiB at the most.`,
  );
  if (whole.report.counts.missing !== bare.result) throw new Error('The two do not agree.');
} finally {
  await database.end();
  await brla.close();
  await postgres.stop();
  await temporary.remove();
}

function* listed() {
  for (let i = 0; i < LISTED; i++) {
    yield {
      id: isStored(i) ? `stored-${i * Math.floor(STORED / LISTED)}` : `missing-${i}`,
      userId: 'main-account',
      subscription: 'MINT',
      createdAt: 1_772_452_800_000 + i,
      acknowledged: false,
      data: {
        id: `operation-${i}`,
        status: 'QUEUED',
        amount: 100_00,
        chain: 'Polygon',
        walletAddress: `0x${'0'.repeat(40)}`,
      },
    };
  }
}

async function fill() {
  await database.query(`
    INSERT INTO events (id, transaction_id, type, occurred_at, delivery_seq, data)
    SELECT 'brla:stored-' || i, 'brla:operation-' || i, 'Requested', now(), i + 1, '{}'
    FROM generate_series(0, ${STORED - 1}) AS i`);
  await database.query('VACUUM ANALYZE events');
}

async function compareInSql() {
  const ids = [...listed()].map(({ id }) => `brla:${id}`);
  const { rows } = await database.query(
    `SELECT count(*)::int AS missing FROM unnest($1::text[]) AS l(id) LEFT JOIN events e ON e.id = l.id WHERE e.id IS NULL`,
    [ids],
  );
  return rows[0].missing;
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - began };
}

/** In a process of its own, as the worker would do it, so that its memory can be told from ours. */
async function check() {
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    AUTH_SECRET: randomUUID(),
    BRLA_API_URL: brla.url,
    BRLA_API_EMAIL: login.email,
    BRLA_API_PASSWORD: login.password,
  };
  const child = fork(new URL('./check.ts', import.meta.url), [], {
    env,
    execArgv: ['--conditions=react-server', '--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_MIB}`],
  });
  const [result] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [null])]);
  if (!result) throw new Error('The check ended without a result.');
  return result;
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}
