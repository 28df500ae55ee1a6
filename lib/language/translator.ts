// biome-ignore lint/correctness/noUndeclaredDependencies: the core of next-intl, which brings it in this very version
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Messages, Translator } from './catalogue';
import type { Locale } from './locales';

/**
 * What is written where there is no request: in a mail, by a job. From the core alone: the worker has no React but the
 * server's, in which the rest of the library does not load.
 */

const CATALOGUES = {
  en: () => import('./messages/en'),
  es: () => import('./messages/es'),
  'pt-BR': () => import('./messages/pt-BR'),
} as const satisfies Record<Locale, () => Promise<{ default: Messages }>>;

/** A translator of one room in a named language. */
export async function translatorOf<Room extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Room,
): Promise<Translator<Room>> {
  const { default: messages } = await CATALOGUES[locale]();
  return createTranslator({ locale, messages, namespace }) as unknown as Translator<Room>;
}
