import { describe, expect, test } from 'vitest';
import { ofChecks, ofPlaywright, ofVitest } from './reports.mjs';

describe('what a runner wrote', () => {
  test('Vitest: a failed test by file and name, a file that does not load as one failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        {
          name: '/desk/lib/a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'a holds', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'a breaks',
              failureMessages: ['\u001b[31mAssertionError: 1\u001b[39m is not 2\n  at x'],
            },
          ],
        },
        {
          name: '/desk/lib/b.test.ts',
          status: 'failed',
          message: 'Cannot find module c\nat y',
          assertionResults: [],
        },
        { name: '/desk/lib/c.test.ts', status: 'passed', message: '', assertionResults: [] },
      ],
    };
    expect(ofVitest(report, '/desk')).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
      failures: [
        'lib/a.test.ts › a breaks: AssertionError: 1 is not 2 at x',
        'lib/b.test.ts: Cannot find module c at y',
      ],
    });
  });

  test('Playwright: a failed spec however deep it stands, and what failed outside of every spec', () => {
    const failing = {
      title: 'sums',
      file: 'legs.spec.ts',
      line: 12,
      tests: [{ status: 'unexpected', results: [{ error: { message: '\n  Error: no sum\n at z' } }] }],
    };
    const passing = { title: 'pages', file: 'legs.spec.ts', line: 30, tests: [{ status: 'expected', results: [{}] }] };
    const report = {
      stats: { expected: 1, flaky: 1, unexpected: 1, skipped: 4 },
      suites: [{ specs: [passing], suites: [{ specs: [failing] }] }],
      errors: [{ message: 'The desk did not start' }],
    };
    expect(ofPlaywright(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 4,
      failures: ['legs.spec.ts:12 › sums: Error: no sum at z', 'The desk did not start'],
    });
  });

  test('the checks of the faults and of the cluster', () => {
    const checks = [
      { scenario: 'server-killed', what: '2xx but not stored', found: 0, wanted: 0, holds: true },
      { scenario: 'server-killed', what: 'stored twice', found: 2, wanted: 0, holds: false },
      { what: 'runs without an end', found: 1, wanted: 'at most 0', holds: false },
    ];
    expect(ofChecks(checks)).toEqual({
      passed: 1,
      failed: 2,
      failures: ['server-killed › stored twice: 2, wanted 0', 'runs without an end: 1, wanted at most 0'],
    });
  });
});
