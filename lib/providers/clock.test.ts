import { describe, expect, test } from 'vitest';
import { instantOfText, instantOfUnixMillis } from './clock';

describe('an ISO 8601 time', () => {
  test.each([
    ['2025-08-04T15:19:22Z', '2025-08-04T15:19:22Z'],
    ['2024-04-23T14:48:33.895551Z', '2024-04-23T14:48:33.895551Z'],
    ['2024-04-23T14:48:33.100000000000000000Z', '2024-04-23T14:48:33.100000000000000000Z'],
    ['2024-04-23t14:48:33z', '2024-04-23T14:48:33Z'],
    ['2026-02-28T23:30:00-03:00', '2026-03-01T02:30:00Z'],
    ['2024-03-01T00:29:59.999999999+05:30', '2024-02-29T18:59:59.999999999Z'],
    ['2026-01-01T00:00:00+0000', '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00:00-00:00', '2026-01-01T00:00:00Z'],
    ['2008-12-31T22:00:00-03:00', '2009-01-01T01:00:00Z'],
    ['2101-01-01T00:00:00+01:00', '2100-12-31T23:00:00Z'],
  ])('%s is %s in UTC', (text, utc) => expect(instantOfText(text)).toBe(utc));

  test.each([
    ['a local time', '2025-08-04T15:19:22'],
    ['a date', '2025-08-04'],
    ['a day that does not exist', '2025-02-29T00:00:00Z'],
    ['a month that does not exist', '2025-13-01T00:00:00Z'],
    ['hour 24', '2025-08-04T24:00:00Z'],
    ['minute 60', '2025-08-04T12:60:00Z'],
    ['an offset of a day', '2025-08-04T12:00:00+24:00'],
    ['an offset with minute 60', '2025-08-04T12:00:00+01:60'],
    ['an empty fraction', '2025-08-04T12:00:00.Z'],
    ['19 fraction digits', '2025-08-04T12:00:00.1234567890123456789Z'],
    ['the zero time', '0001-01-01T00:00:00Z'],
    ['the epoch', '1970-01-01T00:00:00Z'],
    ['the last second of 2008', '2008-12-31T23:59:59Z'],
    ['the year 2101', '2101-01-01T00:00:00Z'],
    ['a trailing line feed', '2025-08-04T12:00:00Z\n'],
    ['words', 'yesterday'],
    ['nothing', ''],
  ])('%s is refused', (_, text) => expect(instantOfText(text)).toBeNull());
});

describe('UNIX milliseconds', () => {
  test.each([
    ['1772452800123', '2026-03-02T12:00:00.123Z'],
    ['1772452800000', '2026-03-02T12:00:00.000Z'],
    ['1230768000000', '2009-01-01T00:00:00.000Z'],
    ['4133980799999', '2100-12-31T23:59:59.999Z'],
  ])('%s is %s', (digits, utc) => expect(instantOfUnixMillis(digits)).toBe(utc));

  test.each([
    ['seconds', '1772452800'],
    ['microseconds', '1772452800123000'],
    ['the millisecond before 2009', '1230767999999'],
    ['the first of 2101', '4133980800000'],
    ['a fraction', '1772452800123.5'],
    ['an exponent', '1.772e12'],
    ['a sign', '-1772452800123'],
    ['a hundred digits', '1'.repeat(100)],
    ['nothing', ''],
  ])('%s are refused', (_, digits) => expect(instantOfUnixMillis(digits)).toBeNull());
});
