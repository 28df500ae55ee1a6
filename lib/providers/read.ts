import type { Provider } from './catalogue';
import type { Reading } from './contract';
import { providers } from './index';
import { readJson } from './json';
import { unrecognised } from './reading';

/** What one delivery says. Never throws: a body that cannot be read is evidence too, with the reason beside it. */
export function readDelivery(provider: Provider, body: Uint8Array): Reading {
  const json = readJson(body);
  if (!json.ok) return unrecognised(json.reason);
  try {
    return providers[provider].normalise(json.value);
  } catch (error) {
    // A normaliser is total; should one have a fault, the delivery waits for a rebuild instead of being sent again.
    return unrecognised(`the reader failed: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
