// `npm run test:restore`: the drill of docs/operations.md. A desk under load is backed up (pg_basebackup and an archive of
// the log), a wrong statement is run, the database's disk is lost; the store is brought back to the moment before, and
// held against what was promised until then. Server and worker run as in the image: from a bare environment, with their
// secrets in files. Ends with "N passed, N failed"; exit code 2 where PostgreSQL's own tools are missing.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/postgres.mjs';
import { buildApp, generateClient } from '../../scripts/prepare.mjs';
import { root, run } from '../../scripts/processes.mjs';
import { CLUSTER, makeTemporary } from '../../scripts/temporary.mjs';
import { stream } from '../faults/histories.mjs';
import { isAccepted, startLoad } from '../faults/load.mjs';
import { openReport, printReport } from '../faults/report.mjs';
import { findPrograms, handOver, Missing, runProgram, until } from './machine.mjs';
import { addSettings, copyNode, createNode, startNode } from './node.mjs';
import { makeSigner, signedStream } from './signed.mjs';

const PER_SECOND = 120;
const LOAD_MS = 8_000;
const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx'];
const UNREACHED = new Promise(() => {});

/** One part of the desk as the image runs it: nothing in the environment but what compose.yaml gives. */
function startPart(part, { env, kept }) {
  const child = spawn(process.execPath, ['scripts/program.mjs', part], { cwd: root, env, stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  kept.push(stop);
  return { exited, stop };
}

function bareEnvironment({ directory, url, port, settings }) {
  const secret = (name, value) => {
    const file = path.join(directory, name);
    writeFileSync(file, `${value}\n`, { mode: 0o600 });
    return file;
  };
  return {
    PATH: '/usr/bin:/bin',
    PORT: String(port),
    DATA_DIR: path.join(directory, 'desk'),
    TRUSTED_PROXIES: '127.0.0.1',
    DATABASE_URL_FILE: secret('database_url', url),
    AUTH_SECRET_FILE: secret('auth_secret', 'kept in a file, and long enough for everybody'),
    ...settings,
  };
}

async function play(report, { directory, bin, kept, signer }) {
  const archive = path.join(directory, 'archive');
  mkdirSync(archive);
  handOver(archive);
  const archiving = { archive_mode: 'on', archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f` };
  const primary = await createNode({ bin, directory, name: CLUSTER, settings: archiving });
  kept.push(() => primary.stop());
  const port = await freePort();
  const desk = { directory, port, settings: signer.settings };
  const env = bareEnvironment({ ...desk, url: primary.url });
  const printed = await run(process.execPath, ['scripts/program.mjs', 'migrate'], {
    cwd: root,
    env,
    name: 'Migrating',
  });
  report.check('migrate applies the schema in a bare environment', printed.includes('Applied 2026'), true);
  const parts = ['server', 'worker'].map((part) => startPart(part, { env, kept }));
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/api/health`)).ok);

  const load = startLoad({ urls: [url], messages: signedStream(stream(), signer), perSecond: PER_SECOND });
  await sleep(LOAD_MS);
  const backup = timed(() => copyNode({ bin, directory, name: 'backup', from: primary, follows: false }));
  await sleep(LOAD_MS);
  const before = (await load.enough()).filter(isAccepted);
  await folded(primary);
  const moment = await momentOf(primary, env);
  await sleep(1_500);

  const mistaken = startLoad({
    urls: [url],
    messages: signedStream(stream({ from: 1_000_000 }), signer),
    perSecond: PER_SECOND,
  });
  await primary.query('DELETE FROM identifiers');
  await sleep(2_000);
  await mistaken.enough();
  const [{ last }] = await primary.query('SELECT pg_walfile_name(pg_switch_wal()) AS last');
  await until(() => existsSync(path.join(archive, last)));
  for (const { stop } of parts) await stop();
  await primary.killHard();
  rmSync(path.join(directory, CLUSTER), { recursive: true });

  const since = Date.now();
  const restored = await restore({ bin, directory, archive, moment });
  kept.push(() => restored.stop());
  report.count('s for pg_basebackup under load', backup.seconds.toFixed(1));
  report.count('MB of the backup', megabytes(path.join(directory, 'backup')));
  report.count('MB of the archived log', megabytes(archive));
  report.count('s from a lost disk to a database that writes', ((Date.now() - since) / 1000).toFixed(1));
  await check(report, { restored, moment, before, desk, kept, signer });
}

const timed = (work) => {
  const since = Date.now();
  work();
  return { seconds: (Date.now() - since) / 1000 };
};

const folded = (node) => until(async () => (await node.query('SELECT count(*)::int AS n FROM inbox'))[0].n === 0);

/** What the store is at a moment, for comparison. */
async function momentOf(node, env) {
  const [row] = await node.query(`SELECT clock_timestamp()::text AS at, ${COUNTS}`);
  return { ...row, verified: await verify({ ...env, DATABASE_URL: node.url }) };
}
const COUNTS = `(SELECT count(*)::int FROM deliveries) AS deliveries, (SELECT count(*)::int FROM transactions) AS transactions,
  (SELECT count(*)::int FROM identifiers) AS identifiers`;

const script = (file, env) => {
  const settings = { AUTH_SECRET: 'not used by a command, only asked for' };
  return run(process.execPath, [...TYPESCRIPT, file], { cwd: root, env: { ...env, ...settings } });
};
const verify = async (env) => (await script('lib/verify-command.ts', env)).trim();

/** The backup, and the log from the archive up to the moment. */
async function restore({ bin, directory, archive, moment }) {
  const name = 'restored';
  runProgram('cp', ['-a', path.join(directory, 'backup'), path.join(directory, name)], { PATH: '/usr/bin:/bin' });
  addSettings({ directory, name }, [
    `restore_command = 'cp ${archive}/%f %p'`,
    `recovery_target_time = '${moment.at}'`,
    `recovery_target_action = 'promote'`,
  ]);
  writeFileSync(path.join(directory, name, 'recovery.signal'), '');
  handOver(path.join(directory, name, 'recovery.signal'));
  const node = await startNode({ bin, directory, name });
  await until(async () => (await node.query('SELECT NOT pg_is_in_recovery() AS writes'))[0].writes);
  return node;
}

async function check(report, { restored, moment, before, desk, kept, signer }) {
  const env = bareEnvironment({ ...desk, url: restored.url });
  const [now] = await restored.query(`SELECT ${COUNTS}`);
  for (const what of ['deliveries', 'transactions', 'identifiers']) {
    report.count(what, now[what]);
    report.check(`${what} as they were at that moment`, now[what], moment[what]);
  }
  const stored = new Set((await restored.query('SELECT seq::text FROM deliveries')).map(({ seq }) => seq));
  report.check(
    'answered 2xx before it, and not there',
    before.filter(({ delivery }) => !stored.has(delivery)).length,
    0,
  );
  report.check(
    'verify: the same chain with the same head',
    await verify({ ...env, DATABASE_URL: restored.url }),
    moment.verified,
  );
  const found = JSON.parse(await script('e2e/faults/audit.ts', { ...env, DATABASE_URL: restored.url }));
  report.check('transactions unlike their pure fold', found.wrongFolds + found.unsavedFolds, 0);
  report.check('readings unlike the bytes, or missing', found.misread + found.unread, 0);

  for (const part of ['server', 'worker']) startPart(part, { env, kept });
  const url = `http://127.0.0.1:${desk.port}`;
  await until(async () => (await fetch(`${url}/api/health`)).ok);
  const [message] = signedStream(stream({ from: 2_000_000 }), signer);
  const [record] = await startLoad({ urls: [url], messages: [message], isPatient: false }).finished;
  report.check('the desk takes the next webhook', record.status, 200);
  await folded(restored);
  report.check(
    'and folds it',
    (await verify({ ...env, DATABASE_URL: restored.url })).startsWith(`${moment.deliveries + 1} `),
    true,
  );
}

const megabytes = (place) =>
  Math.round(
    readdirSync(place, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => {
      const stat = statSync(path.join(place, file));
      return sum + (stat.isFile() ? stat.size : 0);
    }, 0) / 1e6,
  );

async function main() {
  const log = (line) => console.log(`${line} …`);
  const { postgres: bin } = findPrograms([]);
  await generateClient({ log });
  await buildApp({ log });
  const temporary = makeTemporary();
  handOver(temporary.directory); // a restore makes its own directory in it
  const kept = [temporary.remove];
  const report = openReport('restore', UNREACHED);
  const since = Date.now();
  try {
    await play(report, { directory: temporary.directory, bin, kept, signer: makeSigner() });
  } catch (error) {
    report.check('went to its end', error.stack, true);
  } finally {
    while (kept.length > 0) await kept.pop()();
  }
  console.table(report.counts.map(({ what, value }) => ({ what, value })));
  printReport(report, (Date.now() - since) / 1000);
  const failed = report.checks.filter((one) => !one.holds).length;
  console.log(`\n${report.checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const code = await main().catch((error) => {
  console.error(error instanceof Missing ? error.message : error);
  return error instanceof Missing ? 2 : 1;
});
process.exit(code);
