import { createHash } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { useRegion } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { AdmissionCard } from '@/components/webhooks/admission-card';
import { AdmitForm } from '@/components/webhooks/admit-form';
import { formatBytes } from '@/components/webhooks/byte-text';
import { HeaderCard } from '@/components/webhooks/header-card';
import { RawBody } from '@/components/webhooks/raw-body';
import { becauseOf, comesAgain } from '@/components/webhooks/refusal-words';
import { RefusalStateBadge } from '@/components/webhooks/refused-table';
import { may } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import type { RefusalDetail } from '@/lib/events/refusal';
import { readRefused } from '@/lib/events/refusal-list.store';
import { spokenKept } from '@/lib/language/said';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { displayReader } from '@/lib/reader';
import { previewAdmission } from '@/lib/refused';
import type { TimeZone } from '@/lib/time-zones';
import { admitRefused } from './actions';

type Props = { readonly params: Promise<{ readonly seq: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('refusal.title', { seq: (await params).seq.slice(0, 20) }) };
}

/** One message that was turned away: why, what to do about it, and the way in. */
export default async function RefusalPage({ params }: Props) {
  const viewer = await requireRight('raw');
  const refusal = await readRefused('clear', (await params).seq);
  if (!refusal) notFound();
  const t = await getTranslations('webhooks');
  const [preview, reader] = await Promise.all([previewAdmission(refusal), displayReader()]);
  const { zone } = reader;
  const provider = preview.outcome === 'unknown_source' ? null : preview.provider;
  return (
    <Messages rooms={['deliveries']}>
      <PageHeader
        title={t('refusal.title', { seq: refusal.seq })}
        description={provider ? t('refusal.to', { provider: PROVIDER_LABELS[provider] }) : t('refusal.toNobody')}
        back={{ href: '/webhooks/refused', label: t('tab.refused') }}
      />
      {/* In the order of a phone: a page that comes in pieces pushes nothing down. */}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <aside aria-label={t('refusal.aside')} className="min-w-0 space-y-4 xl:col-start-2 xl:row-start-1">
          <WhyCard refusal={refusal} reason={spokenKept(refusal.reason, reader)} />
          <AdmissionCard refusal={refusal} preview={preview} isAllowed={may(viewer, 'repair')} zone={zone}>
            <AdmitForm
              seq={refusal.seq}
              from={provider ? PROVIDER_LABELS[provider] : t('refusal.theProvider')}
              action={admitRefused}
            />
          </AdmissionCard>
          <RefusalFacts refusal={refusal} zone={zone} />
        </aside>
        <div className="min-w-0 space-y-4 xl:col-start-1 xl:row-start-1">
          <SectionCard title={t('delivery.body')} description={t('delivery.exactly')}>
            <RawBody body={refusal.body} seq={refusal.seq} room="/webhooks/refused" />
          </SectionCard>
          <HeaderCard headers={refusal.headers} />
        </div>
      </div>
    </Messages>
  );
}

function WhyCard({ refusal, reason }: { readonly refusal: RefusalDetail; readonly reason: string }) {
  const t = useTranslations('webhooks');
  const because = becauseOf(refusal);
  const advice = [because !== 'unknown' && t(`because.${because}.advice`), comesAgain(because) && t('advice')];
  return (
    <SectionCard
      title={t(`because.${because}.label`)}
      description={t('refusal.why')}
      bodyClassName="space-y-3 text-body"
    >
      <p className="[overflow-wrap:anywhere]">{reason}</p>
      <div>
        <h3 className="text-xs font-medium text-ink-2">{t('refusal.what')}</h3>
        <p className="mt-0.5 text-ink-2">{advice.filter((sentence) => sentence !== false).join(' ')}</p>
      </div>
    </SectionCard>
  );
}

function RefusalFacts({ refusal, zone }: { readonly refusal: RefusalDetail; readonly zone: TimeZone }) {
  const t = useTranslations('webhooks');
  const region = useRegion();
  const digest = createHash('sha256').update(refusal.body).digest('hex');
  return (
    <SectionCard title={t('refusal.message')}>
      <FactList>
        <Fact label={t('refusal.received')}>
          <Instant at={refusal.receivedAt} zone={zone} />
        </Fact>
        <Fact label={t('refusal.path')}>
          <span className="font-mono text-xs">{refusal.path}</span>
        </Fact>
        <Fact label={t('refusal.from')}>
          <span className="font-mono text-xs">{refusal.sourceAddress}</span>
        </Fact>
        <Fact label={t('refusal.answer')}>
          {refusal.answerStatus >= 500
            ? t('refusal.answeredAgain', { status: refusal.answerStatus })
            : t('refusal.answeredOnce', { status: refusal.answerStatus })}
        </Fact>
        <Fact label={t('refusal.size')}>{formatBytes(refusal.sizeBytes, region)}</Fact>
        <Fact label="SHA-256">
          <span className="inline-flex items-start gap-1">
            <span className="font-mono text-xs leading-5 break-all">{digest}</span>
            <CopyButton value={digest} label={t('refusal.copied')} />
          </span>
        </Fact>
        <Fact label={t('refusal.state')}>
          <RefusalStateBadge row={refusal} />
        </Fact>
      </FactList>
    </SectionCard>
  );
}
