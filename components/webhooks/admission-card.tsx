import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { EventName } from '@/components/transactions/event-name';
import { Instant } from '@/components/transactions/instant';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import type { AdmissionPreview, RefusalDetail } from '@/lib/events/refusal';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import { spokenReading } from '@/lib/providers/reading-words';
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
  const t = useTranslations('webhooks');
  return (
    <SectionCard title={admission ? t('admission.done') : t('admission.title')} bodyClassName="space-y-3 text-body">
      {admission ? (
        <Alert tone="positive" role="status" title={t('admission.isNow', { seq: admission.deliverySeq })}>
          {t.rich('admission.by', { by: admission.by, at: () => <Instant at={admission.at} zone={zone} /> })}{' '}
          <Link href={`/webhooks/${admission.deliverySeq}`} className={LINK}>
            {t('admission.open', { seq: admission.deliverySeq })}
          </Link>
        </Alert>
      ) : (
        <p className="text-ink-2">{t('admission.about')}</p>
      )}
      <Preview preview={preview} isAdmitted={admission !== null} />
      {!admission && preview.outcome !== 'unknown_source' && (isAllowed ? children : <NotAllowed />)}
    </SectionCard>
  );
}

function NotAllowed() {
  const t = useTranslations('webhooks');
  return <p className="text-ink-2">{t('admission.notAllowed')}</p>;
}

function Preview({ preview, isAdmitted }: { readonly preview: AdmissionPreview; readonly isAdmitted: boolean }) {
  const t = useTranslations('webhooks');
  const reader = useReader();
  if (preview.outcome === 'unknown_source') {
    return (
      <Alert tone="neutral" title={t('admission.cannot')}>
        {t('admission.cannotAbout')}
      </Alert>
    );
  }
  if (preview.outcome === 'unrecognised') {
    return (
      <Alert tone="caution" title={isAdmitted ? t('admission.notUnderstood') : t('admission.wouldNotBe')}>
        <span className="[overflow-wrap:anywhere]">
          {t('admission.readAs', {
            provider: PROVIDER_FULL_NAMES[preview.provider],
            reason: spokenReading(preview.reason, reader),
          })}
        </span>
      </Alert>
    );
  }
  return <WhatItSays preview={preview} isAdmitted={isAdmitted} />;
}

type SaysProps = {
  readonly preview: Extract<AdmissionPreview, { outcome: 'event' }>;
  readonly isAdmitted: boolean;
};

function WhatItSays({ preview, isAdmitted }: SaysProps) {
  const t = useTranslations('webhooks');
  const { provider, eventType, transactionId, isTransactionKnown, broughtBy } = preview;
  return (
    <>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <dt className="text-xs leading-5 text-ink-2">{isAdmitted ? t('admission.said') : t('admission.wouldSay')}</dt>
        <dd>
          <EventName type={eventType} />
        </dd>
        <dt className="text-xs leading-5 text-ink-2">{t('admission.from')}</dt>
        <dd>{PROVIDER_FULL_NAMES[provider]}</dd>
        <dt className="text-xs leading-5 text-ink-2">{t('admission.transaction')}</dt>
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
              {isAdmitted ? t('admission.folding') : t('admission.notKnown')}
            </span>
          )}
        </dd>
      </dl>
      {broughtBy && !isAdmitted && (
        <Alert tone="neutral" title={t('admission.hasIt')}>
          {t.rich('admission.hasItAbout', {
            seq: broughtBy,
            delivery: (words) => (
              <Link href={`/webhooks/${broughtBy}`} className={LINK}>
                {words}
              </Link>
            ),
          })}
        </Alert>
      )}
    </>
  );
}
