import Link from 'next/link';
import type { ReactNode } from 'react';
import { EventName } from '@/components/transactions/event-name';
import { Instant } from '@/components/transactions/instant';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import type { AdmissionPreview, RefusalDetail } from '@/lib/events/refusal';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  readonly refusal: RefusalDetail;
  readonly preview: AdmissionPreview;
  readonly isAllowed: boolean;
  readonly zone: TimeZone;
  /** The form, for whoever may admit. */
  readonly children: ReactNode;
};

const LINK = 'text-accent underline-offset-3 hover:underline';

/** What letting a refused message in would do; the form for it, or why there is none. */
export function AdmissionCard({ refusal: { admission }, preview, isAllowed, zone, children }: Props) {
  return (
    <SectionCard title={admission ? 'Admitted' : 'Admit'} bodyClassName="space-y-3 text-body">
      {admission ? (
        <Alert tone="positive" role="status" title={`It is now delivery ${admission.deliverySeq}`}>
          Admitted by {admission.by} on <Instant at={admission.at} zone={zone} />.{' '}
          <Link href={`/webhooks/${admission.deliverySeq}`} className={LINK}>
            Open delivery {admission.deliverySeq}
          </Link>
        </Alert>
      ) : (
        <p className="text-ink-2">
          Lets the same bytes in by the normal door, at the time they came: a new delivery of origin “admitted”, proven
          “by a person”, with your name beside it here. It cannot be undone.
        </p>
      )}
      <Preview preview={preview} isAdmitted={admission !== null} />
      {!admission && preview.outcome !== 'unknown_source' && (isAllowed ? children : <NotAllowed />)}
    </SectionCard>
  );
}

function NotAllowed() {
  return <p className="text-ink-2">You may not admit refused messages; ask an administrator of the desk.</p>;
}

function Preview({ preview, isAdmitted }: { readonly preview: AdmissionPreview; readonly isAdmitted: boolean }) {
  if (preview.outcome === 'unknown_source') {
    return (
      <Alert tone="neutral" title="It cannot be admitted">
        It came to an address that is no provider’s, so the desk cannot tell whose words these are. If it is a
        provider’s, correct the address there; it will be sent again.
      </Alert>
    );
  }
  if (preview.outcome === 'unrecognised') {
    return (
      <Alert tone="caution" title={isAdmitted ? 'It was not understood' : 'It would not be understood'}>
        <span className="[overflow-wrap:anywhere]">
          Read as a message of {PROVIDER_FULL_NAMES[preview.provider]}: {preview.reason}
        </span>
      </Alert>
    );
  }
  const { provider, eventType, transactionId, isTransactionKnown, broughtBy } = preview;
  return (
    <>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <dt className="text-xs leading-5 text-ink-2">{isAdmitted ? 'It said' : 'It would say'}</dt>
        <dd>
          <EventName type={eventType} />
        </dd>
        <dt className="text-xs leading-5 text-ink-2">From</dt>
        <dd>{PROVIDER_FULL_NAMES[provider]}</dd>
        <dt className="text-xs leading-5 text-ink-2">Transaction</dt>
        <dd className="min-w-0">
          <span className="font-mono text-xs break-all">
            {isTransactionKnown ? (
              <Link href={transactionHref(transactionId)} className={LINK}>
                {transactionId}
              </Link>
            ) : (
              transactionId
            )}
          </span>
          {!isTransactionKnown && (
            <span className="block text-xs text-ink-2">
              {isAdmitted ? 'being folded now' : 'not known to the desk yet'}
            </span>
          )}
        </dd>
      </dl>
      {broughtBy && !isAdmitted && (
        <Alert tone="neutral" title="The desk has it already">
          <Link href={`/webhooks/${broughtBy}`} className={LINK}>
            Delivery {broughtBy}
          </Link>{' '}
          brought the same event: the provider sent it again. Admitting this one would add a duplicate and change
          nothing.
        </Alert>
      )}
    </>
  );
}
