// A real PostgreSQL of our own, from npm's embedded binaries: made on first use, started, found again, stopped.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepareHost } from './postgres-host.mjs';
import { run } from './processes.mjs';
import { CLUSTER, makeTemporary } from './temporary.mjs';

const DATABASE = 'concilia';
/** Kept inside the cluster's own directory, which only its owner can read. */
const PASSWORD_FILE = 'concilia-password';
const START_TIMEOUT_SECONDS = 120; // recovery after a crash may take its time

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const FAST_BUT_FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the cluster in `dataDir`, or takes over the one that a killed run left there. Without `dataDir` the
 * cluster is a throw-away: it lives in the temp directory and goes when it is stopped.
 * @param {object} [options]
 * @param {string} [options.dataDir]
 * @param {number | 'free'} [options.port]
 * @param {boolean} [options.durable]
 * @param {(line: string) => void} [options.log]
 * @param {AbortSignal} [options.signal] gives up starting, and leaves nothing behind
 */
export async function startPostgres({ dataDir, port = 'free', durable = true, log = () => {}, signal: giveUp } = {}) {
  const temporary = dataDir ? undefined : makeTemporary();
  const host = prepareHost(path.resolve(dataDir ?? path.join(temporary.directory, CLUSTER)));
  if (!fs.existsSync(host.dataDir)) {
    log('Creating the database');
    await createCluster(host, durable);
  }
  const password = readPassword(host.dataDir);
  const left = await findRunning(host.dataDir, password, giveUp);
  const server = left ?? (await launchServer(host, { password, port, durable, giveUp }));
  const disown = server.disown ?? endWithUs(server.pid);
  await createDatabase(urlOf(server.port, password, 'postgres'));
  return {
    url: urlOf(server.port, password, DATABASE),
    port: server.port,
    reused: left !== undefined,
    /** Leaves it running, for whoever else it belongs to. */
    disown,
    async stop() {
      disown();
      await endServer(server.pid);
      await temporary?.remove();
    },
  };
}

/** Made beside its place and moved there whole, so that a run killed half-way leaves no half a cluster. */
async function createCluster({ bin, dataDir, account }, durable) {
  const staging = fs.mkdtempSync(`${dataDir}-new-`);
  const cluster = path.join(staging, 'cluster');
  const passwordFile = path.join(staging, 'password');
  try {
    fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (account) for (const place of [staging, passwordFile]) fs.chownSync(place, account.uid, account.gid);
    await run(
      path.join(bin, 'initdb'),
      [
        ...['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        // Not the machine's locale: the same order of text everywhere, and never SQL_ASCII where LANG is unset.
        ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } },
    );
    fs.renameSync(passwordFile, path.join(cluster, PASSWORD_FILE));
    fs.renameSync(cluster, dataDir);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

function readPassword(dataDir) {
  try {
    return fs.readFileSync(path.join(dataDir, PASSWORD_FILE), 'utf8');
  } catch (cause) {
    throw new Error(`${dataDir} belongs to another user or was not made by this app. Set DATA_DIR to another place.`, {
      cause,
    });
  }
}

/** The server that a killed run left behind: waited for while it still starts or stops, undefined if there is none. */
async function findRunning(dataDir, password, giveUp) {
  const lockFile = path.join(dataDir, 'postmaster.pid');
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
  while (fs.existsSync(lockFile)) {
    giveUp?.throwIfAborted();
    const [pid, , , port] = fs.readFileSync(lockFile, 'utf8').split('\n').map(Number);
    if (!isPostgres(pid)) {
      fs.rmSync(lockFile, { force: true }); // after a hard stop its number may have gone to another program
    } else if (await answers(urlOf(port, password, 'postgres'))) {
      return { pid, port };
    } else if (Date.now() > deadline) {
      throw new Error(`A PostgreSQL (process ${pid}) holds ${dataDir} but does not answer.`);
    } else {
      await sleep(50);
    }
  }
  return undefined;
}

function isPostgres(pid) {
  if (!(pid > 0 && signal(pid, 0))) return false;
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.includes('postgres');
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false; // it ended while we looked
  }
}

async function launchServer({ bin, dataDir, account }, { password, port, durable, giveUp }) {
  const chosen = port === 'free' ? await freePort() : port;
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : FAST_BUT_FORGETFUL) });
  const log = fs.openSync(logOf(dataDir), 'w', 0o600);
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', dataDir, '-p', String(chosen), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A group of its own: Ctrl-C in the terminal must not end it before the server in front of it.
    { ...account, cwd: '/', env: { LC_ALL: 'C' }, detached: true, stdio: ['ignore', log, log] },
  );
  fs.closeSync(log);
  child.unref();
  const disown = endWithUs(child.pid);
  let failure;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', () => {
    failure = fs.readFileSync(logOf(dataDir), 'utf8').trim();
  });
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
  while (!(await answers(urlOf(chosen, password, 'postgres')))) {
    if (giveUp?.aborted) failure = 'it was stopped';
    if (Date.now() > deadline) failure = `no answer within ${START_TIMEOUT_SECONDS} s`;
    if (failure !== undefined) {
      disown();
      if (child.pid && child.exitCode === null && child.signalCode === null) await endServer(child.pid);
      throw new Error(`PostgreSQL did not start: ${failure}`);
    }
    await sleep(25);
  }
  return { pid: child.pid, port: chosen, disown };
}

/** Our own password must open it: that tells our server from any other on the same port. */
async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function createDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // It exists already; or this is a standby, which has what its primary has.
    if (!['42P04', '25006'].includes(error.code)) throw error;
  } finally {
    await client.end();
  }
}

const logOf = (dataDir) => `${dataDir}.log`;

const urlOf = (port, password, database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

/** Stops a server when this process exits, unless it is disowned before. */
function endWithUs(pid) {
  const end = () => signal(pid, 'SIGINT');
  process.once('exit', end);
  return () => process.off('exit', end);
}

/** "Fast": ends the sessions, writes everything, leaves nothing to recover. */
async function endServer(pid) {
  signal(pid, 'SIGINT');
  while (signal(pid, 0)) await sleep(25);
}

/** Sends a signal (0 only asks); false when there is no such process any more. */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** A port that nobody listens on right now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
