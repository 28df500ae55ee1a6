import Link from 'next/link';
import { useTranslations } from 'next-intl';
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
  const t = useTranslations('payment.timeline');
  const told = useTranslations('deliveries');
  return (
    <Disclosure summary={t('identical', { count: duplicates.length })}>
      <ul className="space-y-1 border-l-2 border-line pl-3 text-xs text-ink-2">
        {duplicates.map((arrival) => (
          <li key={arrival.deliverySeq} className="flex flex-wrap gap-x-2">
            <Link href={`/webhooks/${arrival.deliverySeq}`} className="font-medium text-accent hover:underline">
              {t('delivery', { seq: arrival.deliverySeq })}
            </Link>
            <span>{t.rich('receivedAt', { at: () => <Instant at={arrival.receivedAt} zone={zone} /> })}</span>
            <span>
              {t('answered', {
                origin: told(`origin.${arrival.origin}.label`),
                proof: told(`proof.${arrival.proof}.label`),
                status: String(arrival.answerStatus),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
