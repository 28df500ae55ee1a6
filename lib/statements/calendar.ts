import { TZDate } from '@date-fns/tz';
import { type Said, said } from '@/lib/language/said';
import { isCalendarDate, type TimeZone } from '@/lib/time-zones';
import { quoted } from './decimal';
import type { Profile } from './profile';

/** A day, with the time of day and the offset where the text has them, or why there is none. */
export type ReadDate =
  | {
      /** YYYY-MM-DD. */
      readonly date: string;
      /** HH:MM:SS or HH:MM:SS.fff. */
      readonly time: string | null;
      /** "Z", "-03:00". */
      readonly offset: string | null;
      readonly reason?: undefined;
    }
  | { readonly date?: undefined; readonly reason: Said };

type Order = Profile['dateOrder'];

const NAMES = [
  'january enero janeiro',
  'february febrero fevereiro',
  'march marzo março marco',
  'april abril',
  'may mayo maio',
  'june junio junho',
  'july julio julho',
  'august agosto',
  'september septiembre setiembre setembro sept',
  'october octubre outubro',
  'november noviembre novembro',
  'december diciembre dezembro',
].map((names) => names.split(' '));

const TIME = String.raw`(\d{1,2})[:h](\d{2})(?:[:m](\d{2})(?:[.,](\d{1,9}))?)?s?\s*([ap]\.?\s?m\.?)?`;
const AFTER_DATE = new RegExp(String.raw`^(?:\s*[tT,-]?\s*${TIME}\s*(Z|[+-]\d{2}:?\d{2})?)?$`, 'i');
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const DIGITS = /^(\d{1,2})([-/.\s])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const COMPACT = /^\d{8}(?!\d)/;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:[-/.\s]|\s+de\s+)\s*([a-zç]{3,12})\.?(?:[-/.,\s]\s*|\s+(?:de|del)\s+)(\d{4}|\d{2})(?!\d)/i;
const NAME_DAY_YEAR = /^([a-zç]{3,12})\.?\s+(\d{1,2})(?:,\s*|\s+)(\d{4})(?!\d)/i;
/** Characters a date's cell can have and still be one. */
const LONGEST = 80;
/** What banks write where a row has no day of its own. */
const NO_DAY = /^(?:00[-/.]00[-/.]0000|00[-/.]00[-/.]00|0000-00-00)/;

/** Whether a date cell says that the row has no day: 00/00/0000. */
export function isZeroDate(text: string): boolean {
  return NO_DAY.test(text.trim());
}

/**
 * The day in a text. Four digits in front are a year under any order; otherwise the order decides and a date that does
 * not exist under it is refused. Two digits of a year are 2000 to 2069. A day without a year is refused.
 */
export function readDate(text: string, order: Order): ReadDate {
  const shown = text.trim();
  const found = shown.length > LONGEST ? null : dateAtStart(shown, order);
  if (!found) return { reason: said('parsing.date.none', { text: quoted(shown), order }) };
  const date = `${found.year}-${found.month.padStart(2, '0')}-${found.day.padStart(2, '0')}`;
  if (!isCalendarDate(date)) return { reason: said('parsing.date.impossible', { text: quoted(shown), order }) };
  const rest = AFTER_DATE.exec(shown.slice(found.length));
  if (!rest) return { reason: said('parsing.date.more', { text: quoted(shown) }) };
  const time = rest[1] === undefined ? null : timeOf(rest.slice(1, 6));
  if (rest[1] !== undefined && time === null)
    return { reason: said('parsing.date.impossibleTime', { text: quoted(shown) }) };
  return { date, time, offset: rest[6] ? offsetText(rest[6]) : null };
}

type Found = { year: string; month: string; day: string; length: number };

function dateAtStart(text: string, order: Order): Found | null {
  const first = YEAR_FIRST.exec(text);
  if (first) return found(first[1], first[3], first[4], first[0]);
  const digits = DIGITS.exec(text);
  if (digits && order === 'dmy') return found(digits[4], digits[3], digits[1], digits[0]);
  if (digits && order === 'mdy') return found(digits[4], digits[1], digits[3], digits[0]);
  if (COMPACT.test(text)) return compact(text, order);
  const named = DAY_NAME_YEAR.exec(text);
  if (named) return found(named[3], monthOf(named[2]), named[1], named[0]);
  const english = NAME_DAY_YEAR.exec(text);
  if (english) return found(english[3], monthOf(english[1]), english[2], english[0]);
  return null;
}

function compact(text: string, order: Order): Found | null {
  const at = (from: number, length: number) => text.slice(from, from + length);
  const whole = at(0, 8);
  if (order === 'ymd') return found(at(0, 4), at(4, 2), at(6, 2), whole);
  if (order === 'dmy') return found(at(4, 4), at(2, 2), at(0, 2), whole);
  return found(at(4, 4), at(0, 2), at(2, 2), whole);
}

function found(
  year: string | undefined,
  month: string | null | undefined,
  day: string | undefined,
  all: string,
): Found | null {
  if (!year || !month || !day) return null;
  if (year.length === 2 && year >= '70') return null;
  return { year: year.length === 2 ? `20${year}` : year, month, day, length: all.length };
}

function monthOf(word: string | undefined): string | null {
  const lower = word?.toLowerCase() ?? '';
  const index = NAMES.findIndex((names) => names.some((name) => name.startsWith(lower)));
  return lower.length < 3 || index < 0 ? null : String(index + 1);
}

const ONLY_TIME = new RegExp(`^${TIME}$`, 'i');

/** A time of day on its own as HH:MM:SS with the fraction it was given: "20:25", "8:05 p. m.", "20h25". `null` for anything else. */
export function readTime(text: string): string | null {
  const match = ONLY_TIME.exec(text.trim());
  return match ? timeOf(match.slice(1, 6)) : null;
}

function timeOf([hours = '', minutes = '', seconds = '00', fraction, half]: (string | undefined)[]): string | null {
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || minutes > '59' || seconds > '59') return null;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}${fraction ? `.${fraction.slice(0, 3).padEnd(3, '0')}` : ''}`;
}

function offsetText(text: string): string {
  return text.toUpperCase() === 'Z' ? 'Z' : `${text.slice(0, 3)}:${text.slice(-2)}`;
}

/** The instant of a local day and time in UTC, ISO 8601; `null` for a time that a change of clocks left out. */
export function instantOf(date: string, time: string, zone: TimeZone, offset: string | null): string | null {
  if (offset) {
    const instant = new Date(`${date}T${time}${offset}`);
    return Number.isNaN(+instant) ? null : instant.toISOString();
  }
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number);
  const local = new TZDate(year, month - 1, day, hours, minutes, Math.floor(rest), Math.round((rest % 1) * 1000), zone);
  return local.getHours() === hours && local.getMinutes() === minutes ? new Date(+local).toISOString() : null;
}

/** The local day of an instant, YYYY-MM-DD. */
export function dayIn(instant: string, zone: TimeZone): string {
  const local = new TZDate(+new Date(instant), zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}
