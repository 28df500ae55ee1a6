import 'server-only';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { AnyTranslator } from './language/catalogue';
import type { Reader } from './language/said';
import { displayRegion, displayZone } from './preferences';

/** Whoever asks, for a page, an action or a route handler: their language, their signs of numbers, their clock. */
export const displayReader = cache(
  async (): Promise<Reader> => ({
    t: (await getTranslations()) as AnyTranslator,
    region: await displayRegion(),
    zone: await displayZone(),
  }),
);
