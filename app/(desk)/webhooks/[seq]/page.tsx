import { RotateCcw } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { runReprocess } from '@/app/(desk)/webhooks/reprocess/actions';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { DeliveryFacts } from '@/components/webhooks/delivery-facts';
import { HeaderCard } from '@/components/webhooks/header-card';
import { RawBody } from '@/components/webhooks/raw-body';
import { ReadingCard } from '@/components/webhooks/reading-card';
import { ReprocessPanel } from '@/components/webhooks/reprocess-panel';
import { SiblingCard } from '@/components/webhooks/sibling-card';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { readDelivery } from '@/lib/events/delivery.store';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { previewReprocess } from '@/lib/reprocess';
import type { PageSearchParams } from '@/lib/search-params';

type Props = {
  readonly params: Promise<{ readonly seq: string }>;
  readonly searchParams: Promise<PageSearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('delivery.title', { seq: (await params).seq.slice(0, 20) }) };
}

/** One delivery as it came, and what was made of it. */
export default async function DeliveryPage({ params, searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const delivery = await readDelivery(sight, (await params).seq);
  if (!delivery) notFound();
  const t = await getTranslations('webhooks');
  const zone = await displayZone();
  const isPreviewing = (await searchParams).again === 'preview';
  return (
    <Messages rooms={['deliveries']}>
      <PageHeader
        title={t('delivery.title', { seq: delivery.seq })}
        description={t('delivery.from', { provider: PROVIDER_LABELS[delivery.provider] })}
        back={{ href: '/webhooks', label: t('title') }}
        actions={
          // What still waits will be read for the first time in a moment.
          delivery.outcome !== null &&
          !isPreviewing && (
            <ButtonLink href={`/webhooks/${delivery.seq}?again=preview`} prefetch={false}>
              <RotateCcw aria-hidden /> {t('delivery.readAgain')}
            </ButtonLink>
          )
        }
      />
      {isPreviewing && (
        <section aria-label={t('delivery.readAgain')} className="mb-4">
          <ReprocessPanel
            seqs={[delivery.seq]}
            effects={await previewReprocess(sight, [BigInt(delivery.seq)])}
            action={runReprocess}
            cancel={<ButtonLink href={`/webhooks/${delivery.seq}`}>{t('delivery.close')}</ButtonLink>}
          />
        </section>
      )}
      {/* In the order of a phone: a page that comes in pieces pushes nothing down. */}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <aside aria-label={t('delivery.made')} className="min-w-0 space-y-4 xl:col-start-2 xl:row-start-1">
          <ReadingCard delivery={delivery} />
          <DeliveryFacts delivery={delivery} zone={zone} />
          {delivery.siblings.length > 1 && <SiblingCard siblings={delivery.siblings} seq={delivery.seq} zone={zone} />}
        </aside>
        <div className="min-w-0 space-y-4 xl:col-start-1 xl:row-start-1">
          <SectionCard title={t('delivery.body')} description={t('delivery.exactly')}>
            <RawBody body={delivery.isErased ? 'erased' : delivery.body} seq={delivery.seq} />
          </SectionCard>
          <HeaderCard headers={delivery.headers} />
        </div>
      </div>
    </Messages>
  );
}
