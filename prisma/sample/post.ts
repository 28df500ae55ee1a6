import type { Random } from './prng';

/** One webhook call as it reached us. */
export type SampleDelivery = {
  readonly provider: 'juno' | 'ripio' | 'brla';
  readonly receivedAt: Date;
  /** The exact JSON text the provider posts. */
  readonly body: string;
};

/** Sends one report of a provider about what happened `at` its clock. `write` gets the time of sending. */
export type Send = (provider: SampleDelivery['provider'], at: Date, write: (sentAt: Date) => object) => void;

/** What every part of the sample needs. */
export type Desk = { readonly random: Random; readonly now: Date; readonly send: Send };

/** Of so many reports of one provider, one comes twice, one a little late, one much too late. */
const EVERY = { twice: 29, slow: 31, late: 47 } as const;

/**
 * The way from the providers to us: normally 0.3 to 4 s, now and then slow (up to four minutes, so that it is overtaken)
 * or late (up to two days), now and then twice. What would arrive after `now` has not arrived.
 */
export function openPost(random: Random, now: Date): { send: Send; deliveries: SampleDelivery[] } {
  const deliveries: SampleDelivery[] = [];
  const counts = { juno: 0, ripio: 0, brla: 0 };
  const deliver = (provider: SampleDelivery['provider'], receivedMs: number, write: (sentAt: Date) => object) => {
    const sentAt = new Date(receivedMs - random.integer(60, 280));
    deliveries.push({ provider, receivedAt: new Date(receivedMs), body: JSON.stringify(write(sentAt)) });
  };
  const send: Send = (provider, at, write) => {
    const prompt = at.getTime() + random.integer(300, 4000);
    const count = ++counts[provider];
    const delay = delayMs(random, count);
    const received = prompt + delay <= now.getTime() ? prompt + delay : prompt;
    if (received > now.getTime()) return;
    deliver(provider, received, write);
    const again = received + random.integer(5_000, 1_200_000);
    if (count % EVERY.twice === 7 && again <= now.getTime()) deliver(provider, again, write);
  };
  return { send, deliveries };
}

function delayMs(random: Random, count: number): number {
  const minute = 60_000;
  if (count % EVERY.slow === 5) return random.integer(minute / 4, 4 * minute);
  if (count % EVERY.late !== 11) return 0;
  return random.chance(0.5) ? random.integer(5 * minute, 90 * minute) : random.integer(180 * minute, 2880 * minute);
}
