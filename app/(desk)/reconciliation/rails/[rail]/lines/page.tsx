import { Landmark } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { exportCount } from '@/components/exports/export-count';
import { DayTotals } from '@/components/reconciliation/day-totals';
import { LineFilters } from '@/components/reconciliation/line-filters';
import { LineTable } from '@/components/reconciliation/line-table';
import { LineChips } from '@/components/reconciliation/rail-chips';
import { LINES_OF_RAIL, linesHref, unfilteredLinesHref } from '@/components/reconciliation/rail-links';
import { SideTotals } from '@/components/reconciliation/side-totals';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { differencesOfLines } from '@/lib/reconciliation/beside.store';
import type { Rail } from '@/lib/reconciliation/leg';
import { accountStandings } from '@/lib/reconciliation/overview.store';
import { readLines } from '@/lib/reconciliation/view.store';
import { LINE_LIST, type LineQuery, writeViewQuery } from '@/lib/reconciliation/view-query';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import { privatelyAt } from '../../../../privately';
import { RailFrame } from '../rail-frame';
import { isRail, readRailLines } from '../rail-query';

type Props = {
  readonly params: Promise<{ readonly rail: string }>;
  readonly searchParams: Promise<PageSearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { rail } = await params;
  const t = await getTranslations('reconciliation');
  const words = await getTranslations('words');
  return { title: isRail(rail) ? t('rail.linesTitle', { rail: words(`railTitle.${rail}`) }) : t('rail.none') };
}

/** What the banks of one rail say moved, and no provider's payment was found for. */
export default async function RailLinesPage({ params, searchParams }: Props) {
  const viewer = await requireRight('browse');
  const sight = sightOf(viewer);
  const { rail } = await params;
  if (!isRail(rail)) notFound();
  const search = toSearch(await searchParams);
  const privately = await privatelyAt(viewer, 'lines', `/reconciliation/rails/${rail}/lines`, search);
  const { query, read, problems } = readRailLines(rail, search);
  const [page, everyAccount] = await Promise.all([inTime(readLines(sight, read)), accountStandings()]);
  const accounts = everyAccount.filter((account) => account.rail === LINES_OF_RAIL[rail]);
  return (
    <RailFrame
      rail={rail}
      shows="lines"
      exportQuery={writeViewQuery(LINE_LIST, { filters: read.filters, sort: read.sort }).toString()}
      count={exportCount(page)}
      problems={problems}
      kept={privately.kept}
      filters={
        <>
          <LineFilters rail={rail} query={query} accounts={accounts} privately={privately} />
          <LineChips rail={rail} query={query} accounts={accounts} kept={privately.kept} />
        </>
      }
    >
      <Card className="flex min-h-0 min-w-0 flex-col">
        {accounts.every(({ latest }) => latest === null) ? (
          <NoStatement rail={rail} />
        ) : (
          <Listed rail={rail} query={query} page={page} sight={sight} />
        )}
      </Card>
    </RailFrame>
  );
}

function NoStatement({ rail }: { readonly rail: Rail }) {
  const t = useTranslations('reconciliation');
  return (
    <EmptyState
      icon={Landmark}
      title={t('noStatement.title')}
      actions={
        <ButtonLink href="/reconciliation/statements/import" look="primary">
          {t('import')}
        </ButtonLink>
      }
    >
      {rail === 'chain' ? t('noStatement.chain') : t('noStatement.bank')}
    </EmptyState>
  );
}

type ListedProps = {
  readonly rail: Rail;
  readonly query: LineQuery;
  readonly page: Awaited<ReturnType<typeof readLines>> | 'too long';
  readonly sight: Sight;
};

async function Listed({ rail, query, page, sight }: ListedProps) {
  const t = await getTranslations('reconciliation');
  if (page === 'too long')
    return (
      <ListTookTooLong
        href={linesHref(rail, query)}
        clearHref={unfilteredLinesHref(rail, query)}
        advice={t('rail.addAccount')}
      />
    );
  if ('message' in page) return <PageLinkRefused href={linesHref(rail, query)} message={page.message} />;
  if (page.rows.length === 0) return <NoRowMatches title={t('rail.noLine')} />;
  const differences = await differencesOfLines(
    sight,
    page.rows.map(({ seq }) => seq),
  );
  const href = (cursor: string | null) => cursor && linesHref(rail, query, { cursor });
  return (
    <>
      <LineTable rail={rail} rows={page.rows} differences={differences} query={query} />
      <SideTotals totals={page.totals} />
      <div className="flex flex-wrap items-start justify-between gap-3 border-t border-line px-4 py-3">
        <DayTotals days={page.days} />
        <CursorPages label={t('rail.pages')} previous={href(page.previous)} next={href(page.next)} />
      </div>
    </>
  );
}
