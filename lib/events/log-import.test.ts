import { expect, test } from 'vitest';
import { cleannessOf } from './log-import';

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 2, day, hour));
const stretch = (from: number, to: number) => ({ from: at(from), to: at(to) });
const covered = (...stretches: ReturnType<typeof stretch>[]) => ({
  imports: stretches.length,
  lastImportedAt: stretches[0]?.to ?? null,
  stretches,
});

test('without an import nothing is clean, whatever else is known', () => {
  expect(cleannessOf({ lastOpenAt: null }, covered(), at(9))).toEqual({ state: 'unchecked' });
  expect(cleannessOf({ lastOpenAt: at(1) }, covered(), at(9))).toEqual({ state: 'unchecked' });
});

test('logs without a line about a webhook check nothing', () => {
  const coverage = { imports: 3, lastImportedAt: at(9), stretches: [] };
  expect(cleannessOf({ lastOpenAt: null }, coverage, at(9))).toEqual({ state: 'unchecked' });
});

test('with nothing lost it is clean since the logs begin', () =>
  expect(cleannessOf({ lastOpenAt: null }, covered(stretch(2, 9)), at(9, 1))).toEqual({
    state: 'checked',
    since: at(2),
    until: at(9),
    isStale: false,
  }));

test('otherwise since the last lost message', () =>
  expect(cleannessOf({ lastOpenAt: at(5, 7) }, covered(stretch(2, 9)), at(9))).toMatchObject({ since: at(5, 7) }));

test('a time of which no log was imported is not clean: it begins anew after it', () =>
  expect(cleannessOf({ lastOpenAt: at(1) }, covered(stretch(7, 9), stretch(1, 3)), at(9))).toMatchObject({
    since: at(7),
    until: at(9),
  }));

test('an import of more than a day ago is stale, and so is a log that ended then', () => {
  expect(cleannessOf({ lastOpenAt: null }, covered(stretch(2, 9)), at(10))).toMatchObject({ isStale: false });
  expect(cleannessOf({ lastOpenAt: null }, covered(stretch(2, 9)), at(10, 1))).toMatchObject({ isStale: true });
  const old = { ...covered(stretch(2, 4)), lastImportedAt: at(9) };
  expect(cleannessOf({ lastOpenAt: null }, old, at(9))).toMatchObject({ isStale: true });
});
