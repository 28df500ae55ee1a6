import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { dayIn, instantOf, isZeroDate, readDate, readTime } from './calendar';

describe('a day in a bank’s writing', () => {
  test.each([
    ['31/12/2026', 'dmy', '2026-12-31'],
    ['1/2/26', 'dmy', '2026-02-01'],
    ['31-12-2026', 'dmy', '2026-12-31'],
    ['31.12.2026', 'dmy', '2026-12-31'],
    ['31 12 2026', 'dmy', '2026-12-31'],
    ['12/31/2026', 'mdy', '2026-12-31'],
    ['02/01/2026', 'mdy', '2026-02-01'],
    ['2026-12-31', 'ymd', '2026-12-31'],
    ['2026-12-31', 'dmy', '2026-12-31'],
    ['2026/12/31', 'dmy', '2026-12-31'],
    ['20261231', 'ymd', '2026-12-31'],
    ['31122026', 'dmy', '2026-12-31'],
    ['09-ene-2026', 'dmy', '2026-01-09'],
    ['09/FEV/2026', 'dmy', '2026-02-09'],
    ['9 de março de 2026', 'dmy', '2026-03-09'],
    ['9 de septiembre de 2026', 'dmy', '2026-09-09'],
    ['09 set. 2026', 'dmy', '2026-09-09'],
    ['09-Dec-26', 'dmy', '2026-12-09'],
    ['Dec 9, 2026', 'mdy', '2026-12-09'],
    ['29/02/2028', 'dmy', '2028-02-29'],
  ] as const)('%s read %s is %s', (text, order, date) => {
    expect(readDate(text, order)).toEqual({ date, time: null, offset: null });
  });

  test.each([
    ['02/01/2026 20:25', '20:25:00', null],
    ['02/01/2026 8:05:09 p. m.', '20:05:09', null],
    ['02/01/2026 - 20h25', '20:25:00', null],
    ['2026-01-02T20:25:00.123Z', '20:25:00.123', 'Z'],
    ['2026-01-02T20:25:00-0300', '20:25:00', '-03:00'],
  ])('%s has a time of day', (text, time, offset) => {
    expect(readDate(text, 'dmy')).toEqual({ date: '2026-01-02', time, offset });
  });

  test.each([
    ['31/02/2026', 'dmy'],
    ['12/31/2026', 'dmy'],
    ['31/12/2026', 'mdy'],
    ['31/12/2026', 'ymd'],
    ['02/01', 'dmy'],
    ['02/01/1970 25:00', 'dmy'],
    ['02/01/71', 'dmy'],
    ['09-xyz-2026', 'dmy'],
    ['46027', 'dmy'],
    ['02/01/2026 CLIENTE', 'dmy'],
    ['', 'dmy'],
    ['00/00/0000', 'dmy'],
  ] as const)('%s read %s is refused with the reason', (text, order) => {
    const { date, reason } = readDate(text, order);
    expect(date).toBeUndefined();
    expect(reason && inEnglish(reason)).toMatch(/no date|does not exist|more in it/);
  });

  test('a row without a day of its own says so', () => {
    expect(['00/00/0000', '0000-00-00', '00-00-00', '01/01/2026'].map(isZeroDate)).toEqual([true, true, true, false]);
  });
});

test('a time of day on its own', () => {
  expect(['20:25', '20h25', '8:05 pm', '12:00 am', '23:59:59.5'].map(readTime)).toEqual([
    '20:25:00',
    '20:25:00',
    '20:05:00',
    '00:00:00',
    '23:59:59.500',
  ]);
  expect(['24:00', '20:60', '13:00 pm', 'noon', ''].map(readTime)).toEqual([null, null, null, null, null]);
});

test('a local time is an instant by the bank’s zone, or by the offset that stands beside it', () => {
  expect(instantOf('2026-01-02', '20:25:00', 'America/Mexico_City', null)).toBe('2026-01-03T02:25:00.000Z');
  expect(instantOf('2026-01-02', '20:25:00', 'America/Sao_Paulo', null)).toBe('2026-01-02T23:25:00.000Z');
  expect(instantOf('2026-01-02', '20:25:00', 'America/Sao_Paulo', '-04:00')).toBe('2026-01-03T00:25:00.000Z');
  // Mexico City went from 2 to 3 o'clock on 3 April 2022.
  expect(instantOf('2022-04-03', '02:30:00', 'America/Mexico_City', null)).toBeNull();
  expect(dayIn('2026-01-03T02:25:00.000Z', 'America/Mexico_City')).toBe('2026-01-02');
});
