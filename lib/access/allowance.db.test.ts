import { afterAll, expect, test } from 'vitest';
import { disconnect, pool } from '@/lib/db';
import { readerOf } from '@/lib/language/translator';
import { ALLOWANCES, networkOf, overAllowance } from './allowance';

afterAll(disconnect);

const { most } = ALLOWANCES.export;
const asker = () => readerOf('en', 'UTC');
const ask = (times: number, who: string) =>
  Promise.all(Array.from({ length: times }, () => overAllowance('export', who, asker)));

test('so many are allowed, also all at once, and the next is told when to come again', async () => {
  expect((await ask(most, 'one')).filter((answer) => answer !== null)).toEqual([]);
  const over = await overAllowance('export', 'one', asker);
  expect(over?.status).toBe(429);
  const wait = Number(over?.headers.get('retry-after'));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await over?.json()).toMatchObject({
    error: 'too_many_requests',
    detail: expect.stringContaining('60 seconds'),
  });
});

test('others, and other things, have counters of their own', async () => {
  await ask(most + 1, 'two');
  expect(await overAllowance('export', 'three', asker)).toBeNull();
  expect(await overAllowance('desk', 'two', asker)).toBeNull();
});

test('a new minute begins anew, and one key is one row', async () => {
  await ask(most + 1, 'four');
  await pool().query(`UPDATE rate_limits SET last_request = last_request - 60000 WHERE key = 'allowance:export:four'`);
  expect(await overAllowance('export', 'four', asker)).toBeNull();
  const { rows } = await pool().query(`SELECT count FROM rate_limits WHERE key = 'allowance:export:four'`);
  expect(rows).toEqual([{ count: 1 }]);
});

test('an address of IPv6 counts as its network, one of IPv4 as itself', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8::6')).toBe('2001:db8:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
});
