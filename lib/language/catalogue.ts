import type { NamespaceKeys, NestedKeyOf, useTranslations } from 'next-intl';
import type { Locale } from './locales';
import type en from './messages/en';

/** The catalogue as its types: English says which keys there are. */
export type Messages = typeof en;

/** A translator of one room, as `useTranslations(room)` and `getTranslations(room)` make it; to be handed on. */
export type Translator<Room extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof useTranslations<Room>
>;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
