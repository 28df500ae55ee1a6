// The programs of a cluster on this machine: found on PATH or where Debian keeps them, run under an ordinary account, and
// ended with us. Nothing but our own children is ever ended.

import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const DEBIAN_POSTGRES = '/usr/lib/postgresql';
const PLACES = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
const START_SECONDS = 60;

/** What is missing on this machine, and how to get it. */
export class Missing extends Error {}

/**
 * Where the programs are. Throws `Missing` with one sentence.
 * @param {readonly ('nginx' | 'pgbouncer')[]} others beside PostgreSQL
 */
export function findPrograms(others = ['nginx', 'pgbouncer']) {
  const found = Object.fromEntries(others.map((name) => [name, onPath(name)]));
  const postgres = postgresBin();
  const missing = [...others.filter((name) => !found[name]), ...(postgres ? [] : ['postgresql'])];
  if (missing.length > 0)
    throw new Missing(`Not installed: ${missing.join(', ')}. On Debian: apt-get install -y ${missing.join(' ')}`);
  return { ...found, postgres };
}

const onPath = (name) => PLACES.map((place) => path.join(place, name)).find((file) => existsSync(file));

/** A whole PostgreSQL, with what copies a cluster: the embedded one has not. The newest there is. */
function postgresBin() {
  const majors = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...majors.map((major) => path.join(DEBIAN_POSTGRES, major, 'bin')), ...PLACES];
  return places.find((place) =>
    ['initdb', 'postgres', 'pg_basebackup'].every((name) => existsSync(path.join(place, name))),
  );
}

/** Root hands over to `postgres`, whom Debian's package made; anybody else stays who they are. */
export function account() {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  if (!uid || !gid)
    throw new Missing('There is no user "postgres" to run as. On Debian: apt-get install -y postgresql');
  return { uid, gid };
}

/** Gives what we made to whom the programs run as. */
export function handOver(...places) {
  const { uid, gid } = account();
  if (uid) for (const place of places) chownSync(place, uid, gid);
}

/** Starts a program that stays; its words go to a file. It ends with us. */
export function startProgram(command, args, { logFile, env = {} }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, {
    ...account(),
    cwd: '/',
    env: { LC_ALL: 'C', ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.once('exit', resolve).once('error', resolve);
  });
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  void exited.then(() => process.off('exit', endWithUs));
  return { child, exited };
}

/** Runs a program to its end; throws with what it said. */
export function runProgram(command, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...account(),
    cwd: '/',
    env: { LC_ALL: 'C', ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${path.basename(command)} ended with ${status}: ${stderr || stdout}`);
  return stdout;
}

/** Resolves once `ask` does not throw; throws its last error after a while. */
export async function until(ask, seconds = START_SECONDS) {
  for (const deadline = Date.now() + seconds * 1000; ; await sleep(50)) {
    try {
      const answer = await ask();
      if (answer !== false) return answer;
      throw new Error('It did not come about.');
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** One question in a session of its own. */
export async function askOnce(url, text, values) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  await client.connect();
  return client
    .query(text, values)
    .then(({ rows }) => rows, undefined)
    .finally(() => client.end().catch(() => {}));
}
