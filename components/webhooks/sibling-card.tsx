import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import type { Sibling } from '@/lib/events/received';
import type { TimeZone } from '@/lib/time-zones';
import { ResultBadge } from './result-badge';

type Props = { readonly siblings: readonly Sibling[]; readonly seq: string; readonly zone: TimeZone };

/** The deliveries that said the same thing: the first one counted, the others changed nothing. */
export function SiblingCard({ siblings, seq, zone }: Props) {
  const t = useTranslations('webhooks');
  return (
    <SectionCard
      id="siblings"
      title={t('delivery.same')}
      description={t('delivery.times', { count: siblings.length })}
      bodyClassName="py-1"
    >
      <ul className="divide-y divide-line text-body">
        {siblings.map((sibling) => (
          <li key={sibling.seq} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
            {sibling.seq === seq ? (
              <span className="font-medium" aria-current="page">
                {t('delivery.thisOne', { seq: sibling.seq })}
              </span>
            ) : (
              <Link href={`/webhooks/${sibling.seq}`} className="text-accent hover:underline">
                {t('delivery.title', { seq: sibling.seq })}
              </Link>
            )}
            <ResultBadge outcome={sibling.outcome} />
            <Instant at={sibling.receivedAt} zone={zone} className="w-full text-xs text-ink-2" />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
