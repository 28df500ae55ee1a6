import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { JOB_NAMES } from '@/lib/jobs/job';

test('what the worker runs loads as the worker is started: as server code, without a bundler', () => {
  const program = `
    import { jobRegistry } from '@/lib/job-registry';
    console.log(Object.keys(jobRegistry).join(' '));
    process.exit(0);`;
  const options = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, options, {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: process.env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout.trim().split(' ')).toEqual(JOB_NAMES);
});
