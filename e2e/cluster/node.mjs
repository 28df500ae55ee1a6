// One PostgreSQL of a cluster: made from nothing or copied from another, started, killed, promoted.

import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../scripts/postgres.mjs';
import { askOnce, handOver, runProgram, startProgram, until } from './machine.mjs';

const USER = 'concilia';
const DATABASE = 'concilia';
const PASSWORD = 'made for one run';

/** docs/production/postgresql.conf in small: what a cluster needs, on a machine that does other things too. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  wal_level: 'replica',
  synchronous_commit: 'on',
  hot_standby_feedback: 'on',
  timezone: 'UTC',
};

export const credentials = { user: USER, password: PASSWORD, database: DATABASE };

/** A new cluster with an empty database. */
export async function createNode({ bin, directory, name, settings = {} }) {
  const data = path.join(directory, name);
  const secret = path.join(directory, `${name}-password`);
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, PASSWORD, { mode: 0o600 });
  handOver(data, secret);
  const place = ['-E', 'UTF8', '--locale=C.UTF-8'];
  runProgram(path.join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${secret}`, ...place]);
  const node = await startNode({ bin, directory, name, settings });
  await askOnce(node.urlOf('postgres'), `CREATE DATABASE ${DATABASE}`);
  return node;
}

/** A copy of one that runs, as pg_basebackup makes it; with `follows` it goes on as that one's replica. */
export function copyNode({ bin, directory, name, from, follows }) {
  const data = path.join(directory, name);
  mkdirSync(data, { mode: 0o700 });
  handOver(data);
  const whence = ['-h', '127.0.0.1', '-p', String(from.port), '-U', USER];
  const how = ['-c', 'fast', '-X', 'stream', ...(follows ? ['-R'] : [])];
  runProgram(path.join(bin, 'pg_basebackup'), ['-D', data, ...whence, ...how], { PGPASSWORD: PASSWORD });
  return data;
}

/** Starts what is there under a name. */
export async function startNode({ bin, directory, name, settings = {} }) {
  const port = await freePort();
  const data = path.join(directory, name);
  const logFile = path.join(directory, `${name}.log`);
  const given = Object.entries({ ...SETTINGS, ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const program = startProgram(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...given], { logFile });
  const urlOf = (database) => `postgresql://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  let isOver = false;
  void program.exited.then(() => {
    isOver = true;
  });
  await until(async () => {
    if (isOver) throw new Error(`PostgreSQL "${name}" did not start:\n${tailOf(logFile)}`);
    await askOnce(urlOf('postgres'), 'SELECT 1');
  });
  return {
    name,
    port,
    urlOf,
    url: urlOf(DATABASE),
    query: (text, values) => askOnce(urlOf(DATABASE), text, values),
    /** As a power cut would: the postmaster, and whom it would have told. */
    async killHard() {
      const children = readFileSync(`/proc/${program.child.pid}/task/${program.child.pid}/children`, 'utf8');
      for (const pid of [program.child.pid, ...children.split(' ').filter(Boolean).map(Number)]) killIfThere(pid);
      await program.exited;
    },
    async stop() {
      program.child.kill('SIGINT');
      await program.exited;
    },
    said: () => tailOf(logFile),
  };
}

/** From now on a commit waits for a standby's disk. Made after the copy, so that the copy does not ask for one too. */
export async function waitForStandby(node) {
  await node.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
  await node.query('SELECT pg_reload_conf()');
  await until(async () => {
    const [standby] = await node.query('SELECT sync_state FROM pg_stat_replication');
    return standby?.sync_state === 'sync';
  });
}

/** What a restore is told, in the file that PostgreSQL reads for it. */
export function addSettings({ directory, name }, lines) {
  appendFileSync(path.join(directory, name, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
}

function killIfThere(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const tailOf = (file) => readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
