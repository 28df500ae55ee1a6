import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { workOff } from '@/lib/jobs/crew.store';
import type { Job, JobName, JobOutcome, JobReport } from '@/lib/jobs/job';
import { beginRun, endRun } from '@/lib/jobs/run.store';
import { keptText, said } from '@/lib/language/said';
import { log } from '@/lib/log';
import { processMetrics } from '@/scripts/metrics.mjs';

const RETRY_MS = 5_000;
const LONGEST_MESSAGE = 500;

/** Runs the jobs at their times and when somebody asks, until `stopping` is aborted; a lost database only pauses it. */
export async function runBackground(jobs: Readonly<Record<JobName, Job>>, stopping: AbortSignal): Promise<void> {
  const perform = (name: JobName, requestedBy: string | null, signal: AbortSignal) =>
    writtenDown(name, jobs[name], requestedBy, signal);
  while (!stopping.aborted) {
    try {
      await workOff(perform, stopping);
    } catch (error) {
      log.error({ err: error }, 'jobs: will try again');
      await sleep(RETRY_MS, undefined, { signal: stopping }).catch(() => undefined); // aborted: the loop is over
    }
  }
}

async function writtenDown(name: JobName, job: Job, requestedBy: string | null, signal: AbortSignal): Promise<void> {
  const now = new Date();
  const id = await beginRun(name, requestedBy, now);
  const report = await reportOf(name, () => job({ now, requestedBy, signal }), signal);
  await endRun(id, new Date(), report);
  processMetrics().jobs.inc({ job: name, outcome: report.outcome });
}

async function reportOf(
  name: JobName,
  run: () => Promise<JobReport>,
  signal: AbortSignal,
): Promise<Omit<JobReport, 'outcome'> & { readonly outcome: JobOutcome }> {
  try {
    return await run();
  } catch (error) {
    if (signal.aborted) return { outcome: 'interrupted', summary: keptText(said('jobs.stopped')), counts: {} };
    log.error({ err: error, job: name }, 'jobs: failed');
    return { outcome: 'failed', summary: messageOf(error), counts: {} };
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.slice(0, LONGEST_MESSAGE);
}
