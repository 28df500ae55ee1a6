import type { Origin } from '@/lib/events/delivery';
import type { Provider } from './catalogue';
import type { Reading } from './contract';
import { providers } from './index';
import { type Json, readJson } from './json';
import { isListOf } from './listed';
import { readAs, unknownWord, unrecognised } from './reading';
import * as wire from './wire';

/**
 * What one delivery says. Never throws: a body that cannot be read is evidence too, with the reason beside it. The body
 * of a `listed` one is the envelope that we make around a row of a provider's list.
 */
export function readDelivery(provider: Provider, body: Uint8Array, origin: Origin = 'webhook'): Reading {
  const json = readJson(body);
  if (!json.ok) return unrecognised(json.reason);
  try {
    return origin === 'listed' ? readListed(provider, json.value) : providers[provider].normalise(json.value);
  } catch (error) {
    // A normaliser is total; should one have a fault, the delivery waits for a rebuild instead of being sent again.
    return unrecognised(`the reader failed: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

const envelope = wire.body({ list: wire.word });

function readListed(provider: Provider, body: Json): Reading {
  return readAs(envelope, body, ({ list }) => {
    if (!isListOf(provider, list)) return unrecognised(unknownWord('list', list));
    return providers[provider].listed(list, (body as { row?: Json }).row ?? null);
  });
}
