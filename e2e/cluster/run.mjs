// `npm run test:cluster`: two app processes and two workers behind nginx and PgBouncer (transaction mode), on a primary
// with a synchronous streaming replica. Under load one app process is killed, then the primary; the replica takes its
// place. What was answered 2xx is then counted. Ends with "N passed, N failed"; exit code 2 where a program is missing.
//
//   npm run test:cluster -- --checks FILE    the checks as JSON too

import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildApp, generateClient } from '../../scripts/prepare.mjs';
import { checkPromises } from '../faults/evidence.mjs';
import { stream } from '../faults/histories.mjs';
import { isAccepted, startLoad } from '../faults/load.mjs';
import { openReport } from '../faults/report.mjs';
import { isRunning, killHard } from '../faults/stage.mjs';
import { checkAsked } from './asked.mjs';
import { outOfOrder, startFollower } from './follower.mjs';
import { askedOnce, checkJobs } from './jobs.mjs';
import { Missing } from './machine.mjs';
import { makeSigner, signedStream } from './signed.mjs';
import { setStage } from './stage.mjs';

const LIMIT_SECONDS = 240;
const PER_SECOND = 150;
const CONNECTIONS = 96;
/** Between the parts of the story. */
const CALM_MS = 6_000;
const LAST_CALM_MS = 15_000;

async function play(report, stage, signer) {
  const { servers, workers, nginx, pooler, replica, primary } = stage;
  const cookie = await stage.signIn();
  await checkSessions(report, 'before', servers, cookie);
  const from = await walOf(stage);
  const messages = signedStream(stream(), signer);
  const load = startLoad({ urls: [nginx.url], messages, perSecond: PER_SECOND, connections: CONNECTIONS });
  const began = Date.now();
  const follower = startFollower({ cookie });
  await follower.follow(servers[0].url);
  const jobs = [await askedOnce(stage)];
  await sleep(CALM_MS);

  const death = Date.now();
  await killHard(servers[0]);
  report.checkAtMost('s until nginx has the other process answer', await since(load, death), 5);
  await follower.follow(servers[1].url);
  await sleep(CALM_MS);
  servers[0] = await stage.startServer(0);
  await sleep(CALM_MS);

  await checkAsked(report, stage, cookie, 'with a replica');
  const blow = Date.now();
  await primary.killHard();
  await replica.query('SELECT pg_promote()');
  await pooler.pointTo(replica);
  report.checkAtMost('s until a webhook is stored after the failover', await since(load, blow), 30);
  const failover = load.records.filter((record) => record.sentAt > blow - 5_000 && !isAccepted(record)).length;
  report.count('turned away at the failover', failover);
  await sleep(LAST_CALM_MS);
  jobs.push(await askedOnce(stage));

  const records = await load.enough();
  report.count('requests a second', Math.round(records.length / ((Date.now() - began) / 1000)));
  countAnswers(report, records, { began, death, blow });
  report.check('the other processes outlived it', [...servers, ...workers].every(isRunning), true);
  await checkPromises(report, stage, records);
  await measure(report, stage, from);
  await checkSessions(report, 'after', servers, cookie);
  await checkAsked(report, stage, cookie, 'without one');
  await checkFollower(report, stage, follower, servers[1].url);
  await checkJobs(report, stage, jobs);
  report.check('verify says that the receipts hold', / receipts hold\. Head: /.test(await stage.verify()), true);
}

/** Seconds from a moment until a request that was sent after it was accepted. */
const since = async (load, moment) => ((await load.accepted(moment)) - moment) / 1000;

/** Which answers there were in each part of the story, and how long the good ones took. */
function countAnswers(report, records, { began, death, blow }) {
  const parts = {
    'all well': [began, death],
    'one killed': [death, blow],
    'failed over': [blow, Number.POSITIVE_INFINITY],
  };
  for (const [name, [from, to]] of Object.entries(parts)) {
    const own = records.filter(({ sentAt }) => sentAt >= from && sentAt < to);
    const statuses = new Map(own.map(({ status }) => [status, 0]));
    for (const { status } of own) statuses.set(status, statuses.get(status) + 1);
    const answers = [...statuses].map(([status, count]) => `${status}: ${count}`).sort();
    const times = own.filter(isAccepted).map(({ sentAt, answeredAt }) => answeredAt - sentAt);
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.floor(times.length * share)];
    report.count(`${name}: answers`, answers.join(', '));
    report.count(`${name}: ms to a 2xx, p50 and p99`, `${at(0.5)}, ${at(0.99)}`);
  }
}

/** A session that one process made is good at every other, and nobody comes in without. */
async function checkSessions(report, when, servers, cookie) {
  for (const [i, { url }] of servers.entries()) {
    const look = (headers) => fetch(`${url}/transactions`, { headers, redirect: 'manual' });
    report.check(`signed in at process ${i + 1} ${when}`, (await look({ cookie })).status, 200);
    report.check(`without a session at process ${i + 1} ${when}`, (await look({})).status, 307);
  }
}

/** The stream lost its process, went on at another, and lost its database there; it comes to the end of the chain. */
async function checkFollower(report, stage, follower, url) {
  await follower.follow(url);
  const [{ end }] = await stage.query('SELECT max(position)::text AS end FROM receipts');
  for (
    const deadline = Date.now() + 20_000;
    follower.positions.at(-1) !== end && Date.now() < deadline;
    await sleep(100)
  );
  follower.stop();
  report.count('times the live stream broke', follower.breaks.length);
  report.check('the live stream came to the end of the chain', follower.positions.at(-1), end);
  report.check('positions told twice or out of order', outOfOrder(follower.positions), 0);
  report.checkAtLeast('times the live stream went on at another process', follower.breaks.length, 1);
}

const walOf = async (stage) => (await stage.query('SELECT pg_current_wal_lsn()::text AS lsn'))[0].lsn;

/** What a delivery costs, for docs/operations.md. */
async function measure(report, stage, from) {
  const [size] = await stage.query(
    `SELECT (SELECT count(*) FROM deliveries)::int AS deliveries, (SELECT count(*) FROM transactions)::int AS transactions,
       pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 AS wal, (SELECT avg(length(body)) FROM deliveries)::float8 AS body`,
    [from],
  );
  const tables = await stage.query(`
    SELECT relname AS name, pg_total_relation_size(relid)::float8 AS bytes FROM pg_stat_user_tables
    WHERE schemaname = 'public' ORDER BY bytes DESC LIMIT 9`);
  const each = (bytes) => Math.round(bytes / size.deliveries);
  report.count('bytes of a body', Math.round(size.body));
  report.count('bytes of WAL for each delivery', each(size.wal));
  for (const { name, bytes } of tables) report.count(`bytes for each delivery in ${name}`, each(bytes));
}

async function main() {
  const { values } = parseArgs({ options: { checks: { type: 'string' } } });
  const log = (line) => console.log(`${line} …`);
  const began = Date.now();
  const signer = makeSigner();
  await generateClient({ log });
  await buildApp({ log });
  const stage = await setStage({ settings: signer.settings, log });
  const overdue = sleep(LIMIT_SECONDS * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`It took longer than ${LIMIT_SECONDS} s.`);
  });
  overdue.catch(() => {});
  const report = openReport('cluster', overdue);
  try {
    await Promise.race([play(report, stage, signer), overdue]);
  } catch (error) {
    report.check('went to its end', `${error.stack}${stage.lastErrors()}`, true);
  } finally {
    await stage.clear();
  }
  const failed = printAll(report, (Date.now() - began) / 1000);
  if (values.checks) writeFileSync(values.checks, JSON.stringify(report.checks));
  return failed === 0 ? 0 : 1;
}

function printAll({ counts, checks }, seconds) {
  console.table(counts.map(({ what, value }) => ({ what, value })));
  console.table(checks.map(({ what, found, wanted, holds }) => ({ what, found, wanted, holds })));
  const failed = checks.filter((check) => !check.holds);
  for (const { what, found, wanted } of failed) console.log(`FAILED  ${what}: ${found}, wanted ${wanted}`);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed (${seconds.toFixed(0)} s)`);
  return failed.length;
}

const code = await main().catch((error) => {
  console.error(error instanceof Missing ? error.message : error);
  return error instanceof Missing ? 2 : 1;
});
process.exit(code);
