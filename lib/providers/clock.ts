/**
 * The providers' clocks, read into one form: UTC, ISO 8601 with `Z`, and every fraction digit that was given. A `Date`
 * keeps milliseconds only, so it carries the whole seconds here and the fraction stays text.
 */

/** No provider is older than the first block of the first chain: an earlier time is a zero, or seconds read as ms. */
const EARLIEST = Date.UTC(2009, 0, 1);
const LATEST = Date.UTC(2101, 0, 1);

const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d{1,18}))?(?:[Zz]|([+-])(\d\d):?(\d\d))$/;
const MINUTE = 60_000;

/** An ISO 8601 instant in UTC; `null` for a local time, a day that does not exist, or a year outside 2009–2100. */
export function instantOfText(text: string): string | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [, day = '', time = '', fraction, sign, hours = '0', minutes = '0'] = match;
  const local = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(local) || wholeSeconds(local) !== `${day}T${time}`) return null;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  const utc = sign === '-' ? local + ahead : local - ahead;
  return isPlausible(utc) ? `${wholeSeconds(utc)}${fraction ? `.${fraction}` : ''}Z` : null;
}

/** An instant out of whole UNIX milliseconds in digits; `null` outside 2009–2100, which is where seconds would land. */
export function instantOfUnixMillis(digits: string): string | null {
  if (!/^\d{1,15}$/.test(digits)) return null;
  const utc = Number(digits);
  return isPlausible(utc) ? new Date(utc).toISOString() : null;
}

function isPlausible(utc: number): boolean {
  return utc >= EARLIEST && utc < LATEST;
}

function wholeSeconds(utc: number): string {
  return new Date(utc).toISOString().slice(0, 19);
}
