import Link from 'next/link';
import { EventName } from '@/components/transactions/event-name';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import type { DeliveryDetail } from '@/lib/events/received';
import { RESULT_WORDS } from './delivery-words';
import { ResultBadge } from './result-badge';

/** What was made of a delivery, and why where it is not plain. */
export function ReadingCard({ delivery }: { readonly delivery: DeliveryDetail }) {
  const { outcome, reason, eventType, eventId, transactionId } = delivery;
  return (
    <SectionCard title="What was made of it" actions={<ResultBadge outcome={outcome} />}>
      <div className="space-y-3 text-body">
        <p className="text-ink-2">{RESULT_WORDS[outcome ?? 'waiting'].explanation}.</p>
        {reason && (
          <Alert tone="caution" title="Why it was not understood">
            <span className="[overflow-wrap:anywhere]">{reason}</span>
            <p className="mt-1">
              The bytes are kept. Once the desk knows these words, <i>Read again</i> or{' '}
              <code className="font-mono text-xs">npm run rebuild</code> brings them in.
            </p>
          </Alert>
        )}
        {eventId && (
          <dl className="space-y-2">
            {eventType && (
              <Row label="Event">
                <EventName type={eventType} />
              </Row>
            )}
            <Row label="Event id">
              <span className="font-mono text-xs break-all">{eventId}</span>
            </Row>
            {transactionId && (
              <Row label="Transaction">
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
