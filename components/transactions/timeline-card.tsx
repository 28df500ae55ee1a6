import { SectionCard } from '@/components/ui/card';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { Disclosure } from './disclosure';
import { TimelineItem } from './timeline-item';
import type { ArrivedEntry } from './timeline-view';

type Props = {
  readonly entries: readonly ArrivedEntry[];
  readonly bodies: ReadonlyMap<string, Uint8Array>;
  readonly zone: TimeZone;
};

/** Everything that was said about a payment, in the order it happened, newest at the bottom. */
export function TimelineCard({ entries, bodies, zone }: Props) {
  const duplicates = entries.reduce((sum, { arrivals }) => sum + Math.max(0, arrivals.length - 1), 0);
  const counted = `${entries.length} ${entries.length === 1 ? 'event' : 'events'}`;
  const repeated = duplicates > 0 ? `, ${duplicates} received again` : '';
  return (
    <SectionCard title="Timeline" description={`${counted}${repeated} · times in ${TIME_ZONES[zone]}`}>
      <ol className="list-none">
        {entries.map((entry) => (
          <TimelineItem
            key={entry.event.id}
            entry={entry}
            body={bodies.get(entry.arrivals[0]?.deliverySeq ?? '') ?? null}
            zone={zone}
          />
        ))}
      </ol>
      <Disclosure summary="How the order is decided" className="mt-5 border-t border-line pt-3">
        <p className="max-w-prose text-xs text-ink-2">
          By when each thing happened on the provider’s clock, never by when it reached us. At the same instant, the
          state that is further along comes later; then the refund that is further along; then the event id, which for
          providers without event ids is a fingerprint of the content. What only the provider’s list told stands at the
          end, because it fills gaps and overrules nothing. So every replay gives the same order. Bold is when it
          happened; “received” is our own clock.
        </p>
      </Disclosure>
    </SectionCard>
  );
}
