import { JOB_NAMES, JOB_OUTCOMES, type JobName, type JobOutcome } from './job';

/** One run of a job, as it is kept. */
export type JobRun = {
  readonly id: string;
  /** A name of today, or of a job that has gone since. */
  readonly job: string;
  readonly requestedBy: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** `null` while it is under way. */
  readonly outcome: JobOutcome | null;
  readonly summary: string | null;
  readonly counts: Readonly<Record<string, number>>;
};

/** `null` leaves a filter open. */
export type RunFilters = { readonly job: JobName | null; readonly outcome: JobOutcome | null };

/** Where one job stands. */
export type JobLine = {
  readonly name: JobName;
  readonly nextAt: Date;
  /** It is its turn, or somebody asked for it, and it has not begun. */
  readonly isWaiting: boolean;
  readonly lastRun: JobRun | null;
  /** The latest that failed, however long ago. */
  readonly lastFailure: JobRun | null;
};

/** What asking for a run led to. */
export type JobRequest =
  | { readonly outcome: 'queued' }
  /** It will run once a worker does. */
  | { readonly outcome: 'queued_without_worker' }
  | { readonly outcome: 'running'; readonly since: Date }
  /** No worker has ever run on this database, so there is no queue yet. */
  | { readonly outcome: 'no_queue' };

export const isJobName = (text: string): text is JobName => (JOB_NAMES as readonly string[]).includes(text);
export const isJobOutcome = (text: string): text is JobOutcome => (JOB_OUTCOMES as readonly string[]).includes(text);

/** A run that is under way while no worker is there died with the last one; the next worker will write it down. */
export function seenWith(hasWorker: boolean, run: JobRun): JobRun {
  return run.endedAt === null && !hasWorker ? { ...run, outcome: 'interrupted' } : run;
}
