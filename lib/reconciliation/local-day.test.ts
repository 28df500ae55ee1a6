import { describe, expect, test } from 'vitest';
import {
  addDays,
  bankHolidays,
  bankingDaysBetween,
  daysBetween,
  isBankingDay,
  localDayOf,
  speiOperatingDays,
} from './local-day';

describe('the local day', () => {
  test.each([
    ['spei', '2026-02-11T05:59:59.999999Z', '2026-02-10'],
    ['spei', '2026-02-11T06:00:00Z', '2026-02-11'],
    ['pix', '2026-03-03T02:59:59Z', '2026-03-02'],
    ['pix', '2026-03-03T03:00:00Z', '2026-03-03'],
    ['ars', '2026-01-01T02:59:59.5Z', '2025-12-31'],
    ['chain', '2026-03-03T00:00:00Z', '2026-03-03'],
  ] as const)('on %s, %s is %s', (rail, instant, day) => expect(localDayOf(instant, rail)).toBe(day));

  test('an unreadable time is an error', () => expect(() => localDayOf('yesterday', 'pix')).toThrow('Not an instant'));
});

describe('the operating day of SPEI', () => {
  test.each([
    ['Tuesday noon', '2026-02-10T18:00:00Z', ['2026-02-10']],
    ['Tuesday 17:29', '2026-02-10T23:29:59Z', ['2026-02-10']],
    ['Tuesday 17:30', '2026-02-10T23:30:00Z', ['2026-02-10', '2026-02-11']],
    ['Friday evening', '2026-02-14T01:00:00Z', ['2026-02-13', '2026-02-16']],
    ['Sunday', '2026-02-15T18:00:00Z', ['2026-02-15', '2026-02-16']],
    ['the Friday before a holiday on Monday', '2026-01-31T00:00:00Z', ['2026-01-30', '2026-02-03']],
    ['Christmas, a Friday', '2026-12-25T18:00:00Z', ['2026-12-25', '2026-12-28']],
  ])('%s', (_, instant, days) => expect(speiOperatingDays(instant)).toEqual(days));
});

describe('bank holidays', () => {
  test('of 2026', () => {
    expect([...bankHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-02-02',
      '2026-03-16',
      '2026-04-02',
      '2026-04-03',
      '2026-05-01',
      '2026-09-16',
      '2026-11-02',
      '2026-11-16',
      '2026-12-12',
      '2026-12-25',
    ]);
  });
  test.each([
    [2024, '2024-03-29'],
    [2025, '2025-04-18'],
    [2027, '2027-03-26'],
    [2038, '2038-04-23'],
  ])('Good Friday of %i', (year, day) => {
    expect(bankHolidays(year).has(day)).toBe(true);
    expect(bankHolidays(year).has(addDays(day, -1))).toBe(true);
  });
  test('a weekend is none and still no banking day', () => {
    expect(isBankingDay('2026-02-14')).toBe(false);
    expect(isBankingDay('2026-02-13')).toBe(true);
  });
});

describe('days apart', () => {
  test('by the calendar', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3);
  });
  test('by the bank: weekends and holidays count for nothing', () => {
    expect(bankingDaysBetween('2026-01-30', '2026-02-03')).toBe(1);
    expect(bankingDaysBetween('2026-02-03', '2026-01-30')).toBe(-1);
    expect(bankingDaysBetween('2026-02-10', '2026-02-10')).toBe(0);
  });
});
