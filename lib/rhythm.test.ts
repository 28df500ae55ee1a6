import { describe, expect, test } from 'vitest';
import { isUnusuallySilent, type Rhythm, usualWithin } from './rhythm';

const HOUR = 3_600_000;
const steady = (mean: number, weeks = 4): Rhythm => ({
  weeks,
  hours: Array.from({ length: 24 }, () => ({ received: 0, band: { low: 0, median: 0, high: 0, mean } })),
});
/** Busy in the twelve hours before the last twelve. */
const daily: Rhythm = {
  weeks: 4,
  hours: Array.from({ length: 24 }, (_, hour) => {
    const mean = hour < 12 ? 10 : 0;
    return { received: 0, band: { low: mean, median: mean, high: mean, mean } };
  }),
};

describe('silence', () => {
  test('of a busy source is unusual soon, of a quiet one late', () => {
    expect(isUnusuallySilent(steady(12), HOUR / 4)).toBe(false);
    expect(isUnusuallySilent(steady(12), HOUR)).toBe(true);
    expect(isUnusuallySilent(steady(0.5), 7 * HOUR)).toBe(false);
    expect(isUnusuallySilent(steady(0.5), 9 * HOUR)).toBe(true);
  });

  test('in the hours that are always quiet is usual', () => {
    expect(isUnusuallySilent(daily, 12 * HOUR)).toBe(false);
    expect(isUnusuallySilent(daily, 13 * HOUR)).toBe(true);
  });

  test('longer than a day counts the day again, and for ever ends', () => {
    expect(usualWithin(daily, 48 * HOUR)).toBe(240);
    expect(usualWithin(steady(1), 1e15)).toBe(168);
  });

  test('says nothing of a source without a past, or that never spoke', () => {
    expect(usualWithin(steady(9, 0), 99 * HOUR)).toBeNull();
    expect(isUnusuallySilent(steady(9, 0), 99 * HOUR)).toBe(false);
    expect(isUnusuallySilent(steady(9), null)).toBe(false);
  });
});
