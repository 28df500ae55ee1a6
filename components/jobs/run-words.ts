import { formatLag } from '@/lib/format';
import { isJobName, type JobRun } from '@/lib/jobs/run';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';

/** How long it took, or has taken up to `now`; an interrupted one took nobody knows how long. */
export function durationOf(
  { startedAt, endedAt, outcome }: JobRun,
  now: Date,
  t: Translator<'jobs'>,
  region: Region,
): string | null {
  if (outcome === 'interrupted') return null;
  const milliseconds = Math.max(0, +(endedAt ?? now) - +startedAt);
  return milliseconds < 100 ? t('runs.under', { seconds: 0.1 }) : formatLag(milliseconds, region);
}

/** What a job is called; one that is no more keeps its name. */
export function jobLabel(name: string, t: Translator<'jobs'>): string {
  return isJobName(name) ? t(`job.${name}.label`) : name;
}
