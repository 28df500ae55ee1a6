import { maskText } from '@/lib/access/masking-text';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { classify, type Reading } from '@/lib/identifiers/classify';

/**
 * What a typed text may be, as it is shown to whoever typed it. Masked, a value is masked by every reading: eighteen digits
 * are an account, whatever else they may be. Pure.
 */
export function shownReadings(sight: Sight, text: string): Reading[] {
  const readings = seen(sight, classify(text));
  return sight === 'clear' ? readings : readings.map((reading) => ({ ...reading, value: maskText(reading.value) }));
}
