// The core alone: the worker writes messages too, and has no React but the server's, in which the rest does not load.
import { createTranslator } from 'use-intl/core';
import type { TimeZone } from '@/lib/time-zones';
import type { AnyTranslator, Room, Translator } from './catalogue';
import type { Locale } from './locales';
import en from './messages/en';
import es from './messages/es';
import ptBR from './messages/pt-BR';
import { localeOf, type Region, regionOf } from './region';
import { type Reader, type Said, spoken, spokenKept } from './said';

/** All languages at once, so only the server may import this. */
const CATALOGUES = { en, es, 'pt-BR': ptBR } as const satisfies Record<Locale, typeof en>;

/** One that was made knows the messages it has read: making it anew would read them again. */
const made = new Map<string, unknown>();

/** The messages of one room in a language that is not the reader's own: what is written to a customer. */
export function translatorOf<Name extends Room>(locale: Locale, room: Name): Translator<Name> {
  const name = `${locale} ${room}`;
  const known =
    made.get(name) ??
    createTranslator({ locale: regionOf(locale, null), messages: CATALOGUES[locale], namespace: room });
  made.set(name, known);
  return known as Translator<Name>;
}

/** The messages of every room, for what is written outside a request: a file, a mail, an answer to a program. */
export function allMessagesOf(region: Region): AnyTranslator {
  const known = made.get(region) ?? createTranslator({ locale: region, messages: CATALOGUES[localeOf(region)] });
  made.set(region, known);
  return known as AnyTranslator;
}

/** A reader who is not asking now: who wanted a file that a job writes. */
export function readerOf(locale: Locale, zone: TimeZone): Reader {
  const region = regionOf(locale, zone);
  return { t: allMessagesOf(region), region, zone };
}

const ENGLISH = () => readerOf('en', 'UTC');

/** A sentence in English with times in UTC: for logs, commands and tests. */
export function inEnglish(sentence: Said): string {
  return spoken(sentence, ENGLISH());
}

/** The same for one that was kept. */
export function keptInEnglish(text: string): string {
  return spokenKept(text, ENGLISH());
}
