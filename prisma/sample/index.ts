import { playBrla } from './brla';
import { playJourney } from './journey';
import { playJuno } from './juno';
import { openPost, type SampleDelivery } from './post';
import { createRandom } from './prng';
import { playHangingRefunds, playRipio } from './ripio';
import { playStrangers } from './strangers';

export type { SampleDelivery } from './post';

/**
 * Six weeks of webhooks up to `now`, as the three providers would have posted them, oldest first: about 400 transactions
 * in every state, with duplicates, late arrivals and three messages nobody understands. The same `now` gives the same
 * bytes; everybody in it is invented. Meant to be replayed through the normal ingest, never written to tables.
 */
export function sampleDeliveries(now: Date): SampleDelivery[] {
  const post = openPost(createRandom('post'), now);
  // Each part has its own chance, so that a change in one leaves the others as they were.
  const desk = (name: string) => ({ random: createRandom(name), now, send: post.send });
  playJourney(desk('journey'));
  playJuno(desk('juno'));
  playRipio(desk('ripio'));
  playBrla(desk('brla'));
  playStrangers(desk('strangers'));
  playHangingRefunds(desk('hanging refunds'));
  return post.deliveries.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}
