// `npm run bench:ingest`: our webhook against the frame's own limit (a route handler that answers 204) and against one
// `create` per request, in one run, as ratios. Durable: fsync and synchronous_commit are on, and the projector folds
// behind as it does in production. Ends by counting that every 2xx is in the store, once.
//
//   npm run bench:ingest                 the ratios at 1, 16, 64 and 256 connections
//   npm run bench:ingest -- --sustained  half of our rate at 64 connections for a while: does the fold keep up?
//   ROUNDS=3 SECONDS=4                   how often and how long each is measured

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CONNECTIONS = [1, 16, 64, 256];
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const SECONDS = Number(process.env.SECONDS ?? 4);
/** Our route last, so that no variant finds the caches warmer than ours does. */
const VARIANTS = { bare: '/api/bench/bare', create: '/api/bench/create', webhook: '/api/webhooks/brla' };

process.env.CONCILIA_BENCH = '1';
const { startDesk } = await import('../../scripts/desk.mjs');
const desk = await startDesk({ port: 'free', throwAway: true, durable: true, sampleData: false, log: console.log });
const database = new pg.Client({ connectionString: desk.databaseUrl });
await database.connect();
try {
  await (process.argv.includes('--sustained') ? sustain() : measure());
} finally {
  await database.end();
  await desk.stop();
}

async function measure() {
  const { rows } = await database.query(
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'server_version') ORDER BY 1",
  );
  console.log(
    `${cpus().length} cores, Node ${process.versions.node}, ${rows.map((row) => `${row.name} ${row.setting}`).join(', ')}; medians of ${ROUNDS} rounds of ${SECONDS} s\n`,
  );
  for (const variant of Object.keys(VARIANTS)) await load(variant, 16, 2); // warm up
  let accepted = 0;
  const before = await counts();
  const table = [];
  for (const connections of CONNECTIONS) {
    const results = Object.fromEntries(Object.keys(VARIANTS).map((variant) => [variant, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const variant of Object.keys(VARIANTS)) {
        const result = await load(variant, connections, SECONDS);
        results[variant].push(result);
        if (variant === 'webhook') accepted += result.accepted;
        await drained();
      }
    }
    table.push(row(connections, results));
  }
  console.table(table);
  const after = await counts();
  const stored = after.events - before.events;
  console.log(
    `${accepted} webhooks were answered 2xx; ${stored} distinct events are in the store; ${after.duplicates - before.duplicates} duplicates.`,
  );
  if (stored < accepted) throw new Error(`${accepted - stored} answered webhooks are not in the store.`);
  await deduplication();
}

function row(connections, results) {
  const median = (variant, pick) =>
    results[variant].map(pick).sort((a, b) => a - b)[Math.floor(results[variant].length / 2)];
  const perSecond = (variant) => Math.round(median(variant, (result) => result.perSecond));
  const p99 = (variant) => median(variant, (result) => result.p99);
  return {
    connections,
    'bare/s': perSecond('bare'),
    'create/s': perSecond('create'),
    'webhook/s': perSecond('webhook'),
    'webhook : bare': (perSecond('webhook') / perSecond('bare')).toFixed(2),
    'webhook : create': (perSecond('webhook') / perSecond('create')).toFixed(2),
    'p99 bare ms': p99('bare'),
    'p99 webhook ms': p99('webhook'),
    failed: results.webhook.reduce((sum, result) => sum + result.failed, 0),
  };
}

/** The load comes from a process of its own: one that shared ours would measure itself. */
async function load(variant, connections, seconds, perSecond) {
  const settings = JSON.stringify({ url: desk.url + VARIANTS[variant], connections, seconds, perSecond });
  const child = fork(new URL('./load.mjs', import.meta.url), [settings]);
  const [result] = await once(child, 'message');
  return result;
}

/** The age of the oldest delivery that waits to be folded, sampled while half of the full rate comes in. */
async function sustain() {
  await load('webhook', 16, 2);
  const full = await load('webhook', 64, SECONDS);
  await drained();
  const rate = Math.round(full.perSecond / 2);
  const seconds = SECONDS * 5;
  const running = load('webhook', 64, seconds, rate);
  const lags = [];
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) lags.push(await lag());
  const { perSecond, failed } = await running;
  lags.sort((a, b) => a - b);
  const at = (share) => `${lags[Math.min(lags.length - 1, Math.floor(lags.length * share))].toFixed(0)} ms`;
  console.log(
    `Full rate at 64 connections: ${Math.round(full.perSecond)}/s. Held ${Math.round(perSecond)}/s for ${seconds} s, ${failed} failed.`,
  );
  console.log(
    `Age of the oldest unfolded delivery, ${lags.length} samples: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}.`,
  );
}

async function lag() {
  const { rows } = await database.query(
    'SELECT coalesce(extract(epoch FROM clock_timestamp() - min(received_at)) * 1000, 0)::float8 AS lag FROM inbox',
  );
  return rows[0].lag;
}

/** The projector has caught up: the next variant does not pay for this one. */
async function drained() {
  while (Number((await database.query('SELECT count(*) FROM inbox')).rows[0].count) > 0) await sleep(100);
}

async function counts() {
  await drained();
  const { rows } = await database.query(`
    SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM readings WHERE outcome = 'duplicate') AS duplicates`);
  return { events: Number(rows[0].events), duplicates: Number(rows[0].duplicates) };
}

/** The same event a hundred times: one event, ninety-nine visible duplicates. */
async function deduplication() {
  await sleep(500); // what the last burst left on its way arrives
  const before = await counts();
  const body = JSON.stringify({
    subscription: 'MINT',
    createdAt: Date.now(),
    id: 'bench-duplicate',
    userId: 'bench',
    data: { id: 'bench-duplicate', status: 'SUCCESS' },
  });
  await Promise.all(Array.from({ length: 100 }, () => fetch(desk.url + VARIANTS.webhook, { method: 'POST', body })));
  const after = await counts();
  console.log(
    `One event posted 100 times: ${after.events - before.events} event, ${after.duplicates - before.duplicates} duplicates.`,
  );
}
