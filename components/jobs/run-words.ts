import { formatCount, formatLag } from '@/lib/format';
import { JOBS } from '@/lib/jobs/job';
import { isJobName, type JobRun } from '@/lib/jobs/run';

/** "1,842 compared, 3 added"; what there was none of is left out. */
export function countsInWords(counts: JobRun['counts']): string {
  return Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${formatCount(count)} ${inWords(name)}`)
    .join(', ');
}

/** A name as code has it, as people write: "alreadyStored" is "already stored". */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ');
}

/** How long it took, or has taken up to `now`; an interrupted one took nobody knows how long. */
export function durationOf({ startedAt, endedAt, outcome }: JobRun, now: Date): string | null {
  if (outcome === 'interrupted') return null;
  const milliseconds = Math.max(0, +(endedAt ?? now) - +startedAt);
  return milliseconds < 100 ? 'under 0.1 s' : formatLag(milliseconds);
}

/** What a job is called; one that is no more keeps its name. */
export const jobLabel = (name: string): string => (isJobName(name) ? JOBS[name].label : name);
