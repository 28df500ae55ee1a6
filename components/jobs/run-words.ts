import { formatLag } from '@/lib/format';
import { JOBS } from '@/lib/jobs/job';
import { isJobName, type JobRun } from '@/lib/jobs/run';

/** How long it took, or has taken up to `now`; an interrupted one took nobody knows how long. */
export function durationOf({ startedAt, endedAt, outcome }: JobRun, now: Date): string | null {
  if (outcome === 'interrupted') return null;
  const milliseconds = Math.max(0, +(endedAt ?? now) - +startedAt);
  return milliseconds < 100 ? 'under 0.1 s' : formatLag(milliseconds);
}

/** What a job is called; one that is no more keeps its name. */
export const jobLabel = (name: string): string => (isJobName(name) ? JOBS[name].label : name);
