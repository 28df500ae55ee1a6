import type { PaymentEvent } from '@/lib/events/event';
import type { Provider } from './catalogue';
import type { Reading } from './contract';
import { fingerprint, type Json } from './json';
import { LISTS, type ListedRow, type ListName } from './listing';

/** What every reader of listed rows does in the same way. */

const encoder = new TextEncoder();

/** What is stored for a row, and read again in a rebuild: `{"list":"<name>","row":<the row's own bytes>}`. */
export function listedBody({ list, row }: ListedRow): Uint8Array<ArrayBuffer> {
  const before = encoder.encode(`{"list":${JSON.stringify(list)},"row":`);
  const body = new Uint8Array(before.length + row.length + 1);
  body.set(before);
  body.set(row, before.length);
  body.set(encoder.encode('}'), before.length + row.length);
  return body;
}

/** The id of what a row says: the same content in the same list is the same event, however often it is listed. */
export function listedId(list: ListName, row: Json): string {
  return `${LISTS[list].provider}:${fingerprint({ list, row })}`;
}

/** The same reading, with every event marked as listed. */
export function asListed(reading: Reading): Reading {
  if (reading.outcome === 'unrecognised') return { ...reading, events: reading.events.map(marked) };
  const [own, ...others] = reading.events;
  return { ...reading, events: [marked(own), ...others.map(marked)] };
}

function marked(event: PaymentEvent): PaymentEvent {
  return { ...event, isListed: true };
}

/** Whether a provider keeps a list of that name. */
export function isListOf(provider: Provider, list: string): list is ListName {
  return Object.hasOwn(LISTS, list) && LISTS[list as ListName].provider === provider;
}
