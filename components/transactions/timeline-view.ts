import { EVENT_TYPES } from '@/lib/events/event';
import type { Arrival, TransactionDetail } from '@/lib/transactions/detail';
import { type TimelineEntry, timeline } from '@/lib/transactions/timeline';

/** An entry of the timeline with how its event reached us. */
export type ArrivedEntry = TimelineEntry & {
  /** Oldest first; the first brought the event, the others said the same again. */
  readonly arrivals: readonly Arrival[];
  /** Places in the two orders, from 1; set where it arrived after something that happened later. */
  readonly lateness: { readonly arrived: number; readonly happened: number } | null;
  /** The original moved, or another event first told of it; `false` when the event says the same state again. */
  readonly isOriginalChanged: boolean;
};

/** The story of a transaction with both clocks: as it happened, and as it reached us. */
export function arrivedTimeline(events: TransactionDetail['events']): ArrivedEntry[] {
  const arrivals = new Map(events.map((stored) => [stored.event.id, stored.arrivals]));
  const entries = timeline(events.map(({ event }) => event));
  const firstSeqs = entries.map(({ event }) => BigInt(arrivals.get(event.id)?.[0]?.deliverySeq ?? 0));
  const inArrival = firstSeqs.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let said: string | null = null;
  return entries.map((entry, at) => {
    const seq = firstSeqs[at] as bigint;
    const isOvertaken = firstSeqs.some(
      // What a list told stands last whenever it came, so it overtakes nobody.
      (other, place) => place > at && other < seq && !entries[place]?.event.isListed,
    );
    const progress = EVENT_TYPES[entry.event.type];
    const isOriginalChanged = progress !== null && progress !== said;
    said = progress ?? said;
    return {
      ...entry,
      arrivals: arrivals.get(entry.event.id) ?? [],
      lateness: isOvertaken ? { arrived: inArrival.indexOf(seq) + 1, happened: at + 1 } : null,
      isOriginalChanged,
    };
  });
}
