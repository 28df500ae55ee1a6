import { CircleCheck, CircleSlash } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import type { Recovery } from '@/lib/events/acknowledgement';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly recovery: Recovery | null; readonly zone: TimeZone };

/** Whether somebody has said that a lost message is here after all, who, and by what. */
export function RecoveryBadge({ recovery, zone }: Props) {
  const t = useTranslations('acknowledgements');
  if (!recovery) {
    return (
      <Badge icon={CircleSlash} tone="negative" title={t('recovery.openTitle')}>
        {t('recovery.open')}
      </Badge>
    );
  }
  const { deliverySeq, reason, by, at } = recovery;
  return (
    <>
      <Badge icon={CircleCheck} tone="positive" title={t('recovery.recoveredTitle')}>
        {t('recovery.recovered')}
      </Badge>
      <p className="mt-0.5 text-xs [overflow-wrap:anywhere] text-ink-2">
        {deliverySeq
          ? t.rich('recovery.byDelivery', {
              by,
              seq: deliverySeq,
              delivery: (chunks) => (
                <Link href={`/webhooks/${deliverySeq}`} className="whitespace-nowrap text-accent hover:underline">
                  {chunks}
                </Link>
              ),
              at: () => <Instant at={at} zone={zone} />,
            })
          : t.rich('recovery.byPerson', { by, at: () => <Instant at={at} zone={zone} /> })}
      </p>
      {reason && <p className="mt-0.5 text-xs [overflow-wrap:anywhere] text-ink">{reason}</p>}
    </>
  );
}
