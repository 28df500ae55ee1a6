'use server';

import { revalidatePath } from 'next/cache';
import type { RunNowState } from '@/components/jobs/run-now-form';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { formatInstant, formatLag } from '@/lib/format';
import { isJobName, type JobRequest } from '@/lib/jobs/run';
import { requestJob } from '@/lib/jobs-status';
import { displayZone } from '@/lib/preferences';
import type { TimeZone } from '@/lib/time-zones';

/** Asks for a run of a job at once. */
export async function runJobNow(_before: RunNowState, data: FormData): Promise<RunNowState> {
  const viewer = await requireRight('repair');
  const name = data.get('job');
  if (typeof name !== 'string' || !isJobName(name)) return { message: 'There is no such job any more.' };
  const request = await requestJob(name, viewer);
  const detail = { outcome: request.outcome };
  await logged(viewer, { action: 'job_requested', objectKind: 'job', objectId: name, detail });
  revalidatePath('/jobs');
  return { message: inWords(request, new Date(), await displayZone()) };
}

function inWords(request: JobRequest, now: Date, zone: TimeZone): string {
  switch (request.outcome) {
    case 'queued':
      return `Asked for at ${formatInstant(now, zone).time}.`;
    case 'queued_without_worker':
      return 'Asked for. It begins once a worker runs.';
    case 'running':
      return `It is running already, for ${formatLag(+now - +request.since)}.`;
    case 'no_queue':
      return 'It cannot be asked for: no worker has run on this database yet.';
  }
}
