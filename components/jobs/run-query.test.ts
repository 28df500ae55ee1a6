import { expect, test } from 'vitest';
import { JOB_NAMES, JOB_OUTCOMES } from '@/lib/jobs/job';
import { jobsHref, readRunQuery } from './run-query';

test('every address of the page reads back as the filters it was made of', () => {
  for (const job of [null, ...JOB_NAMES]) {
    for (const outcome of [null, ...JOB_OUTCOMES]) {
      const { searchParams } = new URL(jobsHref({ job, outcome }), 'http://desk');
      expect(readRunQuery(searchParams)).toEqual({ filters: { job, outcome }, ignored: [] });
    }
  }
});

test('what means nothing is named and left out', () => {
  expect(readRunQuery(new URLSearchParams('job=sweeping&outcome=done&colour=red'))).toEqual({
    filters: { job: null, outcome: 'done' },
    ignored: ['colour', 'job'],
  });
});
