import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { isTimeZone, type TimeZone } from './time-zones';

export const ZONE_COOKIE = 'tz';

/** The zone a person reads times in: their cookie's, else UTC. */
export const displayZone = cache(async (): Promise<TimeZone> => {
  const chosen = (await cookies()).get(ZONE_COOKIE)?.value;
  return isTimeZone(chosen) ? chosen : 'UTC';
});
