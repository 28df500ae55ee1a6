import { TZDate } from '@date-fns/tz';

/** The zones the desk works in; a date without a zone means nothing in a cross-border report. */
export const TIME_ZONES = {
  UTC: 'UTC',
  'America/Sao_Paulo': 'São Paulo',
  'America/Mexico_City': 'Mexico City',
  'America/Argentina/Buenos_Aires': 'Buenos Aires',
} as const;
export type TimeZone = keyof typeof TIME_ZONES;

export function isTimeZone(text: string | null | undefined): text is TimeZone {
  return text != null && Object.hasOwn(TIME_ZONES, text);
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a calendar date that exists, as YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an instant that exists, with its zone: 2026-03-31T12:00:00Z. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** The instant a local day begins, `days` later; `date` is YYYY-MM-DD in `zone`. */
export function startOfDay(date: string, zone: TimeZone, days = 0): Date {
  const [, year, month, day] = (DATE.exec(date) ?? []).map(Number);
  return new Date(+new TZDate(year as number, (month as number) - 1, (day as number) + days, zone));
}
