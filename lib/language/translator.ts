// The core alone: the worker writes messages too, and has no React but the server's, in which the rest does not load.
import { createTranslator } from 'use-intl/core';
import type { Translator } from './catalogue';
import type { Locale } from './locales';
import en from './messages/en';
import es from './messages/es';
import ptBR from './messages/pt-BR';

const CATALOGUES = { en, es, 'pt-BR': ptBR } as const satisfies Record<Locale, typeof en>;

/** One that was made knows the messages it has read: making it anew would read them again. */
const made = new Map<string, unknown>();

/**
 * The messages of one room in a language that is not the reader's own: what is written to a customer. It holds all
 * languages, so only the server may import it.
 */
export function translatorOf<Room extends keyof typeof en>(locale: Locale, room: Room): Translator<Room> {
  const name = `${locale} ${room}`;
  const known = made.get(name) ?? createTranslator({ locale, messages: CATALOGUES[locale], namespace: room });
  made.set(name, known);
  return known as Translator<Room>;
}
