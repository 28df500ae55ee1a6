import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { EventName } from '@/components/transactions/event-name';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import type { DeliveryDetail } from '@/lib/events/received';
import { spokenReading } from '@/lib/providers/reading-words';
import { ResultBadge } from './result-badge';

/** What was made of a delivery, and why where it is not plain. */
export function ReadingCard({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useTranslations('webhooks');
  const tellings = useTranslations('deliveries');
  const reader = useReader();
  const { outcome, reason, eventType, eventId, transactionId } = delivery;
  return (
    <SectionCard title={t('delivery.made')} actions={<ResultBadge outcome={outcome} />}>
      <div className="space-y-3 text-body">
        <p className="text-ink-2">{tellings(`result.${outcome ?? 'waiting'}.explanation`)}.</p>
        {reason && (
          <Alert tone="caution" title={t('delivery.notUnderstood')}>
            <span className="[overflow-wrap:anywhere]">{spokenReading(reason, reader)}</span>
            <p className="mt-1">
              {t.rich('delivery.kept', {
                i: (words) => <i>{words}</i>,
                code: (words) => <code className="font-mono text-xs">{words}</code>,
              })}
            </p>
          </Alert>
        )}
        {eventId && (
          <dl className="space-y-2">
            {eventType && (
              <Row label={t('delivery.event')}>
                <EventName type={eventType} />
              </Row>
            )}
            <Row label={t('delivery.eventId')}>
              <span className="font-mono text-xs break-all">{eventId}</span>
            </Row>
            {transactionId && (
              <Row label={t('delivery.transaction')}>
                <Link
                  href={transactionHref(transactionId)}
                  className="font-mono text-xs break-all text-accent hover:underline"
                >
                  {transactionId}
                </Link>
              </Row>
            )}
          </dl>
        )}
      </div>
    </SectionCard>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
