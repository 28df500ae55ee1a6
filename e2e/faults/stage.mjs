// A desk taken apart: the same programs that `npm start` runs, but each of them a process that a scenario starts, kills
// and starts again, on a database of its own that the desk's own holder brings back when it dies.

import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDesk } from '../../scripts/desk.mjs';
import { holdDatabase } from '../../scripts/desk-database.mjs';
import { migrate } from '../../scripts/migrate.mjs';
import { freePort } from '../../scripts/postgres.mjs';
import { finish, launch, root, run, untilReady } from '../../scripts/processes.mjs';
import { CLUSTER, makeTemporary } from '../../scripts/temporary.mjs';

const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx'];
const GRACE_SECONDS = 12;
const DRAIN_SECONDS = 60;

/**
 * Sets a stage for `play` and clears it away however the play ends, or when its time is over.
 * @param {import('./report.mjs').Report} report
 * @param {{ durable: boolean }} options durable where the database itself is killed, or what a 2xx promises is the point
 * @param {(stage: Awaited<ReturnType<typeof setStage>>) => Promise<void>} play
 */
export async function onStage({ overdue }, options, play) {
  const stage = await setStage(options);
  try {
    await Promise.race([play(stage), overdue]);
  } catch (error) {
    throw new Error(`${error.stack}${stage.lastErrors()}`);
  } finally {
    await stage.clear();
  }
}

async function setStage({ durable }) {
  const temporary = makeTemporary();
  const dataDir = path.join(temporary.directory, CLUSTER);
  const errorLog = path.join(temporary.directory, 'errors.log');
  const said = []; // by those who start again what dies
  const log = (line) => said.push(line);
  const database = await holdDatabase({ dataDir, durable, log });
  const running = new Set();
  let desk;
  const clearing = new AbortController();
  let postmaster;
  await migrate(database.url);
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    DATA_DIR: temporary.directory,
    AUTH_SECRET: 'long enough, and nobody signs in during a fault test',
  };

  const start = async (name, args, more = {}) => {
    clearing.signal.throwIfAborted(); // a play whose time is over may not have noticed
    // Their complaints while the database is away are expected and many: kept aside, shown when a scenario fails.
    const errors = openSync(errorLog, 'a');
    const program = launch(name, args, { ...env, ...more }, { errors });
    closeSync(errors);
    running.add(program);
    void program.exited.then(() => running.delete(program));
    await untilReady(program);
    return program;
  };
  return {
    database,
    /** `port` again, so that clients find the successor of one that was killed. */
    async startServer(port) {
      const chosen = port ?? (await freePort());
      const server = await start('The server', ['scripts/server.mjs'], { PORT: String(chosen) });
      return { ...server, port: chosen, url: `http://127.0.0.1:${chosen}` };
    },
    /** The whole desk as `npm start` supervises it, on this stage's database. */
    async startDesk() {
      const settings = { port: 'free', throwAway: true, sampleData: false, databaseUrl: database.url };
      desk = await startDesk({ ...settings, log, signal: clearing.signal });
      return desk;
    },
    said,
    startProjector: () => start('The projector', [...TYPESCRIPT, 'lib/worker.ts']),
    /** The process that the database is; the last one's while there is none. */
    postmaster() {
      const lockFile = path.join(dataDir, 'postmaster.pid');
      if (existsSync(lockFile)) postmaster = Number.parseInt(readFileSync(lockFile, 'utf8'), 10) || postmaster;
      return postmaster;
    },
    query: (text, values) => queryOnce(database.url, text, values),
    drained: () => drained(database.url),
    /** What lib/ finds wrong with the store: see audit.ts. */
    audit: async () =>
      JSON.parse(await run(process.execPath, [...TYPESCRIPT, 'e2e/faults/audit.ts'], { cwd: root, env })),
    lastErrors() {
      const lines = readFileSync(errorLog, { encoding: 'utf8', flag: 'a+' }).split('\n');
      return ['', ...said, ...lines.slice(-12)].join('\n');
    },
    async clear() {
      clearing.abort();
      await desk?.stop();
      await Promise.all([...running].map((program) => finish(program, GRACE_SECONDS)));
      await database.stop();
      await temporary.remove();
    },
  };
}

/** A session of its own each time: one that was kept would die with the database it is there to watch. */
async function queryOnce(url, text, values) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Resolves to the seconds until nothing waited to be folded any more. */
async function drained(url) {
  const since = Date.now();
  for (;;) {
    const [{ waiting }] = await queryOnce(url, 'SELECT count(*)::int AS waiting FROM inbox');
    const seconds = (Date.now() - since) / 1000;
    if (waiting === 0) return seconds;
    if (seconds > DRAIN_SECONDS) throw new Error(`${waiting} deliveries still wait after ${DRAIN_SECONDS} s.`);
    await sleep(100);
  }
}

export const isRunning = ({ child }) => child.exitCode === null && child.signalCode === null;

/** Ends a process as no process can prepare for. */
export async function killHard({ child, exited }) {
  child.kill('SIGKILL');
  await exited;
}
