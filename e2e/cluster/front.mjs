// What stands before and behind the app's processes: nginx and PgBouncer, with the very files that docs/production gives
// to an operator; only names, ports and places are others.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../scripts/postgres.mjs';
import { root } from '../../scripts/processes.mjs';
import { knock } from '../faults/wire.mjs';
import { askOnce, handOver, runProgram, startProgram, until } from './machine.mjs';
import { credentials } from './node.mjs';

const sample = (name) => readFileSync(path.join(root, 'docs/production', name), 'utf8');

/** Each replacement must find its place: a sample that has changed under us is not tested by accident. */
function changed(text, replacements) {
  return replacements.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`The sample has no "${from}" any more.`);
    return before.replaceAll(from, to);
  }, text);
}

/** nginx before the app's processes on these ports. */
export async function startNginx({ nginx, directory, ports }) {
  const port = await freePort();
  const home = path.join(directory, 'nginx');
  mkdirSync(home);
  const file = path.join(home, 'nginx.conf');
  const text = changed(sample('nginx.conf'), [
    ['worker_processes auto', 'worker_processes 1'],
    ['/tmp/nginx', `${home}/nginx`],
    ['/dev/stderr', `${home}/error.log`],
    ['/dev/stdout', `${home}/access.log`],
    ['listen 8080', `listen 127.0.0.1:${port}`],
    ...ports.map((own, i) => [`server app-${i + 1}:3000`, `server 127.0.0.1:${own}`]),
  ]);
  writeFileSync(file, text);
  handOver(home, file);
  const start = ['-p', home, '-c', file, '-e', path.join(home, 'error.log')];
  runProgram(nginx, [...start, '-t']);
  const program = startProgram(nginx, [...start, '-g', 'daemon off;'], { logFile: path.join(directory, 'nginx.log') });
  await until(async () => (await knock(port)) === 'taken');
  return {
    url: `http://127.0.0.1:${port}`,
    accessLog: path.join(home, 'access.log'),
    stop: () => stop(program),
  };
}

/** PgBouncer before a PostgreSQL, which may be another one later. */
export async function startPgbouncer({ pgbouncer, directory, node }) {
  const port = await freePort();
  const home = path.join(directory, 'pgbouncer');
  mkdirSync(home);
  const file = path.join(home, 'pgbouncer.ini');
  const users = path.join(home, 'userlist.txt');
  const { user, password } = credentials;
  const point = ({ port: to }) => {
    const text = changed(sample('pgbouncer.ini'), [
      ['host=postgres port=5432', `host=127.0.0.1 port=${to}`],
      ['listen_addr = *', 'listen_addr = 127.0.0.1'],
      ['listen_port = 6432', `listen_port = ${port}`],
      ['/etc/pgbouncer/userlist.txt', users],
    ]);
    writeFileSync(file, text);
  };
  point(node);
  writeFileSync(users, `"${user}" "${password}"\n`);
  handOver(home, file, users);
  const program = startProgram(pgbouncer, [file], { logFile: path.join(directory, 'pgbouncer.log') });
  const urlOf = (name) => `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
  await until(() => askOnce(urlOf('concilia'), 'SELECT 1'));
  return {
    url: urlOf('concilia'),
    directUrl: urlOf('concilia_direct'),
    /** As an operator does it: the file, then the console. */
    async pointTo(other) {
      point(other);
      await askOnce(urlOf('pgbouncer'), 'RELOAD');
    },
    stop: () => stop(program),
  };
}

async function stop({ child, exited }) {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(late);
}
