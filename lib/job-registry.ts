import 'server-only';
import { alertsJob } from '@/lib/alert-job';
import { backfillBrla, backfillJuno, backfillRipio } from '@/lib/backfill';
import { exportsJob } from '@/lib/export-job';
import type { Job, JobName } from '@/lib/jobs/job';
import { reconcileJob } from '@/lib/reconcile';
import { checkUnacknowledged } from '@/lib/unacknowledged';

/** What each job runs. */
export const jobRegistry: Readonly<Record<JobName, Job>> = {
  'brla-unacknowledged': checkUnacknowledged,
  'juno-transactions': backfillJuno,
  'ripio-transfers': backfillRipio,
  'brla-history': backfillBrla,
  reconcile: reconcileJob,
  exports: exportsJob,
  alerts: alertsJob,
};
