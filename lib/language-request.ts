import 'server-only';
import { getRequestConfig } from 'next-intl/server';
import { displayLocale, displayRegion, displayZone } from '@/lib/preferences';
import type { Messages } from './language/catalogue';
import type { Locale } from './language/locales';

/** Read by next-intl for every request; named in next.config.mjs. */
export default getRequestConfig(async () => {
  const locale = await displayLocale();
  const { default: messages } = await CATALOGUES[locale]();
  return { locale: await displayRegion(), messages, timeZone: await displayZone() };
});

/** Only the catalogue that is asked for is loaded. */
const CATALOGUES = {
  en: () => import('./language/messages/en'),
  es: () => import('./language/messages/es'),
  'pt-BR': () => import('./language/messages/pt-BR'),
} as const satisfies Record<Locale, () => Promise<{ default: Messages }>>;
