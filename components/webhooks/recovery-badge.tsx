import { CircleCheck, CircleSlash } from 'lucide-react';
import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import type { Recovery } from '@/lib/events/acknowledgement';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly recovery: Recovery | null; readonly zone: TimeZone };

/** Whether somebody has said that a lost message is here after all, who, and by what. */
export function RecoveryBadge({ recovery, zone }: Props) {
  if (!recovery) {
    return (
      <Badge icon={CircleSlash} tone="negative" title="Nobody has marked it as recovered">
        Open
      </Badge>
    );
  }
  const { deliverySeq, reason, by, at } = recovery;
  return (
    <>
      <Badge icon={CircleCheck} tone="positive" title="A person says that the message is here after all">
        Recovered
      </Badge>
      <p className="mt-0.5 text-xs [overflow-wrap:anywhere] text-ink-2">
        {deliverySeq && (
          <>
            by{' '}
            <Link href={`/webhooks/${deliverySeq}`} className="whitespace-nowrap text-accent hover:underline">
              delivery {deliverySeq}
            </Link>
            ,{' '}
          </>
        )}
        marked by {by}, <Instant at={at} zone={zone} />
      </p>
      {reason && <p className="mt-0.5 text-xs [overflow-wrap:anywhere] text-ink">{reason}</p>}
    </>
  );
}
