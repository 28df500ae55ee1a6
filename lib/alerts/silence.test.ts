import { TZDate } from '@date-fns/tz';
import { describe, expect, test } from 'vitest';
import type { Provider } from '@/lib/providers/catalogue';
import { COMPARED_WEEKS, LEAST_WEEKS, silenceOf, windowsBefore, ZONE_OF_SOURCE } from './silence';

const threshold = { warning: 10, urgent: 40, leastMinutes: 15, thinMinutes: 24 * 60 };
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** An instant on the source's own clock. */
const at = (provider: Provider, day: number, hour: number, minute = 0) =>
  new Date(+new TZDate(2026, 2, day, hour, minute, ZONE_OF_SOURCE[provider]));

/** Deterministic, so that a failure can be seen again. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Twelve weeks of messages up to `until`: on workdays from 9 to 18 local so many an hour at random, otherwise nothing. */
function officeHours(provider: Provider, until: Date, perHour: number, seed = 1): number[] {
  const random = randomFrom(seed);
  const offset = new TZDate(+until, ZONE_OF_SOURCE[provider]).getTimezoneOffset() * MINUTE; // no clock changes in 2026
  const times: number[] = [];
  for (let time = +until - 12 * WEEK; time < +until; ) {
    time += (-Math.log(1 - random()) / perHour) * 60 * MINUTE;
    const local = new Date(time - offset);
    const isOpen = local.getUTCDay() % 6 !== 0 && local.getUTCHours() >= 9 && local.getUTCHours() < 18;
    if (isOpen && time < +until) times.push(time);
  }
  return times;
}

/** What the condition says at `now` of a source that sent exactly these, in order. */
function judged(provider: Provider, times: readonly number[], now: Date) {
  const before = (instant: Date) => {
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < +instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [first, last] = [times[0], times[before(now) - 1]];
  if (first === undefined || last === undefined) throw new Error('The source never spoke.');
  const lastAt = new Date(last);
  const weeks = windowsBefore(provider, lastAt, now)
    .filter(({ from }) => +from >= first)
    .map(({ from, to }) => before(to) - before(from));
  return silenceOf({ provider, lastAt, weeks }, threshold, now);
}

describe.each(['juno', 'ripio', 'brla'] as const)('%s, which speaks in office hours', (provider) => {
  // 15 March 2026 is a Sunday.
  test('a quiet Sunday does not ring, at any hour', () => {
    const times = officeHours(provider, at(provider, 14, 0), 20);
    for (let hour = 0; hour < 24; hour++) expect(judged(provider, times, at(provider, 15, hour))).toBeNull();
  });

  test('a quiet Tuesday noon does', () => {
    const times = officeHours(provider, at(provider, 17, 12), 20);
    expect(judged(provider, times, at(provider, 17, 12, 45))).toMatchObject({ subject: provider, level: 'warning' });
    expect(judged(provider, times, at(provider, 17, 15))).toMatchObject({ level: 'urgent' });
  });

  test('the night does not ring, and a morning on which nothing comes does', () => {
    const times = officeHours(provider, at(provider, 17, 0), 20);
    for (let hour = 0; hour < 9; hour++) expect(judged(provider, times, at(provider, 17, hour))).toBeNull();
    expect(judged(provider, times, at(provider, 17, 10))).toMatchObject({ level: 'warning' });
  });

  test('a silence of a week and more still rings, and is compared with weeks before it', () => {
    const times = officeHours(provider, at(provider, 3, 0), 20);
    expect(judged(provider, times, at(provider, 17, 12))).toMatchObject({ level: 'urgent' });
  });
});

test('at one instant it is morning for one source and night for another', () => {
  const now = at('brla', 17, 9, 40); // 06:40 in Mexico City
  expect(judged('brla', officeHours('brla', at('brla', 17, 0), 30), now)).toMatchObject({ level: 'warning' });
  expect(judged('juno', officeHours('juno', at('juno', 17, 0), 30), now)).toBeNull();
});

test('while a source speaks as it always does, chance alone rings at most once in ten weeks', () => {
  const until = at('juno', 22, 0);
  const rung: string[] = [];
  for (const seed of [1, 2, 3, 4, 5]) {
    const times = officeHours('juno', until, 30, seed);
    let isRinging = false;
    for (let time = +until - 2 * WEEK; time < +until; time += 3 * MINUTE) {
      const rings = judged('juno', times, new Date(time)) !== null;
      if (rings && !isRinging) rung.push(`seed ${seed}, ${new Date(time).toISOString()}`);
      isRinging = rings;
    }
  }
  expect(rung.length, rung.join('; ')).toBeLessThanOrEqual(1);
});

test('the longer a silence lasts through busy hours, the worse it is, never the better', () => {
  const rank = { warning: 1, urgent: 2 } as const;
  const times = officeHours('brla', at('brla', 17, 10), 20);
  let worst = 0;
  for (let minute = 0; minute < 8 * 60; minute += 5) {
    const found = judged('brla', times, new Date(+at('brla', 17, 10) + minute * MINUTE));
    const now = found ? rank[found.level] : 0;
    expect(now).toBeGreaterThanOrEqual(worst);
    worst = now;
  }
  expect(worst).toBe(2);
});

describe('a history that is too thin', () => {
  const lastAt = new Date('2026-03-17T18:00:00Z');
  const later = (minutes: number) => new Date(+lastAt + minutes * MINUTE);
  const weeks = Array.from({ length: LEAST_WEEKS - 1 }, () => 900);

  test('has a fixed limit, and says that it has', () => {
    expect(silenceOf({ provider: 'juno', lastAt, weeks }, threshold, later(24 * 60 - 1))).toBeNull();
    expect(silenceOf({ provider: 'juno', lastAt, weeks }, threshold, later(24 * 60))).toEqual({
      subject: 'juno',
      level: 'warning',
      detail: { lastAt: '2026-03-17T18:00:00.000Z', weeks: LEAST_WEEKS - 1, usual: null },
    });
  });

  test('no longer is one with one week more', () => {
    const found = silenceOf({ provider: 'juno', lastAt, weeks: [...weeks, 900] }, threshold, later(30));
    expect(found).toMatchObject({ level: 'urgent', detail: { usual: 900, weeks: LEAST_WEEKS } });
  });
});

describe('weeks that differ', () => {
  const lastAt = new Date('2026-03-17T18:00:00Z');
  const found = (weeks: number[]) =>
    silenceOf({ provider: 'juno', lastAt, weeks }, threshold, new Date(+lastAt + WEEK / 70));

  test.each([
    ['one holiday among eight weeks is no habit', [0, 19, 19, 19, 19, 19, 19, 19], 'warning'],
    ['two are', [0, 19, 19, 0, 19, 19, 19, 19], null],
    ['one among three is one', [0, 19, 19], null],
    ['one batch among quiet weeks makes no rhythm', [900, 1, 1, 1, 2, 1, 1, 1], null],
    ['the middle of four is between its two', [6, 9, 11, 14], 'warning'],
  ])('%s', (_, weeks, level) => {
    expect(found(weeks)?.level ?? null).toBe(level);
  });

  test('a silence shorter than the least one is none', () => {
    const weeks = Array.from({ length: COMPARED_WEEKS }, () => 900);
    expect(silenceOf({ provider: 'juno', lastAt, weeks }, threshold, new Date(+lastAt + 14 * MINUTE))).toBeNull();
  });
});

test('the hours that are compared end before the silence began, on the source’s own clock', () => {
  const lastAt = at('ripio', 10, 14);
  for (const now of [at('ripio', 10, 15), at('ripio', 17, 13), at('ripio', 28, 9)]) {
    const windows = windowsBefore('ripio', lastAt, now);
    expect(windows).toHaveLength(COMPARED_WEEKS);
    for (const { from, to } of windows) {
      expect(+to).toBeLessThanOrEqual(+lastAt);
      expect(+from).toBeLessThan(+to);
      expect(new TZDate(+to, ZONE_OF_SOURCE.ripio).getHours()).toBe(new TZDate(+now, ZONE_OF_SOURCE.ripio).getHours());
      expect(new TZDate(+to, ZONE_OF_SOURCE.ripio).getDay()).toBe(new TZDate(+now, ZONE_OF_SOURCE.ripio).getDay());
    }
  }
});
