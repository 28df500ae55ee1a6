import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { AnyTranslator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import type { Reader } from '@/lib/language/said';
import { isTimeZone } from '@/lib/time-zones';

/** How the reader's numbers and dates are written; for the functions of `lib/format.ts`. */
export function useRegion(): Region {
  return useLocale();
}

/** The reader of this page, for `spoken`: in the browser only the rooms that the page sends are known. */
export function useReader(): Reader {
  const t = useTranslations() as AnyTranslator;
  const region = useLocale();
  const zone = useTimeZone();
  return useMemo(() => ({ t, region, zone: isTimeZone(zone) ? zone : 'UTC' }), [t, region, zone]);
}
