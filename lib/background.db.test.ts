import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { pool } from '@/lib/db';
import { jobsStatus, requestJob } from '@/lib/jobs-status';
import { log } from '@/lib/log';
import { runBackground } from './background';
import type { Job, JobName } from './jobs/job';
import type { JobRun } from './jobs/run';
import { latestRuns } from './jobs/run.store';

const root = path.resolve(import.meta.dirname, '..');
const viewer = { id: '1', name: 'Ana', email: 'ana@example.com', role: 'engineer' } as const;
const done: Job = async () => ({ outcome: 'done', summary: 'Nothing to do.', counts: { compared: 3 } });
const hanging: Job = () => new Promise(() => undefined);
const stoppable: Job = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });

/** Stops whatever a test started. */
const started: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((stop) => stop()));
  await pool().query(`
    SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL));
    DELETE FROM graphile_worker._private_jobs; TRUNCATE job_runs`);
});

function work(jobs: Partial<Record<JobName, Job>> = {}) {
  const stopping = new AbortController();
  const all = {
    'brla-unacknowledged': done,
    'juno-transactions': done,
    'ripio-transfers': done,
    'brla-history': done,
    reconcile: done,
    exports: done,
    alerts: done,
  };
  const ended = runBackground({ ...all, ...jobs }, stopping.signal);
  const stop = () => {
    stopping.abort();
    return ended;
  };
  started.push(stop);
  return { stop };
}

/** Workers in a process of their own, whose Ripio job never ends. */
async function workElsewhere() {
  const program = `
    import { runBackground } from '@/lib/background';
    const hanging = () => new Promise(() => undefined);
    const jobs = { 'brla-unacknowledged': hanging, 'juno-transactions': hanging, 'ripio-transfers': hanging, 'brla-history': hanging, reconcile: hanging, exports: hanging, alerts: hanging };
    await runBackground(jobs, new AbortController().signal);`;
  const options = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, options, {
    cwd: root,
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  started.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  await working();
  return {
    async killHard() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const status = () => jobsStatus({ job: null, outcome: null }, 50, new Date());
const working = () => vi.waitFor(async () => expect((await status()).hasWorker).toBe(true), { timeout: 15_000 });
const runsOf = (job: JobName) => latestRuns({ job, outcome: null }, 10);

async function runThat(job: JobName, is: (run: JobRun) => boolean): Promise<JobRun> {
  return vi.waitFor(
    async () => {
      const found = (await runsOf(job)).find(is);
      if (!found) throw new Error(`No such run of ${job}.`);
      return found;
    },
    { timeout: 10_000 },
  );
}

/** Who holds a job of this name in the queue. */
async function holders(job: JobName): Promise<string[]> {
  const { rows } = await pool().query<{ locked_by: string }>(
    'SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL AND task_identifier = $1',
    [job],
  );
  return rows.map((row) => row.locked_by);
}

test('before any worker ran there is no queue, and the page says that none runs', async () => {
  expect(await requestJob('brla-history', viewer)).toEqual({ outcome: 'no_queue' });
  const { hasWorker, lines, runs } = await status();
  expect({ hasWorker, runs, waiting: lines.filter((line) => line.isWaiting) }).toEqual({
    hasWorker: false,
    runs: [],
    waiting: [],
  });
  expect(lines).toHaveLength(7);
  work(); // makes the queue, which is emptied after every test
  await working();
});

test('a run that somebody asks for happens, and says who asked, how it ended and what it counted', async () => {
  work();
  await working();
  expect(await requestJob('brla-history', viewer)).toEqual({ outcome: 'queued' });
  const run = await runThat('brla-history', ({ endedAt }) => endedAt !== null);
  expect(run).toMatchObject({
    requestedBy: 'ana@example.com',
    outcome: 'done',
    summary: 'Nothing to do.',
    counts: { compared: 3 },
  });
});

test('two clicks make one run', async () => {
  expect(await requestJob('brla-history', viewer)).toEqual({ outcome: 'queued_without_worker' });
  expect(await requestJob('brla-history', viewer)).toEqual({ outcome: 'queued_without_worker' });
  expect((await status()).lines.find(({ name }) => name === 'brla-history')?.isWaiting).toBe(true);
  work();
  await runThat('brla-history', ({ endedAt }) => endedAt !== null);
  await vi.waitFor(async () => {
    expect((await status()).lines.find(({ name }) => name === 'brla-history')?.isWaiting).toBe(false);
  });
  expect((await runsOf('brla-history')).filter(({ requestedBy }) => requestedBy !== null)).toHaveLength(1);
});

test('a job that throws has failed, with its message', async () => {
  const complaint = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  work({ 'juno-transactions': () => Promise.reject(new Error('The list ended in the middle.')) });
  await working();
  await requestJob('juno-transactions', viewer);
  const run = await runThat('juno-transactions', ({ endedAt }) => endedAt !== null);
  expect(run).toMatchObject({ outcome: 'failed', summary: 'The list ended in the middle.' });
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
  const line = (await status()).lines.find(({ name }) => name === 'juno-transactions');
  expect(line?.lastFailure?.summary).toBe('The list ended in the middle.');
});

test('what runs already is not asked for again, and no second process runs it beside', async () => {
  let under = 0;
  let most = 0;
  const counted: Job = async () => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, 400));
    under--;
    return { outcome: 'done', summary: 'Slept.', counts: {} };
  };
  work({ 'ripio-transfers': counted });
  work({ 'ripio-transfers': counted });
  await working();
  await requestJob('ripio-transfers', viewer);
  await runThat('ripio-transfers', ({ endedAt }) => endedAt === null);
  expect(await requestJob('ripio-transfers', viewer)).toMatchObject({ outcome: 'running' });
  // As when its time comes while it runs: one more waits its turn.
  await pool().query(
    `SELECT graphile_worker.add_job('ripio-transfers', '{}', 'ripio-transfers', max_attempts => 1, job_key => 'ripio-transfers')`,
  );
  const ended = async () => (await runsOf('ripio-transfers')).filter(({ endedAt }) => endedAt !== null);
  await vi.waitFor(async () => expect(await ended()).toHaveLength(2), { timeout: 10_000 });
  expect(most).toBe(1);
});

test('kill -9 in the middle of a job: it shows as interrupted, and runs again at once', async () => {
  const victim = await workElsewhere();
  await requestJob('ripio-transfers', viewer);
  await runThat('ripio-transfers', ({ endedAt }) => endedAt === null);
  await vi.waitFor(async () => expect(await holders('ripio-transfers')).toHaveLength(1));
  await victim.killHard();
  await vi.waitFor(async () => expect((await status()).hasWorker).toBe(false));
  expect((await status()).runs[0]?.outcome).toBe('interrupted'); // seen, though nobody is there to write it down

  const since = Date.now();
  work();
  await runThat('ripio-transfers', ({ outcome }) => outcome === 'interrupted');
  expect(await holders('ripio-transfers')).toEqual([]);
  await requestJob('ripio-transfers', viewer);
  await runThat('ripio-transfers', ({ outcome }) => outcome === 'done');
  expect(Date.now() - since).toBeLessThan(10_000);
});

test('a job that a living process holds is left alone when another process starts', async () => {
  await workElsewhere();
  await requestJob('ripio-transfers', viewer);
  const run = await runThat('ripio-transfers', ({ endedAt }) => endedAt === null);
  const before = await holders('ripio-transfers');
  expect(before).toHaveLength(1);
  work();
  await requestJob('brla-history', viewer);
  await runThat('brla-history', () => true);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await holders('ripio-transfers')).toEqual(before);
  expect((await runsOf('ripio-transfers')).find(({ id }) => id === run.id)?.outcome).toBeNull();
});

test('asked to stop, a job hears of it and leaves nothing locked', async () => {
  const { stop } = work({ 'ripio-transfers': stoppable });
  await working();
  await requestJob('ripio-transfers', viewer);
  await runThat('ripio-transfers', ({ endedAt }) => endedAt === null);
  const since = Date.now();
  await stop();
  expect(Date.now() - since).toBeLessThan(3_000);
  expect(await holders('ripio-transfers')).toEqual([]);
  expect((await runsOf('ripio-transfers'))[0]).toMatchObject({ outcome: 'interrupted' });
});

test('a job that does not listen is given up after a while, and leaves nothing locked either', async () => {
  const { stop } = work({ 'ripio-transfers': hanging });
  await working();
  await requestJob('ripio-transfers', viewer);
  await runThat('ripio-transfers', ({ endedAt }) => endedAt === null);
  const since = Date.now();
  await stop();
  expect(Date.now() - since).toBeLessThan(8_000);
  expect(await holders('ripio-transfers')).toEqual([]);
  expect((await runsOf('ripio-transfers'))[0]).toMatchObject({ outcome: 'interrupted' });
  expect((await status()).hasWorker).toBe(false);
});

test('two processes that start at once on an empty database do not trip over each other', async () => {
  await pool().query('DROP SCHEMA graphile_worker CASCADE');
  const complaint = vi.spyOn(log, 'error');
  work();
  work();
  work();
  await working();
  await requestJob('brla-history', viewer);
  await runThat('brla-history', ({ outcome }) => outcome === 'done');
  expect(complaint).not.toHaveBeenCalled();
  complaint.mockRestore();
});

test('workers whose session is cut start over, and the page never loses them for long', async () => {
  const complaint = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  work();
  await working();
  await pool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND objsubid = 2`,
  );
  await vi.waitFor(() => expect(complaint).toHaveBeenCalled());
  complaint.mockRestore();
  await working();
  await requestJob('brla-history', viewer);
  await runThat('brla-history', ({ outcome }) => outcome === 'done');
});
