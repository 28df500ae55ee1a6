import type { z } from 'zod';
import type { PaymentEvent } from '@/lib/events/event';
import type { Reading } from './contract';
import type { Json } from './json';
import { flawOf, quoted } from './wire';

/** The steps every normaliser takes: read the payload with a schema, look its words up, and judge what came out. */

/** Reads the body with a schema and goes on; a body of another form is unrecognised, with the path of the first flaw. */
export function readAs<S extends z.ZodType>(schema: S, body: Json, next: (payload: z.output<S>) => Reading): Reading {
  const result = schema.safeParse(body);
  return result.success ? next(result.data) : unrecognised(flawOf(result.error));
}

/** The reason is a sentence in English; `reading-words` knows each of them, to say it in the reader's language. */
export function unrecognised(reason: string): Reading {
  return { outcome: 'unrecognised', reason, events: [] };
}

/** The reason for a word that is not in the provider's documented list. */
export function unknownWord(path: string, word: string): string {
  return `${path} says ${quoted(word)}, a word we do not know.`;
}

/** Our meaning of their word; `undefined` for a word that is not in the table. */
export function meaningOf<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** The reading of one statement. Where a doubt is left, its facts are kept in an `Unrecognised` event. */
export function judge(event: PaymentEvent, doubt: string | undefined): Reading {
  if (doubt === undefined) return { outcome: 'event', events: [event] };
  return { outcome: 'unrecognised', reason: doubt, events: [{ ...event, type: 'Unrecognised' }] };
}

/** Adds what the event says about other transactions; of what was not understood, nothing is passed on. */
export function withEchoes(reading: Reading, echoesOf: (event: PaymentEvent) => readonly PaymentEvent[]): Reading {
  if (reading.outcome !== 'event') return reading;
  const [event] = reading.events;
  return { ...reading, events: [event, ...echoesOf(event)] };
}
