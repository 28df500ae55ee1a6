import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/ui/card';
import { DeliveryFacts } from '@/components/webhooks/delivery-facts';
import { HeaderCard } from '@/components/webhooks/header-card';
import { RawBody } from '@/components/webhooks/raw-body';
import { ReadingCard } from '@/components/webhooks/reading-card';
import { SiblingCard } from '@/components/webhooks/sibling-card';
import { requireViewer } from '@/lib/access/session';
import { readDelivery } from '@/lib/events/delivery.store';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';

type Props = { readonly params: Promise<{ readonly seq: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Delivery ${(await params).seq.slice(0, 20)}` };
}

/** One delivery as it came, and what was made of it. */
export default async function DeliveryPage({ params }: Props) {
  await requireViewer();
  const delivery = await readDelivery((await params).seq);
  if (!delivery) notFound();
  const zone = await displayZone();
  return (
    <>
      <PageHeader
        title={`Delivery ${delivery.seq}`}
        description={`from ${PROVIDER_LABELS[delivery.provider]}`}
        back={{ href: '/webhooks', label: 'Webhooks' }}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-4 max-xl:order-last">
          <SectionCard title="Body" description="Exactly as received">
            <RawBody body={delivery.body} seq={delivery.seq} />
          </SectionCard>
          <HeaderCard headers={delivery.headers} />
        </div>
        <aside aria-label="What was made of it" className="min-w-0 space-y-4">
          <ReadingCard delivery={delivery} />
          <DeliveryFacts delivery={delivery} zone={zone} />
          {delivery.siblings.length > 1 && <SiblingCard siblings={delivery.siblings} seq={delivery.seq} zone={zone} />}
        </aside>
      </div>
    </>
  );
}
