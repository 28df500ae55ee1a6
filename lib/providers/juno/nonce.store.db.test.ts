import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type JunoStandin, startJuno } from '@/e2e/standins/juno';
import { disconnect, pool } from '@/lib/db';
import { junoApi } from './client.api';
import { aloneWith } from './nonce.store';

const keys = { key: 'key-made-for-this-test', secret: 'secret-made-for-this-test' };

let standin: JunoStandin;
beforeAll(async () => {
  standin = await startJuno(keys);
});
beforeEach(() => pool().query('TRUNCATE api_nonces'));
afterAll(async () => {
  await standin.close();
  await disconnect();
});

/** Ten callers at once, in a process of their own. */
const ANOTHER_PROCESS = `
  const { aloneWith } = await import(process.argv[1] + '/lib/providers/juno/nonce.store.ts');
  const { junoApi } = await import(process.argv[1] + '/lib/providers/juno/client.api.ts');
  const { disconnect } = await import(process.argv[1] + '/lib/db.ts');
  const settings = { ...JSON.parse(process.argv[2]), isQuerySigned: true, pace: { spacing: 0 } };
  const juno = junoApi({ ...settings, alone: aloneWith(settings.key) });
  await Promise.all(Array.from({ length: 10 }, () => juno.listWebhooks()));
  await disconnect();`;

test('thirty callers in three processes are all served, each with a larger nonce than the one before', async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const options = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', ANOTHER_PROCESS];
  const settings = { ...keys, host: standin.url };
  const another = () =>
    promisify(execFile)(process.execPath, [...options, root, JSON.stringify(settings)], { cwd: root });
  const juno = junoApi({ ...settings, isQuerySigned: true, alone: aloneWith(keys.key), pace: { spacing: 0 } });
  await Promise.all([another(), another(), ...Array.from({ length: 10 }, () => juno.listWebhooks())]);

  expect(standin.calls).toHaveLength(30); // none was refused and asked again
  expect(standin.nonces).toHaveLength(30);
  expect(standin.nonces).toEqual([...standin.nonces].sort((a, b) => (a < b ? -1 : 1)));
  expect(new Set(standin.nonces).size).toBe(30);
});

test('a nonce is the time in milliseconds, or the next number where that is larger', async () => {
  const before = Date.now();
  const first = await aloneWith('one key')(async (nonce) => Number(nonce));
  expect(first).toBeGreaterThanOrEqual(before);
  await pool().query('UPDATE api_nonces SET last = 9000000000000');
  expect(await aloneWith('one key')(async (nonce) => nonce)).toBe('9000000000001');
});

test('is used up by a call that failed, and the next caller is served', async () => {
  const alone = aloneWith('one key');
  const failed = alone(async () => {
    throw new Error('hung up');
  });
  const next = alone(async (nonce) => nonce);
  await expect(failed).rejects.toThrow('hung up');
  expect(Number(await next)).toBeGreaterThan(0);
});

test('callers of one key wait for each other, those of two do not', async () => {
  let letGo = () => {};
  const end = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const order: string[] = [];
  const slow = aloneWith('one key')(() => end.then(() => order.push('slow')));
  const after = aloneWith('one key')(async () => order.push('after'));
  await aloneWith('other key')(async () => order.push('other'));
  letGo();
  await Promise.all([slow, after]);
  expect(order).toEqual(['other', 'slow', 'after']);
});
