import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { isLocale, type Locale, negotiate } from './language/locales';
import { type Region, regionOf } from './language/region';
import { isTimeZone, type TimeZone } from './time-zones';

/** How long a browser keeps a choice. */
export const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const ZONE_COOKIE = 'tz';
export const LOCALE_COOKIE = 'locale';

/** The zone a person reads times in: their cookie's, else UTC. */
export const displayZone = cache(async (): Promise<TimeZone> => {
  const chosen = (await cookies()).get(ZONE_COOKIE)?.value;
  return isTimeZone(chosen) ? chosen : 'UTC';
});

/** The language to answer in: what the person chose, else what the browser asks for. */
export const displayLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : negotiate((await headers()).get('accept-language'));
});

/** How amounts, counts and dates are written for the reader: by their language, and Spanish by their clock. */
export const displayRegion = cache(async (): Promise<Region> => regionOf(await displayLocale(), await displayZone()));

/** Keeps a language in the browser, in an action only; `null` for what is none of the desk's, which changes nothing. */
export async function rememberLocale(chosen: unknown): Promise<Locale | null> {
  if (!isLocale(chosen)) return null;
  (await cookies()).set(LOCALE_COOKIE, chosen, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
  return chosen;
}
