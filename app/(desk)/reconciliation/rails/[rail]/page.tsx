import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { exportCount } from '@/components/exports/export-count';
import { DayTotals } from '@/components/reconciliation/day-totals';
import { LegFilters } from '@/components/reconciliation/leg-filters';
import { LegTable } from '@/components/reconciliation/leg-table';
import { LegChips } from '@/components/reconciliation/rail-chips';
import { legsHref, unfilteredLegsHref } from '@/components/reconciliation/rail-links';
import { SideTotals } from '@/components/reconciliation/side-totals';
import { StateTabs } from '@/components/reconciliation/state-tabs';
import { Card } from '@/components/ui/card';
import { CursorPages } from '@/components/ui/cursor-pages';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { besideLegs } from '@/lib/reconciliation/beside.store';
import type { Rail } from '@/lib/reconciliation/leg';
import { readLegs } from '@/lib/reconciliation/view.store';
import { LEG_LIST, type LegQuery, writeViewQuery } from '@/lib/reconciliation/view-query';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import { privatelyAt } from '../../../privately';
import { RailFrame } from './rail-frame';
import { isRail, readRailLegs } from './rail-query';

type Props = {
  readonly params: Promise<{ readonly rail: string }>;
  readonly searchParams: Promise<PageSearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { rail } = await params;
  const t = await getTranslations('reconciliation');
  const words = await getTranslations('words');
  return { title: isRail(rail) ? t('rail.pageTitle', { rail: words(`railTitle.${rail}`) }) : t('rail.none') };
}

/** What providers say moved on one rail, and where each movement stands against the bank. */
export default async function RailLegsPage({ params, searchParams }: Props) {
  const viewer = await requireRight('browse');
  const sight = sightOf(viewer);
  const { rail } = await params;
  if (!isRail(rail)) notFound();
  const search = toSearch(await searchParams);
  const privately = await privatelyAt(viewer, 'legs', `/reconciliation/rails/${rail}`, search);
  const { query, read, problems } = readRailLegs(rail, search);
  const page = await inTime(readLegs(sight, read));
  return (
    <RailFrame
      rail={rail}
      shows="legs"
      exportQuery={writeViewQuery(LEG_LIST, { filters: read.filters, sort: read.sort }).toString()}
      count={exportCount(page)}
      problems={problems}
      kept={privately.kept}
      filters={
        <>
          <LegFilters rail={rail} query={query} privately={privately} />
          {page !== 'too long' && 'states' in page && <StateTabs rail={rail} query={query} states={page.states} />}
          <LegChips rail={rail} query={query} kept={privately.kept} />
        </>
      }
    >
      <Card className="flex min-h-0 min-w-0 flex-col">
        <Listed rail={rail} query={query} read={read} page={page} sight={sight} />
      </Card>
    </RailFrame>
  );
}

type ListedProps = {
  readonly rail: Rail;
  readonly query: LegQuery;
  readonly read: LegQuery;
  readonly page: Awaited<ReturnType<typeof readLegs>> | 'too long';
  readonly sight: Sight;
};

async function Listed({ rail, query, read, page, sight }: ListedProps) {
  const t = await getTranslations('reconciliation');
  if (page === 'too long')
    return (
      <ListTookTooLong
        href={legsHref(rail, query)}
        clearHref={unfilteredLegsHref(rail, query)}
        advice={t('rail.addState')}
      />
    );
  if ('message' in page) return <PageLinkRefused href={legsHref(rail, query)} message={page.message} />;
  if (page.rows.length === 0) return <NoRowMatches title={t('rail.noLeg')} />;
  const book = read.filters.book ?? 'bank';
  const [zone, beside] = await Promise.all([
    displayZone(),
    besideLegs(
      sight,
      page.rows.map(({ id }) => id),
      book,
    ),
  ]);
  const href = (cursor: string | null) => cursor && legsHref(rail, query, { cursor });
  return (
    <>
      <LegTable rail={rail} rows={page.rows} beside={beside} query={query} zone={zone} />
      <SideTotals totals={page.totals} />
      <div className="flex flex-wrap items-start justify-between gap-3 border-t border-line px-4 py-3">
        <DayTotals days={page.days} />
        <CursorPages label={t('rail.pages')} previous={href(page.previous)} next={href(page.next)} />
      </div>
    </>
  );
}
