import { expect, test } from 'vitest';
import { accountSubject, addressSubject, afterFailure, type Failures, LOCK_OUT, waitsUntil } from './lock-out';

const NOON = new Date('2026-03-14T12:00:00Z');
const later = (seconds: number) => new Date(+NOON + seconds * 1000);

function failed(times: number, kind: keyof typeof LOCK_OUT = 'account'): Failures | null {
  let failures: Failures | null = null;
  for (let i = 0; i < times; i++) failures = afterFailure(failures, kind, NOON);
  return failures;
}

test('four wrong passwords bring no wait, the fifth a minute', () => {
  expect(waitsUntil(failed(4), NOON)).toBeNull();
  expect(waitsUntil(failed(5), NOON)).toEqual(later(60));
  expect(waitsUntil(failed(5), later(60))).toBeNull();
});

test.each([
  [6, 120],
  [7, 240],
  [10, 1920],
  [11, 3600],
  [10_000, 3600],
])('after %i failures the wait is %i seconds', (times, seconds) => {
  expect(waitsUntil(failed(times), NOON)).toEqual(later(seconds));
});

test('an address is given more than an account, and has an end too', () => {
  expect(waitsUntil(failed(LOCK_OUT.address.allowed - 1, 'address'), NOON)).toBeNull();
  expect(waitsUntil(failed(LOCK_OUT.address.allowed, 'address'), NOON)).toEqual(later(60));
});

test('a day of quiet is a new beginning, a minute less is not', () => {
  const day = 24 * 60 * 60;
  expect(afterFailure(failed(9), 'account', later(day - 60)).count).toBe(10);
  expect(afterFailure(failed(9), 'account', later(day + 1))).toEqual({
    count: 1,
    firstAt: later(day + 1),
    lastAt: later(day + 1),
    lockedUntil: null,
  });
});

test('an account is the same however its e-mail is typed, and its e-mail stands nowhere', () => {
  expect(accountSubject(' Ana@Desk.Test ')).toEqual(accountSubject('ana@desk.test'));
  expect(accountSubject('ana@desk.test').key).toMatch(/^account:[0-9a-f]{64}$/);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(addressSubject(address).key).toBe(`address:${network}`);
});
