import type { Provider } from '@/lib/providers/catalogue';

/** The background jobs: what each does, and when. Times are UTC, in cron's notation. */
export const JOBS = {
  'brla-unacknowledged': {
    provider: 'brla',
    label: 'Events BRLA could not deliver',
    does: 'Asks BRLA and Avenia for the events they count as never delivered and compares them with the store',
    cron: '*/5 * * * *',
  },
  'juno-transactions': {
    provider: 'juno',
    label: 'Juno’s list against ours',
    does: 'Reads Juno’s list of transactions, adds what never reached us and notes what differs',
    cron: '7 * * * *',
  },
  'ripio-transfers': {
    provider: 'ripio',
    label: 'Ripio’s lists against ours',
    does: 'Reads Ripio’s fiat deposits and withdrawals, adds what never reached us and notes what differs',
    cron: '17 * * * *',
  },
  'brla-history': {
    provider: 'brla',
    label: 'BRLA’s history against ours',
    does: 'Reads BRLA’s PIX pay-ins and exchanges, adds what never reached us and notes what differs',
    cron: '27 * * * *',
  },
  reconcile: {
    provider: null,
    label: 'Reconciliation',
    does: 'Matches the lines of the statements with the payments of the providers and says what does not agree',
    cron: '*/10 * * * *',
  },
  exports: {
    provider: null,
    label: 'Large exports',
    does: 'Writes the files that are too large to be streamed at once, and lets go of those whose time is over',
    cron: '*/5 * * * *',
  },
  alerts: {
    provider: null,
    label: 'Alerts',
    does: 'Looks whether anything crosses the threshold of a rule, and tells the channels of the rule',
    cron: '* * * * *',
  },
} as const satisfies Record<string, { provider: Provider | null; label: string; does: string; cron: string }>;
export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
/** Their ordinary runs would crowd all others out of the list. */
export const EVERY_MINUTE: readonly JobName[] = JOB_NAMES.filter((name) => JOBS[name].cron === '* * * * *');

/** How a run ended. `partial`: some of it was done, and the summary says what was not. */
export const JOB_OUTCOMES = ['done', 'partial', 'failed', 'not_set_up', 'interrupted'] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

/** What a run tells of itself: a sentence for people, and numbers by name. */
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
