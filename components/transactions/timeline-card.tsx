import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/ui/card';
import type { ShownBody } from '@/lib/events/received';
import type { TimeZone } from '@/lib/time-zones';
import { Disclosure } from './disclosure';
import { TimelineItem } from './timeline-item';
import type { ArrivedEntry } from './timeline-view';

type Props = {
  readonly entries: readonly ArrivedEntry[];
  readonly bodies: ReadonlyMap<string, Exclude<ShownBody, null>>;
  readonly zone: TimeZone;
};

/** Everything that was said about a payment, in the order it happened, newest at the bottom. */
export function TimelineCard({ entries, bodies, zone }: Props) {
  const duplicates = entries.reduce((sum, { arrivals }) => sum + Math.max(0, arrivals.length - 1), 0);
  const t = useTranslations('payment.timeline');
  const frame = useTranslations('frame');
  const counted = { count: entries.length, repeated: duplicates, zone: frame(`zone.names.${zone}`) };
  return (
    <SectionCard title={t('title')} description={duplicates > 0 ? t('countedTwice', counted) : t('counted', counted)}>
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
      <Disclosure summary={t('order')} className="mt-5 border-t border-line pt-3">
        <p className="max-w-prose text-xs text-ink-2">{t('orderHelp')}</p>
      </Disclosure>
    </SectionCard>
  );
}
