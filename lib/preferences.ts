import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { isLocale, type Locale, negotiate } from './language/locales';
import { isTimeZone, type TimeZone } from './time-zones';

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
