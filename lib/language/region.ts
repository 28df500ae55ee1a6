import type { TimeZone } from '@/lib/time-zones';
import type { Locale } from './locales';

/**
 * How numbers and dates are written: Spanish has two habits, 1,234.56 in Mexico and 1.234,56 in Argentina. It is what
 * next-intl calls the locale, so that a number inside a message is written like those beside it. Pure.
 */
export const REGIONS = ['en', 'es-MX', 'es-AR', 'pt-BR'] as const;
export type Region = (typeof REGIONS)[number];

/** The habit of whoever reads a language: Spanish goes by the clock, since it says which country the reader works in. */
export function regionOf(locale: Locale, zone: TimeZone | string | null | undefined): Region {
  if (locale !== 'es') return locale;
  return zone === 'America/Argentina/Buenos_Aires' ? 'es-AR' : 'es-MX';
}

/** The language of a region. */
export function localeOf(region: Region): Locale {
  return region === 'es-MX' || region === 'es-AR' ? 'es' : region;
}
