import type { Provider } from '@/lib/providers/catalogue';

/** The background jobs, and when each runs: UTC, in cron's notation. What each does say the messages `jobs.job`. */
export const JOBS = {
  'brla-unacknowledged': {
    provider: 'brla',
    cron: '*/5 * * * *',
  },
  'juno-transactions': {
    provider: 'juno',
    cron: '7 * * * *',
  },
  'ripio-transfers': {
    provider: 'ripio',
    cron: '17 * * * *',
  },
  'brla-history': {
    provider: 'brla',
    cron: '27 * * * *',
  },
  reconcile: {
    provider: null,
    cron: '*/10 * * * *',
  },
  exports: {
    provider: null,
    cron: '*/5 * * * *',
  },
  alerts: {
    provider: null,
    cron: '* * * * *',
  },
} as const satisfies Record<string, { provider: Provider | null; cron: string }>;
export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
/** Their ordinary runs would crowd all others out of the list. */
export const EVERY_MINUTE: readonly JobName[] = JOB_NAMES.filter((name) => JOBS[name].cron === '* * * * *');

/** How a run ended. `partial`: some of it was done, and the summary says what was not. */
export const JOB_OUTCOMES = ['done', 'partial', 'failed', 'not_set_up', 'interrupted'] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

/** What a run tells of itself: a sentence for people, as `keptText` keeps it, and numbers by name. */
export type JobReport = {
  readonly outcome: Exclude<JobOutcome, 'interrupted'>;
  readonly summary: string;
  readonly counts: Readonly<Record<string, number>>;
};

/** What a job is given. It must stop soon after `signal` is aborted, leaving nothing half done. */
export type JobContext = {
  readonly now: Date;
  /** Who asked for it, by e-mail address; `null` when its time had come. */
  readonly requestedBy: string | null;
  readonly signal: AbortSignal;
};

/** Expected failures of the world are reports; what is thrown is recorded as `failed` with its message. */
export type Job = (context: JobContext) => Promise<JobReport>;
