import { expect, test } from 'vitest';
import { JOB_NAMES, JOBS } from './job';
import { nextRun } from './schedule';

const next = (cron: string, after: string) => nextRun(cron, new Date(after)).toISOString();

test('every five minutes is the next of them, also over the hour and the year', () => {
  expect(next('*/5 * * * *', '2026-03-14T15:02:11Z')).toBe('2026-03-14T15:05:00.000Z');
  expect(next('*/5 * * * *', '2026-12-31T23:55:00.000Z')).toBe('2027-01-01T00:00:00.000Z');
});

test('the minute that has begun is over: what runs at 15:07 runs next at 16:07', () => {
  expect(next('7 * * * *', '2026-03-14T15:07:00.000Z')).toBe('2026-03-14T16:07:00.000Z');
  expect(next('7 * * * *', '2026-03-14T15:06:59.999Z')).toBe('2026-03-14T15:07:00.000Z');
});

test('hours, ranges and days of the week are read, in UTC', () => {
  expect(next('30 6 * * *', '2026-03-14T06:30:00Z')).toBe('2026-03-15T06:30:00.000Z');
  expect(next('0 9-11 * * 1', '2026-03-14T12:00:00Z')).toBe('2026-03-16T09:00:00.000Z'); // a Saturday
  expect(next('0 0 29 2 *', '2026-03-14T12:00:00Z')).toBe('2028-02-29T00:00:00.000Z');
});

test('what is no schedule, or never comes, is an error', () => {
  expect(() => next('every day', '2026-03-14T12:00:00Z')).toThrow(/every day/);
  expect(() => next('0 0 31 2 *', '2026-03-14T12:00:00Z')).toThrow(/never comes up/);
});

test('every job of ours comes up within the hour', () => {
  const now = new Date('2026-03-14T15:02:11Z');
  for (const name of JOB_NAMES) expect(+nextRun(JOBS[name].cron, now) - +now).toBeLessThanOrEqual(3_600_000);
});
