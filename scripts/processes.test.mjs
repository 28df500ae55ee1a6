import { expect, test } from 'vitest';
import { keepRunning, pauses } from './processes.mjs';

const kept = (program, options) => {
  const said = [];
  const log = (line) => said.push(line);
  return { said, ...keepRunning('It', ['-e', program], { env: process.env, graceSeconds: 5, log, ...options }) };
};

test('a program that must start and does not is not started again', async () => {
  const { started, said, stop } = kept('process.exit(7)', { mustStart: true });
  await expect(started).rejects.toThrow('It ended before it was ready (7).');
  await stop();
  expect(said).toEqual([]);
});

test('a program that was ready once is started again when it dies', async () => {
  const { started, said, pid, stop } = kept(`console.log('ready'); setInterval(() => {}, 1000)`, { mustStart: true });
  await started;
  const first = pid();
  process.kill(first, 'SIGKILL');
  await expect.poll(pid, { timeout: 5000 }).not.toBe(first);
  const second = pid();
  await stop();
  expect(said).toEqual(['It ended (SIGKILL); starting it again in 0.5 s']);
  expect(() => process.kill(second, 0)).toThrow('ESRCH');
});

test('a stop in the pause before another attempt ends it', async () => {
  const { started, said, pid, stop } = kept(`console.log('ready'); setInterval(() => {}, 1000)`);
  await started;
  const first = pid();
  process.kill(first, 'SIGKILL');
  await expect.poll(() => said.length).toBe(1);
  await stop();
  expect(pid()).toBe(first);
});

test('the pauses between attempts grow to half a minute', () => {
  const pause = pauses();
  const first = Array.from({ length: 9 }, () => pause.next().value);
  expect(first).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});
