import type { TimeZone } from '@/lib/time-zones';
import type { Rail } from './leg';

/** Days as banks count them. A day is YYYY-MM-DD text, an instant ISO 8601 in UTC. */

export const ZONE_OF_RAIL = {
  spei: 'America/Mexico_City',
  pix: 'America/Sao_Paulo',
  ars: 'America/Argentina/Buenos_Aires',
  chain: 'UTC',
} as const satisfies Record<Rail, TimeZone>;

/** From this local time on a SPEI payment may be booked on the next banking day. */
const SPEI_CUT_OFF = '17:30';

const DAY_IN_MS = 86_400_000;

/** The day of an instant on the rail's own clock. Throws when the text is no instant. */
export function localDayOf(instant: string, rail: Rail): string {
  return clockIn(instant, ZONE_OF_RAIL[rail]).day;
}

/**
 * The operating days that SPEI may give a payment made at an instant: its own day in Mexico City, and the next banking
 * day too in the evening, at weekends and on bank holidays.
 */
export function speiOperatingDays(instant: string): string[] {
  const { day, time } = clockIn(instant, ZONE_OF_RAIL.spei);
  const isSure = isBankingDay(day) && time < SPEI_CUT_OFF;
  return isSure ? [day] : [day, nextBankingDay(day)];
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS);
}

/** Mexican banking days after the earlier of two days, up to and with the later one; negative when `to` is earlier. */
export function bankingDaysBetween(from: string, to: string): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (isBankingDay(day)) count++;
  return from <= to ? count : -count;
}

/** Every day from `first` to `last` with how many Mexican banking days there were since `first`, itself not counted. */
export function countedBankingDays(first: string, last: string): { day: string; number: number }[] {
  const days = [{ day: first, number: 0 }];
  for (let day = addDays(first, 1), number = 0; day <= last; day = addDays(day, 1)) {
    if (isBankingDay(day)) number++;
    days.push({ day, number });
  }
  return days;
}

/** Whether Mexican banks work on a day. */
export function isBankingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !bankHolidays(Number(day.slice(0, 4))).has(day);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().slice(0, 10);
}

function nextBankingDay(day: string): string {
  let next = addDays(day, 1);
  while (!isBankingDay(next)) next = addDays(next, 1);
  return next;
}

const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** The days of a year on which Mexican banks are closed by rule. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const holidays = new Set([
    `${year}-01-01`,
    mondayOf(year, '02', 1),
    mondayOf(year, '03', 3),
    addDays(easter, -3),
    addDays(easter, -2),
    `${year}-05-01`,
    `${year}-09-16`,
    `${year}-11-02`,
    mondayOf(year, '11', 3),
    `${year}-12-12`,
    `${year}-12-25`,
  ]);
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** The first, second … Monday of a month. */
function mondayOf(year: number, month: string, nth: number): string {
  const first = `${year}-${month}-01`;
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7);
}

/** Gregorian Easter, by the rule of Meeus, Jones and Butcher. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapShift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + leapShift + 15) % 30;
  const correction = Math.floor((golden + 11 * epact) / 319);
  const weekday = (2 * (century % 4) + 2 * Math.floor(inCentury / 4) - (inCentury % 4) - epact + correction + 32) % 7;
  const month = Math.floor((epact - correction + weekday + 90) / 25);
  const day = (epact - correction + weekday + month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Kept, because making one costs more than using it a hundred times. Swedish writes dates as ISO 8601 does. */
const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

function clockIn(instant: string, zone: TimeZone): { day: string; time: string } {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new Error(`Not an instant: ${JSON.stringify(instant)}`);
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { ...SHORT, timeZone: zone });
  clocks.set(zone, clock);
  const [day = '', time = ''] = clock.format(at).split(' ');
  return { day, time };
}

const SHORT = { dateStyle: 'short', timeStyle: 'short' } as const;
