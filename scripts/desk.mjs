// The whole desk, started in order and stopped in reverse: database, migrations, first sign-in and sample data, worker,
// server. `npm start` runs one; the browser tests run theirs beside it.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { holdDatabase } from './desk-database.mjs';
import { migrate } from './migrate.mjs';
import { freePort } from './postgres.mjs';
import { buildApp, generateClient } from './prepare.mjs';
import { keepRunning, root, run } from './processes.mjs';
import { PROGRAMS } from './programs.mjs';
import { CLUSTER, makeTemporary } from './temporary.mjs';

const SERVER_GRACE_SECONDS = 12; // the ten it gives the requests in flight, and a little; DRAIN_SECONDS come on top
const WORKER_GRACE_SECONDS = 10;
/** What an operator may have beside a database of their own, and the embedded one has not. */
const NOTHING_BETWEEN = { DATABASE_DIRECT_URL: '', DATABASE_REPLICA_URL: '', DATABASE_POOLER: 'none' };
const PROVIDERS = ['juno', 'ripio', 'brla'];

/**
 * Builds what is not built, starts everything, and resolves once it answers.
 * @param {object} [options]
 * @param {number | 'free'} [options.port]
 * @param {string} [options.dataDir] where the database, the secret and the sign-in are kept
 * @param {string} [options.databaseUrl] a database of the operator's own, instead of the embedded one
 * @param {boolean} [options.throwAway] for tests: a data directory of its own, removed when the desk stops
 * @param {boolean} [options.durable] false is faster, but a crash may lose what was committed
 * @param {boolean} [options.sampleData] load the sample data into an empty store
 * @param {Record<string, string>} [options.env] further settings for the app
 * @param {(line: string) => void} [options.log]
 * @param {AbortSignal} [options.signal] gives up starting
 */
export async function startDesk({
  port = 3000,
  dataDir = '.data',
  databaseUrl,
  throwAway = false,
  durable = !throwAway,
  sampleData = true,
  env: settings = {},
  log = () => {},
  signal,
} = {}) {
  const temporary = throwAway ? makeTemporary() : undefined;
  const home = temporary?.directory ?? path.resolve(root, dataDir);
  const openPort = port === 'free' ? await freePort() : port;
  const url = `http://localhost:${openPort}`;
  const started = []; // how to stop each thing that runs, the latest last
  const stop = async () => {
    while (started.length > 0) await started.pop()();
  };
  if (temporary) started.push(temporary.remove);
  try {
    await generateClient({ log, signal });
    await buildApp({ log, signal });
    mkdirSync(home, { recursive: true });
    const database = databaseUrl
      ? { url: databaseUrl, stop: async () => {} }
      : await holdDatabase({ dataDir: path.join(home, CLUSTER), durable, log });
    started.push(database.stop);
    await migrate((databaseUrl && process.env.DATABASE_DIRECT_URL) || database.url);

    const env = {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: database.url,
      DATA_DIR: home,
      PORT: String(openPort),
      APP_URL: process.env.APP_URL || url,
      AUTH_SECRET: process.env.AUTH_SECRET || keptSecret(home),
      SAMPLE_DATA: sampleData ? 'on' : 'off',
      // The children's stdout is ours: they cannot know whether a person reads it. Tests hear of complaints only.
      LOG_FORMAT: process.env.LOG_FORMAT || (process.stdout.isTTY ? 'text' : 'json'),
      LOG_LEVEL: process.env.LOG_LEVEL || (throwAway ? 'warn' : 'info'),
      ...(databaseUrl ? {} : NOTHING_BETWEEN),
      ...settings,
    };
    signal?.throwIfAborted();
    await run(process.execPath, PROGRAMS.setup, {
      name: 'Setting up',
      cwd: root,
      env,
      signal,
      show: !throwAway,
    });
    const worker = keepRunning('The worker', PROGRAMS.worker, {
      env,
      log,
      graceSeconds: WORKER_GRACE_SECONDS,
    });
    started.push(worker.stop);
    const server = keepRunning('The server', PROGRAMS.server, {
      env,
      log,
      graceSeconds: SERVER_GRACE_SECONDS + Number(env.DRAIN_SECONDS || 0),
      mustStart: true,
    });
    started.push(server.stop);
    // Without a worker what comes in is safe, and waits; one that we end ourselves has nothing to tell.
    const orLater = (error) => started.includes(worker.stop) && log(error.message);
    await Promise.all([worker.started.catch(orLater), server.started]);
    signal?.throwIfAborted();
    return {
      url,
      webhooks: PROVIDERS.map((provider) => `${url}/api/webhooks/${provider}`),
      databaseUrl: database.url,
      signIn: databaseUrl ? undefined : readSignIn(home),
      /** The process that the server is today: another one after it died. */
      serverPid: server.pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Made once, so that a restart signs nobody out. */
function keptSecret(home) {
  const file = path.join(home, 'auth-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

/** @returns {{ email: string, password: string } | undefined} what the set-up wrote for the first administrator */
function readSignIn(home) {
  const file = path.join(home, 'sign-in.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
