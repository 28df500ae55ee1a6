import { createHash } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
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
import { refusalWords } from '@/components/webhooks/refusal-words';
import { RefusalStateBadge } from '@/components/webhooks/refused-table';
import { may } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import type { RefusalDetail } from '@/lib/events/refusal';
import { readRefused } from '@/lib/events/refusal-list.store';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { previewAdmission } from '@/lib/refused';
import type { TimeZone } from '@/lib/time-zones';
import { admitRefused } from './actions';

type Props = { readonly params: Promise<{ readonly seq: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Refusal ${(await params).seq.slice(0, 20)}` };
}

/** One message that was turned away: why, what to do about it, and the way in. */
export default async function RefusalPage({ params }: Props) {
  const viewer = await requireRight('raw');
  const refusal = await readRefused('clear', (await params).seq);
  if (!refusal) notFound();
  const [preview, zone] = await Promise.all([previewAdmission(refusal), displayZone()]);
  const { label, advice } = refusalWords(refusal);
  const provider = preview.outcome === 'unknown_source' ? null : preview.provider;
  return (
    <>
      <PageHeader
        title={`Refusal ${refusal.seq}`}
        description={provider ? `to the address of ${PROVIDER_LABELS[provider]}` : 'to an address that is nobody’s'}
        back={{ href: '/webhooks/refused', label: 'Refused' }}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-4 max-xl:order-last">
          <SectionCard title="Body" description="Exactly as received">
            <RawBody body={refusal.body} seq={refusal.seq} room="/webhooks/refused" />
          </SectionCard>
          <HeaderCard headers={refusal.headers} />
        </div>
        <aside aria-label="Why, and what to do" className="min-w-0 space-y-4">
          <SectionCard title={label} description="Why it was refused" bodyClassName="space-y-3 text-body">
            <p className="[overflow-wrap:anywhere]">{refusal.reason}</p>
            <div>
              <h3 className="text-xs font-medium text-ink-2">What to do</h3>
              <p className="mt-0.5 text-ink-2">{advice}</p>
            </div>
          </SectionCard>
          <AdmissionCard refusal={refusal} preview={preview} isAllowed={may(viewer, 'repair')} zone={zone}>
            <AdmitForm
              seq={refusal.seq}
              from={provider ? PROVIDER_LABELS[provider] : 'the provider'}
              action={admitRefused}
            />
          </AdmissionCard>
          <RefusalFacts refusal={refusal} zone={zone} />
        </aside>
      </div>
    </>
  );
}

function RefusalFacts({ refusal, zone }: { readonly refusal: RefusalDetail; readonly zone: TimeZone }) {
  const digest = createHash('sha256').update(refusal.body).digest('hex');
  return (
    <SectionCard title="Message">
      <FactList>
        <Fact label="Received">
          <Instant at={refusal.receivedAt} zone={zone} />
        </Fact>
        <Fact label="Path">
          <span className="font-mono text-xs">{refusal.path}</span>
        </Fact>
        <Fact label="From">
          <span className="font-mono text-xs">{refusal.sourceAddress}</span>
        </Fact>
        <Fact label="Answer">
          {refusal.answerStatus >= 500
            ? `${refusal.answerStatus}: a provider sends it again`
            : `${refusal.answerStatus}: a provider takes it for delivered; the bytes are kept here`}
        </Fact>
        <Fact label="Size">{formatBytes(refusal.sizeBytes)}</Fact>
        <Fact label="SHA-256">
          <span className="inline-flex items-start gap-1">
            <span className="font-mono text-xs leading-5 break-all">{digest}</span>
            <CopyButton value={digest} label="the SHA-256" />
          </span>
        </Fact>
        <Fact label="State">
          <RefusalStateBadge row={refusal} />
        </Fact>
      </FactList>
    </SectionCard>
  );
}
