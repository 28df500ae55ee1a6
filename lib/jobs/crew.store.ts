import 'server-only';
import { EventEmitter, once } from 'node:events';
import { setInterval, setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Client, Pool } from 'pg';
import { directUrl } from '@/lib/db';
import { log } from '@/lib/log';
import { JOB_NAMES, JOBS, type JobName } from './job';
import { alone, freeAbandoned, freeJobsOf, holdCrew } from './queue.store';

/** One to listen for news, and two for all the jobs to come and go. */
const CONNECTIONS = 3;
const SWEEP_MS = 60_000;
/** New jobs are heard of at once; this is for the one that waits behind another. */
const POLL_MS = 5_000;
/** A job that was told to stop has this long; then it is given up. The launcher waits a little longer for us. */
const GRACE_MS = 5_000;
const ANSWER_MS = 30_000;

/** Runs a job from its first to its last line in the book of runs; throws only when that cannot be written. */
export type Perform = (name: JobName, requestedBy: string | null, signal: AbortSignal) => Promise<void>;

/**
 * Works the queue off until `stopping` is aborted, each job at its time and never twice at once over any number of
 * processes. Rejects when it had to give up: whoever calls starts another crew. Either way no job stays locked.
 */
export async function workOff(perform: Perform, stopping: AbortSignal): Promise<void> {
  const session = new Client({
    connectionString: directUrl(),
    connectionTimeoutMillis: 4_000,
    query_timeout: ANSWER_MS,
    keepAlive: true,
  });
  const lost = once(session, 'end'); // an error of the session comes first, and rejects
  lost.catch(() => undefined);
  session.on('error', () => undefined);
  try {
    await session.connect();
    await workInSession(session, lost, perform, stopping);
  } finally {
    await session.end().catch(() => undefined); // it has ended by itself
  }
}

async function workInSession(session: Client, lost: Promise<unknown>, perform: Perform, stopping: AbortSignal) {
  const over = new AbortController();
  let begin = () => {};
  const hasBegun = new Promise<null>((resolve) => {
    begin = () => resolve(null);
  });
  // The library lets go of its own pool before that pool's last error, which would end the process.
  const pool = new Pool({ connectionString: directUrl(), max: CONNECTIONS })
    .on('error', () => undefined)
    .on('connect', (client) => void client.on('error', () => undefined));
  try {
    const { runner, crew } = await alone(session, () => recruit(pool, perform, hasBegun, over.signal));
    await workTogether(session, { runner, crew, over, begin }, lost, stopping);
  } finally {
    void pool.end().catch(() => undefined); // once a job that would not stop lets go of its connection
  }
}

type Crew = { runner: Runner; crew: string; over: AbortController; begin: () => void };

async function workTogether(
  session: Client,
  { runner, crew, over, begin }: Crew,
  lost: Promise<unknown>,
  stopping: AbortSignal,
) {
  try {
    await holdCrew(session, crew);
    await freeAbandoned(session, crew);
    begin();
    await Promise.race([
      aborted(stopping, over.signal),
      lost.then(() => Promise.reject(new Error('The session that holds the lock ended.'))),
      runner.promise.then(() => Promise.reject(new Error('The workers stopped by themselves.'))),
      sweep(session, crew, over.signal),
    ]);
  } finally {
    over.abort();
    const stopped = runner.stop().catch(() => undefined); // it has stopped by itself
    begin();
    await Promise.race([stopped, sleep(GRACE_MS, undefined, { ref: false })]);
    await freeJobsOf(session, [crew]).catch(() => undefined); // the session is gone, and with it the lock: others see that
  }
}

/** Starts the workers. They ask for no job before `hasBegun`, when the lock that says they live is held. */
async function recruit(
  pgPool: Pool,
  perform: Perform,
  hasBegun: Promise<null>,
  signal: AbortSignal,
): Promise<{ runner: Runner; crew: string }> {
  const events: WorkerEvents = new EventEmitter();
  let crew = '';
  events.on('pool:create', ({ workerPool }) => {
    crew = workerPool.id;
  });
  const taskList: TaskList = Object.fromEntries(
    JOB_NAMES.map((name) => [name, (payload) => perform(name, requesterIn(payload), signal)]),
  );
  const runner = await run({
    pgPool,
    concurrency: JOB_NAMES.length,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(
      JOB_NAMES.map((name) => ({
        task: name,
        match: JOBS[name].cron,
        // Its own queue: one at a time. Its own key: while one runs, at most one more waits.
        options: { queueName: name, maxAttempts: 1, jobKey: name, jobKeyMode: 'replace' },
      })),
    ),
    events,
    forbiddenFlags: () => hasBegun,
    logger: new Logger(() => (level, message) => {
      if (String(level) === 'error') log.error(`jobs: ${message}`);
    }),
  });
  runner.promise.catch(() => undefined); // whoever waits for it is told; nobody may be waiting yet
  return { runner, crew };
}

function requesterIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('requestedBy' in payload)) return null;
  return typeof payload.requestedBy === 'string' ? payload.requestedBy : null;
}

async function sweep(session: Client, crew: string, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(SWEEP_MS, undefined, { signal })) await freeAbandoned(session, crew);
}

async function aborted(stopping: AbortSignal, signal: AbortSignal): Promise<void> {
  if (!stopping.aborted) await once(stopping, 'abort', { signal });
}
