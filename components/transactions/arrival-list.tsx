import Link from 'next/link';
import { ORIGIN_WORDS, PROOF_WORDS } from '@/components/webhooks/delivery-words';
import type { TimeZone } from '@/lib/time-zones';
import type { Arrival } from '@/lib/transactions/detail';
import { Disclosure } from './disclosure';
import { Instant } from './instant';

/** The deliveries that said the same again: they are kept, and changed nothing. */
export function DuplicateList({
  duplicates,
  zone,
}: {
  readonly duplicates: readonly Arrival[];
  readonly zone: TimeZone;
}) {
  return (
    <Disclosure summary={`+${duplicates.length} identical`}>
      <ul className="space-y-1 border-l-2 border-line pl-3 text-xs text-ink-2">
        {duplicates.map((arrival) => (
          <li key={arrival.deliverySeq} className="flex flex-wrap gap-x-2">
            <Link href={`/webhooks/${arrival.deliverySeq}`} className="font-medium text-accent hover:underline">
              Delivery {arrival.deliverySeq}
            </Link>
            <span>
              received <Instant at={arrival.receivedAt} zone={zone} />
            </span>
            <span>
              {ORIGIN_WORDS[arrival.origin].label} · {PROOF_WORDS[arrival.proof].label} · answered{' '}
              {arrival.answerStatus}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
