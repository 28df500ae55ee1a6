import { TZDate } from '@date-fns/tz';
import { format, startOfMonth, subDays } from 'date-fns';
import { isCalendarDate, isInstant, startOfDay, type TimeZone } from '@/lib/time-zones';

/** A half-open range of instants [from, to); `null` is open. */
export type InstantRange = { readonly from: string | null; readonly to: string | null };

/** "7d": the last seven days, today among them. */
const DAYS_BACK = /^([1-9]\d{0,2})d$/;

/** Whether a text names a day or an instant: a date, `today`, `7d`, `month`, or an instant with its zone. */
export function isMoment(text: string): boolean {
  return isRelative(text) || isCalendarDate(text) || isInstant(text);
}

/** Whether a moment moves on with the clock. */
export function isRelative(text: string): boolean {
  return text === 'today' || text === 'month' || DAYS_BACK.test(text);
}

/**
 * A moment as a date (YYYY-MM-DD) or instant that stands still: `today` is the day it is in `zone`, `7d` the first of
 * the last seven days, `month` the first of the month.
 */
export function fixedMoment(text: string, zone: TimeZone, now: Date): string {
  if (!isRelative(text)) return text;
  const today = new TZDate(+now, zone);
  const daysBack = Number(DAYS_BACK.exec(text)?.[1] ?? 1) - 1;
  return format(text === 'month' ? startOfMonth(today) : subDays(today, daysBack), 'yyyy-MM-dd');
}

/** The instants that two moments enclose: a day is included to its end, an instant is the end itself. */
export function rangeBetween(from: string | null, to: string | null, zone: TimeZone, now: Date): InstantRange {
  const instant = (text: string, days: number) => {
    const fixed = fixedMoment(text, zone, now);
    return isCalendarDate(fixed) ? startOfDay(fixed, zone, days).toISOString() : fixed;
  };
  return { from: from && instant(from, 0), to: to && instant(to, 1) };
}
