import type { MessageKeys, NamespaceKeys, NestedKeyOf, useTranslations } from 'next-intl';
import type en from './messages/en';
import type { Region } from './region';

/** The catalogue as its types: English says which keys there are. */
export type Messages = typeof en;
export type Room = keyof Messages;

/** A translator of one room, as `useTranslations(room)` and `getTranslations(room)` make it; to be handed on. */
export type Translator<Room extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof useTranslations<Room>
>;

/** Every message's whole key: "words.status.pending". */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>;

/** A translator of every room, as `useTranslations()` and `getTranslations()` make it. */
export type AnyTranslator = (key: MessageKey, values?: Record<string, string | number | Date>) => string;

declare module 'use-intl' {
  interface AppConfig {
    /** Not the language alone: Mexico and Argentina share one and write numbers differently. */
    Locale: Region;
    Messages: Messages;
  }
}
