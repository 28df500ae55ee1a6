import 'server-only';
import type { ClientBase } from 'pg';
import { prisma } from '@/lib/db';
import { keptText, said } from '@/lib/language/said';
import { JOB_NAMES, type JobName } from './job';

/**
 * The queue of graphile-worker, and who works it off. A crew (the workers of one process) holds a lock of its session
 * for as long as it lives: a killed process leaves its jobs locked in the queue, and its own lock free.
 */

const CREW_LOCKS = 7_350_010;
/** Two processes that make the queue's tables at once would trip over each other. */
const SET_UP_LOCK = 7_350_013;

const GONE = keptText(said('jobs.died'));

/** Runs `work` while no other process sets the queue up. */
export async function alone<T>(session: ClientBase, work: () => Promise<T>): Promise<T> {
  await session.query('SELECT pg_advisory_lock($1)', [SET_UP_LOCK]);
  try {
    return await work();
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [SET_UP_LOCK]).catch(() => undefined); // gone with its session
  }
}

/** Shared, so that two ids of one hash do not keep each other out. */
export async function holdCrew(session: ClientBase, crew: string): Promise<void> {
  await session.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [CREW_LOCKS, crew]);
}

/** Frees what dead crews held; `crew` is the one that asks. A crew's id is never used again, so the dead stay dead. */
export async function freeAbandoned(session: ClientBase, crew: string): Promise<void> {
  const { rows } = await session.query<{ locked_by: string }>(
    `SELECT locked_by FROM (
       SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by <> $1 AND task_identifier = ANY($2)
     ) AS holders WHERE pg_try_advisory_xact_lock($3, hashtext(locked_by))`,
    [crew, JOB_NAMES, CREW_LOCKS],
  );
  await freeJobsOf(
    session,
    rows.map((row) => row.locked_by),
  );
  // What had its one attempt and did not complete would lie in the queue for ever.
  await session.query(
    `SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(
       SELECT id FROM graphile_worker.jobs
       WHERE locked_at IS NULL AND attempts >= max_attempts AND task_identifier = ANY($1)))`,
    [JOB_NAMES],
  );
}

/**
 * Unlocks the jobs of these crews. In the same statement every run that is under way, and whose job nobody else holds,
 * is written down as interrupted: a run begins after its job was locked, and ends before it is unlocked.
 */
export async function freeJobsOf(session: ClientBase, crews: readonly string[]): Promise<void> {
  await session.query(
    `WITH interrupted AS (
       UPDATE job_runs SET ended_at = now(), outcome = 'interrupted', summary = $2
       WHERE ended_at IS NULL AND NOT EXISTS (
         SELECT FROM graphile_worker.jobs
         WHERE task_identifier = job_runs.job AND locked_by IS NOT NULL AND locked_by <> ALL($1))
     )
     SELECT graphile_worker.force_unlock_workers($1)`,
    [crews, GONE],
  );
}

/** Whether any process works the queue off. */
export async function hasWorker(): Promise<boolean> {
  const [row] = await prisma().$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = ${CREW_LOCKS} AND objsubid = 2
        AND mode = 'ShareLock' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS found`;
  return row?.found ?? false;
}

/** What the queue holds of a job: one that waits its turn, and one that a worker has taken. */
export type Queued = { readonly name: string; readonly isWaiting: boolean; readonly isTaken: boolean };

/** The jobs of which there is something in the queue; none of any where no worker has made the queue yet. */
export async function queuedJobs(): Promise<Queued[]> {
  if (!(await hasQueue())) return [];
  return prisma().$queryRaw<Queued[]>`
    SELECT task_identifier AS name, bool_or(locked_at IS NULL AND attempts < max_attempts) AS "isWaiting",
           bool_or(locked_at IS NOT NULL) AS "isTaken"
    FROM graphile_worker.jobs GROUP BY task_identifier`;
}

/** Puts a run at the end of its job's queue; one that waits there already takes its place. `false`: there is no queue. */
export async function enqueue(job: JobName, requestedBy: string): Promise<boolean> {
  if (!(await hasQueue())) return false;
  await prisma().$queryRaw`
    SELECT (graphile_worker.add_job(
      identifier => ${job}, payload => json_build_object('requestedBy', ${requestedBy}::text), queue_name => ${job},
      max_attempts => 1, job_key => ${job}, job_key_mode => 'replace')).id::text`;
  return true;
}

async function hasQueue(): Promise<boolean> {
  const [row] = await prisma().$queryRaw<{ found: boolean }[]>`
    SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS found`;
  return row?.found ?? false;
}
