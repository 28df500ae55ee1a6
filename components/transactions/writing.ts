import { formatInstant, moneyText } from '@/lib/format';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import type { Writing } from '@/lib/transactions/sentence';

/** How a sentence writes moments and amounts for somebody who reads times in this zone. */
export function writingIn(zone: TimeZone): Writing {
  const zoneName = zone === 'UTC' ? 'UTC' : `${TIME_ZONES[zone]} time`;
  return {
    date: (instant) => formatInstant(instant, zone).date,
    time: (instant) => `${formatInstant(instant, zone).time.slice(0, 5)} ${zoneName}`,
    money: moneyText,
  };
}
