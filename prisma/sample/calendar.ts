import type { Random } from './prng';

/** Weights per local hour, 0 to 23, and how much of a weekday's traffic Saturday and Sunday have. */
type Rhythm = {
  readonly offsetHours: number;
  readonly night: number;
  readonly saturday: number;
  readonly sunday: number;
};

/** None of the three zones has summer time. PIX never sleeps; SPEI and ARS transfers follow office hours more closely. */
const RHYTHMS = {
  mexico: { offsetHours: -6, night: 0.08, saturday: 0.35, sunday: 0.12 },
  brazil: { offsetHours: -3, night: 0.2, saturday: 0.5, sunday: 0.3 },
  argentina: { offsetHours: -3, night: 0.1, saturday: 0.3, sunday: 0.15 },
} as const satisfies Record<string, Rhythm>;
export type Country = keyof typeof RHYTHMS;

const SPAN_DAYS = 42;
const MINUTE = 60_000;

/** A moment of the last six weeks when people of that country move money; at least ten minutes before `now`. */
export function workingMoment(random: Random, now: Date, country: Country): Date {
  const span = SPAN_DAYS * 24 * 60 * MINUTE;
  for (;;) {
    const moment = new Date(now.getTime() - 10 * MINUTE - Math.floor(random.next() * span));
    if (random.chance(likelihood(moment, RHYTHMS[country]))) return moment;
  }
}

/** A moment so close to `now` that what began then may still be under way. */
export function recentMoment(random: Random, now: Date, leastMinutes: number, mostMinutes: number): Date {
  return new Date(now.getTime() - random.integer(leastMinutes * MINUTE, mostMinutes * MINUTE));
}

/** The calendar date there, as `YYYYMMDD`. */
export function localDate(moment: Date, country: Country): string {
  return localClock(moment, RHYTHMS[country]).toISOString().slice(0, 10).replaceAll('-', '');
}

export function later(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + Math.round(seconds * 1000));
}

function localClock(moment: Date, rhythm: Rhythm): Date {
  return new Date(moment.getTime() + rhythm.offsetHours * 60 * MINUTE);
}

function likelihood(moment: Date, rhythm: Rhythm): number {
  const local = localClock(moment, rhythm);
  const hour = local.getUTCHours();
  const day = local.getUTCDay();
  const byHour = hour < 7 || hour > 21 ? rhythm.night : hour < 9 || hour > 18 ? 0.5 : hour === 13 ? 0.7 : 1;
  return byHour * (day === 0 ? rhythm.sunday : day === 6 ? rhythm.saturday : 1);
}
