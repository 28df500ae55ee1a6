import { expect, test } from 'vitest';
import type { JobRun } from '@/lib/jobs/run';
import { translatorOf } from '@/lib/language/translator';
import { durationOf, jobLabel } from './run-words';

const t = translatorOf('en', 'jobs');

const run: JobRun = {
  id: '1',
  job: 'brla-history',
  requestedBy: null,
  startedAt: new Date('2026-03-14T15:00:00Z'),
  endedAt: null,
  outcome: null,
  summary: null,
  counts: {},
};

test('a run under way has taken as long as it has; an interrupted one, nobody knows', () => {
  const now = new Date('2026-03-14T15:00:12Z');
  expect(durationOf(run, now, t, 'en')).toBe('12 s');
  expect(durationOf({ ...run, endedAt: new Date('2026-03-14T15:00:00.007Z'), outcome: 'done' }, now, t, 'en')).toBe(
    'under 0.1 s',
  );
  expect(durationOf({ ...run, endedAt: new Date('2026-03-14T15:02:00Z'), outcome: 'done' }, now, t, 'en')).toBe(
    '2 min',
  );
  expect(durationOf({ ...run, outcome: 'interrupted' }, now, t, 'en')).toBeNull();
});

test('a job that is no more keeps its name', () => {
  expect(jobLabel('brla-history', t)).toBe('BRLA’s history against ours');
  expect(jobLabel('old-job', t)).toBe('old-job');
});
