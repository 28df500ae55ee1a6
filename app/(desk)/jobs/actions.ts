'use server';

import { revalidatePath } from 'next/cache';
import type { RunNowState } from '@/components/jobs/run-now-form';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { formatInstant, formatLag } from '@/lib/format';
import { isJobName, type JobRequest } from '@/lib/jobs/run';
import { requestJob } from '@/lib/jobs-status';
import { type Reader, said, spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';

/** Asks for a run of a job at once. */
export async function runJobNow(_before: RunNowState, data: FormData): Promise<RunNowState> {
  const viewer = await requireRight('repair');
  const reader = await displayReader();
  const name = data.get('job');
  if (typeof name !== 'string' || !isJobName(name)) return { message: spoken(said('jobs.now.noJob'), reader) };
  const request = await requestJob(name, viewer);
  const detail = { outcome: request.outcome };
  await logged(viewer, { action: 'job_requested', objectKind: 'job', objectId: name, detail });
  revalidatePath('/jobs');
  return { message: inWords(request, new Date(), reader) };
}

function inWords(request: JobRequest, now: Date, reader: Reader): string {
  switch (request.outcome) {
    case 'queued':
      return reader.t('jobs.now.queued', { time: formatInstant(now, reader.zone, reader.region).time });
    case 'queued_without_worker':
      return reader.t('jobs.now.withoutWorker');
    case 'running':
      return reader.t('jobs.now.running', { time: formatLag(+now - +request.since, reader.region) });
    case 'no_queue':
      return reader.t('jobs.now.noQueue');
  }
}
