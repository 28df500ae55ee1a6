import 'server-only';
import type { Viewer } from '@/lib/access/session';
import { JOB_NAMES, JOBS, type JobName } from '@/lib/jobs/job';
import { enqueue, hasWorker, queuedJobs } from '@/lib/jobs/queue.store';
import { type JobLine, type JobRequest, type JobRun, type RunFilters, seenWith } from '@/lib/jobs/run';
import { lastRuns, latestRuns } from '@/lib/jobs/run.store';
import { nextRun } from '@/lib/jobs/schedule';

export type JobsStatus = {
  /** Whether any process works jobs off. */
  readonly hasWorker: boolean;
  readonly lines: readonly JobLine[];
  readonly runs: readonly JobRun[];
};

/** Where every job stands, and the latest runs that the filters let through. */
export async function jobsStatus(filters: RunFilters, limit: number, now: Date): Promise<JobsStatus> {
  // The queue first: what has left it by then has its run written down.
  const [isWorked, queued] = await Promise.all([hasWorker(), queuedJobs()]);
  const seen = (run: JobRun) => seenWith(isWorked, run);
  const lineOf = async (name: JobName): Promise<JobLine> => {
    const { last, failure } = await lastRuns(name);
    const inQueue = queued.find((one) => one.name === name);
    const isUnderWay = last !== null && last.endedAt === null;
    return {
      name,
      nextAt: nextRun(JOBS[name].cron, now),
      isWaiting: inQueue !== undefined && (inQueue.isWaiting || (inQueue.isTaken && !isUnderWay)),
      lastRun: last && seen(last),
      lastFailure: failure,
    };
  };
  const [lines, runs] = await Promise.all([Promise.all(JOB_NAMES.map(lineOf)), latestRuns(filters, limit)]);
  return { hasWorker: isWorked, lines, runs: runs.map(seen) };
}

/** Asks for a run at once. Asked for twice before it begins, it runs once. */
export async function requestJob(name: JobName, viewer: Viewer): Promise<JobRequest> {
  const [isWorked, { last }] = await Promise.all([hasWorker(), lastRuns(name)]);
  if (isWorked && last && last.endedAt === null) return { outcome: 'running', since: last.startedAt };
  if (!(await enqueue(name, viewer.email))) return { outcome: 'no_queue' };
  return { outcome: isWorked ? 'queued' : 'queued_without_worker' };
}
