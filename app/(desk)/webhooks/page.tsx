import { CircleCheck, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { FirstDelivery } from '@/components/layout/first-delivery';
import { PageHeader } from '@/components/layout/page-header';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { DeliveryFilterBar } from '@/components/webhooks/delivery-filters';
import { DeliveryTable } from '@/components/webhooks/delivery-table';
import { RefusalTable } from '@/components/webhooks/refusal-table';
import { TableCard } from '@/components/webhooks/table-card';
import { readWebhookQuery, type WebhookQuery, webhooksHref } from '@/components/webhooks/webhook-query';
import { requireViewer } from '@/lib/access/session';
import { env } from '@/lib/env';
import { listDeliveries, listRefusals } from '@/lib/events/delivery.store';
import type { Place, SeqPage } from '@/lib/events/received';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';

export const metadata: Metadata = { title: 'Webhooks' };

const PAGE_ROWS = 50;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Everything that came to the door: what was let in, and what was turned away. */
export default async function WebhooksPage({ searchParams }: Props) {
  await requireViewer();
  const query = readWebhookQuery(toSearch(await searchParams));
  return (
    <>
      <PageHeader title="Webhooks" description="Every delivery as it came, byte for byte, and what was made of it" />
      <LinkTabs
        label="Kinds of deliveries"
        className="mb-4"
        tabs={[
          { href: webhooksHref({}), label: 'Received', isCurrent: query.tab === 'received' },
          { href: webhooksHref({ tab: 'refused' }), label: 'Refused', isCurrent: query.tab === 'refused' },
        ]}
      />
      {query.ignored.length > 0 && (
        <Alert tone="caution" className="mb-4">
          Not understood in the address, and left out: {query.ignored.join(', ').slice(0, 200)}.
        </Alert>
      )}
      {query.tab === 'received' ? <Received query={query} /> : <Refused query={query} />}
    </>
  );
}

async function Received({ query }: { readonly query: WebhookQuery }) {
  const { filters, place } = query;
  const [page, zone] = await Promise.all([listDeliveries(filters, place, PAGE_ROWS), displayZone()]);
  return (
    <div className="space-y-3">
      <DeliveryFilterBar filters={filters} />
      <TableCard label="Deliveries received">
        {page.rows.length > 0 ? (
          <DeliveryTable deliveries={page.rows} zone={zone} showsReason />
        ) : (
          <NothingReceived query={query} />
        )}
      </TableCard>
      <Pages page={page} hrefAt={(at) => webhooksHref({ filters, place: at })} />
    </div>
  );
}

async function Refused({ query: { tab, place } }: { readonly query: WebhookQuery }) {
  const [page, zone] = await Promise.all([listRefusals(place, PAGE_ROWS), displayZone()]);
  return (
    <div className="space-y-3">
      <p className="max-w-prose text-body text-ink-2">
        What could not prove that it came from a provider, or was too large. A refused message is answered so that a
        provider keeps it and sends it again.
      </p>
      <TableCard label="Deliveries refused">
        {page.rows.length > 0 ? (
          <RefusalTable refusals={page.rows} zone={zone} />
        ) : (
          <EmptyState icon={CircleCheck} title={place ? 'No refusals beyond this point' : 'Nothing was refused'}>
            Every message that came to a webhook address so far was let in.
          </EmptyState>
        )}
      </TableCard>
      <Pages page={page} hrefAt={(at) => webhooksHref({ tab, place: at })} />
    </div>
  );
}

function Pages<T>({ page, hrefAt }: { readonly page: SeqPage<T>; readonly hrefAt: (place: Place) => string }) {
  const { newer, older } = page;
  if (newer === null && older === null) return null;
  return (
    <CursorPages
      label="Pages of deliveries"
      previous={newer && hrefAt({ seq: newer, direction: 'newer' })}
      next={older && hrefAt({ seq: older, direction: 'older' })}
    />
  );
}

function NothingReceived({ query: { filters, place } }: { readonly query: WebhookQuery }) {
  if (filters.result === 'waiting') {
    return (
      <EmptyState icon={CircleCheck} title="Nothing waits to be read">
        Every delivery{filters.provider ? ' of this provider' : ''} has been read and folded.
      </EmptyState>
    );
  }
  if (filters.provider || filters.result || place) {
    return (
      <EmptyState
        icon={SearchX}
        title="No delivery matches"
        actions={<ButtonLink href="/webhooks">Show all</ButtonLink>}
      >
        There are none with this provider and result{place ? ' beyond this point' : ''}.
      </EmptyState>
    );
  }
  return <FirstDelivery appUrl={env().APP_URL} />;
}
