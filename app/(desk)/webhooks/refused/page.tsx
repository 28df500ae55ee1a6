import { CircleCheck, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { OnlyCounted } from '@/components/webhooks/only-counted';
import { type RefusalQuery, readRefusalQuery, refusalsHref } from '@/components/webhooks/refusal-query';
import { CAUSE_LABELS } from '@/components/webhooks/refusal-words';
import { RefusedTable } from '@/components/webhooks/refused-table';
import { TableCard } from '@/components/webhooks/table-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { KEPT_CAUSES, type RefusalFilters } from '@/lib/events/refusal';
import { listRefused, readRefusalTotals } from '@/lib/events/refusal-list.store';
import { formatCount } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS, PROVIDERS } from '@/lib/providers/catalogue';
import { type PageSearchParams, toSearch } from '@/lib/search-params';

export const metadata: Metadata = { title: 'Refused webhooks' };

const PAGE_ROWS = 50;
const DAY_MS = 24 * 3_600_000;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What was turned away at the door, and what a person has let in since. */
export default async function RefusedPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const { filters, place, ignored } = readRefusalQuery(toSearch(await searchParams));
  const now = new Date();
  const [page, totals, zone] = await Promise.all([
    listRefused(sight, filters, place, PAGE_ROWS),
    readRefusalTotals(new Date(+now - DAY_MS), now),
    displayZone(),
  ]);
  return (
    <>
      <PageHeader title="Webhooks" description="What was turned away at the door, kept whole with the reason" />
      <WebhookTabs current="refused" className="mb-4" />
      <IgnoredNotice names={ignored} />
      <div className="space-y-3">
        <p className="max-w-prose text-body text-ink-2">
          A refused message is answered with an error, so that a provider keeps it and sends it again. Open one to see
          what to mend, and to let it in by hand.
        </p>
        <OnlyCounted counts={totals.onlyCounted} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Filters filters={filters} />
          <p className="text-xs text-ink-2 tabular-nums">
            {formatCount(totals.open)} open, {formatCount(totals.admitted)} admitted
          </p>
        </div>
        <TableCard label="Messages refused">
          {page.rows.length > 0 ? (
            <RefusedTable rows={page.rows} zone={zone} />
          ) : (
            <NothingRefused filters={filters} place={place} />
          )}
        </TableCard>
        {(page.newer !== null || page.older !== null) && (
          <CursorPages
            label="Pages of refusals"
            previous={page.newer && refusalsHref(filters, { seq: page.newer, direction: 'newer' })}
            next={page.older && refusalsHref(filters, { seq: page.older, direction: 'older' })}
          />
        )}
      </div>
    </>
  );
}

const STATES = [
  { state: null, label: 'All' },
  { state: 'open', label: 'Open' },
  { state: 'admitted', label: 'Admitted' },
] as const;

function Filters({ filters }: { readonly filters: RefusalFilters }) {
  const providers = [
    { provider: null, label: 'All' },
    ...PROVIDERS.map((provider) => ({ provider, label: PROVIDER_LABELS[provider] })),
    { provider: 'other' as const, label: 'Unknown' },
  ];
  const causes = [
    { cause: null, label: 'All' },
    ...KEPT_CAUSES.map((cause) => ({ cause, label: CAUSE_LABELS[cause] })),
  ];
  return (
    <>
      <LinkChoices
        label="Address of"
        choices={providers.map(({ provider, label }) => ({
          href: refusalsHref({ ...filters, provider }),
          label,
          isCurrent: filters.provider === provider,
        }))}
      />
      <LinkChoices
        label="Why"
        choices={causes.map(({ cause, label }) => ({
          href: refusalsHref({ ...filters, cause }),
          label,
          isCurrent: filters.cause === cause,
        }))}
      />
      <LinkChoices
        label="State"
        choices={STATES.map(({ state, label }) => ({
          href: refusalsHref({ ...filters, state }),
          label,
          isCurrent: filters.state === state,
        }))}
      />
    </>
  );
}

function NothingRefused({ filters, place }: Pick<RefusalQuery, 'filters' | 'place'>) {
  if (filters.state || filters.provider || filters.cause || place) {
    return (
      <EmptyState
        icon={SearchX}
        title="No refusal matches"
        actions={<ButtonLink href="/webhooks/refused">Show all</ButtonLink>}
      >
        There are none with this address, cause and state{place ? ' beyond this point' : ''}.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={CircleCheck} title="Nothing was refused">
      Every message that came to a webhook address so far was let in.
    </EmptyState>
  );
}
