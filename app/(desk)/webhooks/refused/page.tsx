import { CircleCheck, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { OnlyCounted } from '@/components/webhooks/only-counted';
import { type RefusalQuery, readRefusalQuery, refusalsHref } from '@/components/webhooks/refusal-query';
import { RefusedTable } from '@/components/webhooks/refused-table';
import { TableCard } from '@/components/webhooks/table-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { KEPT_CAUSES, REFUSAL_STATES, type RefusalFilters } from '@/lib/events/refusal';
import { listRefused, readRefusalTotals } from '@/lib/events/refusal-list.store';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS, PROVIDERS } from '@/lib/providers/catalogue';
import { type PageSearchParams, toSearch } from '@/lib/search-params';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('refused.title') };
}

const PAGE_ROWS = 50;
const DAY_MS = 24 * 3_600_000;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What was turned away at the door, and what a person has let in since. */
export default async function RefusedPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const { filters, place, ignored } = readRefusalQuery(toSearch(await searchParams));
  const t = await getTranslations('webhooks');
  const now = new Date();
  const [page, totals, zone] = await Promise.all([
    listRefused(sight, filters, place, PAGE_ROWS),
    readRefusalTotals(new Date(+now - DAY_MS), now),
    displayZone(),
  ]);
  return (
    <>
      <PageHeader title={t('title')} description={t('about.refused')} />
      <WebhookTabs current="refused" className="mb-4" />
      <IgnoredNotice names={ignored} />
      <div className="space-y-3">
        <p className="max-w-prose text-body text-ink-2">{t('refused.about')}</p>
        <OnlyCounted counts={totals.onlyCounted} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Filters filters={filters} />
          <p className="text-xs text-ink-2 tabular-nums">
            {t('refused.totals', { open: totals.open, admitted: totals.admitted })}
          </p>
        </div>
        <TableCard label={t('refused.label')}>
          {page.rows.length > 0 ? (
            <RefusedTable rows={page.rows} zone={zone} />
          ) : (
            <NothingRefused filters={filters} place={place} />
          )}
        </TableCard>
        {(page.newer !== null || page.older !== null) && (
          <CursorPages
            label={t('refused.pages')}
            previous={page.newer && refusalsHref(filters, { seq: page.newer, direction: 'newer' })}
            next={page.older && refusalsHref(filters, { seq: page.older, direction: 'older' })}
          />
        )}
      </div>
    </>
  );
}

function Filters({ filters }: { readonly filters: RefusalFilters }) {
  const t = useTranslations('webhooks');
  const providers = [
    { provider: null, label: t('refused.all') },
    ...PROVIDERS.map((provider) => ({ provider, label: PROVIDER_LABELS[provider] })),
    { provider: 'other' as const, label: t('refused.filter.other') },
  ];
  const causes = [
    { cause: null, label: t('refused.all') },
    ...KEPT_CAUSES.map((cause) => ({ cause, label: t(`cause.${cause}`) })),
  ];
  const states = [
    { state: null, label: t('refused.all') },
    ...REFUSAL_STATES.map((state) => ({ state, label: t(`refused.state.${state}`) })),
  ];
  return (
    <>
      <LinkChoices
        label={t('refused.filter.provider')}
        choices={providers.map(({ provider, label }) => ({
          href: refusalsHref({ ...filters, provider }),
          label,
          isCurrent: filters.provider === provider,
        }))}
      />
      <LinkChoices
        label={t('refused.filter.cause')}
        choices={causes.map(({ cause, label }) => ({
          href: refusalsHref({ ...filters, cause }),
          label,
          isCurrent: filters.cause === cause,
        }))}
      />
      <LinkChoices
        label={t('refused.filter.state')}
        choices={states.map(({ state, label }) => ({
          href: refusalsHref({ ...filters, state }),
          label,
          isCurrent: filters.state === state,
        }))}
      />
    </>
  );
}

function NothingRefused({ filters, place }: Pick<RefusalQuery, 'filters' | 'place'>) {
  const t = useTranslations('webhooks');
  if (filters.state || filters.provider || filters.cause || place) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('refused.noMatch')}
        actions={<ButtonLink href="/webhooks/refused">{t('refused.showAll')}</ButtonLink>}
      >
        {place ? t('refused.noMatchBeyond') : t('refused.noMatchAbout')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={CircleCheck} title={t('refused.none')}>
      {t('refused.noneAbout')}
    </EmptyState>
  );
}
