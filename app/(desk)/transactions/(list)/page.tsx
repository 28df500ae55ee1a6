import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Messages } from '@/components/language/messages';
import { FirstDelivery } from '@/components/layout/first-delivery';
import { PageHeader } from '@/components/layout/page-header';
import { LiveEmpty } from '@/components/live/live-empty';
import { readOpenRow } from '@/components/panel/open-row';
import type { PanelSource } from '@/components/panel/panel-content';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import { LayoutProvider } from '@/components/table/layout-provider';
import { FilterBar } from '@/components/transactions/filter-bar';
import { FilterChips } from '@/components/transactions/filter-chips';
import { listHref } from '@/components/transactions/list-links';
import { ListScreen } from '@/components/transactions/list-screen';
import {
  CursorRefused,
  IgnoredParameters,
  NO_DATES,
  NothingMatches,
  TookTooLong,
} from '@/components/transactions/list-states';
import { DirectedTotals } from '@/components/transactions/list-totals';
import { PageSizes } from '@/components/transactions/page-sizes';
import { TransactionExport } from '@/components/transactions/transaction-export';
import { toRow } from '@/components/transactions/transaction-row';
import { VIEW_ROOMS } from '@/components/transactions/transaction-view';
import { Card } from '@/components/ui/card';
import { CursorPages } from '@/components/ui/cursor-pages';
import { ViewBar } from '@/components/views/view-bar';
import { contentOf, isChanged, viewTabs } from '@/components/views/view-tabs';
import { type Sight, sightOf } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { requireRight } from '@/lib/access/session';
import { env } from '@/lib/env';
import type { Room, Translator } from '@/lib/language/catalogue';
import { type Said, said } from '@/lib/language/said';
import { displayZone } from '@/lib/preferences';
import { assignableUsers } from '@/lib/remarks/store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import type { TimeZone } from '@/lib/time-zones';
import { countFilters, hasDates, type ListQuery, readListQuery } from '@/lib/transactions/filters';
import { readPageWithTotals } from '@/lib/transactions/list.store';
import type { Page, Totals } from '@/lib/transactions/page';
import { readLayout, type TableLayout } from '@/lib/views/layout';
import { readPreference } from '@/lib/views/preference.store';
import type { SavedView } from '@/lib/views/view';
import { viewsOf } from '@/lib/views/view.store';
import { assignPayments, notePayments } from '../../payment-actions';
import { privatelyAt } from '../../privately';
import { LateNotice } from './late-notice';
import { panelSource } from './panel-source';
import { keepLayout, linkedRows } from './table-actions';
import { TABLE_PREFERENCE } from './table-preference';
import { deleteView, saveView } from './view-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transactions'))('title') };
}

export default async function TransactionsPage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  const viewer = await requireRight('browse');
  const zone = await displayZone();
  const t = await getTranslations('transactions');
  const now = new Date();
  const search = toSearch(await searchParams);
  const { query, problems } = readListQuery(search);
  const privately = await privatelyAt(viewer, 'transactions', '/transactions', search);
  const [list, kept, panel, everyView] = await Promise.all([
    readList(sightOf(viewer), query, now),
    readPreference(viewer.id, TABLE_PREFERENCE),
    panelSource(viewer, readOpenRow(search)),
    viewsOf(viewer.id, 'transactions'),
  ]);
  // Somebody else's view may be about an account.
  const views = seen(sightOf(viewer), everyView);
  const view = views.find(({ id }) => id === query.view) ?? null;
  const layout = layoutOf(view, readLayout(kept));
  const count = list === 'too long' ? null : (list.totals?.count ?? null);
  return (
    <Messages rooms={ROOMS}>
      <LayoutProvider key={layout.name} {...layout}>
        {/* From a tablet up the list scrolls in a pane of its own: head, totals and page links stay in sight. */}
        <div className="flex flex-col md:h-[calc(100dvh-7.5rem)] md:min-h-[34rem]">
          <PageHeader
            title={t('title')}
            description={count === null ? t('notCounted') : found(t, count, query)}
            actions={<TransactionExport query={query} count={count} zone={zone} now={now} />}
          />
          <IgnoredParameters
            problems={
              query.view && !view
                ? [...problems, { parameter: 'view', message: said('filters.problem.viewGone') }]
                : problems
            }
          />
          <ForgottenNotice kept={privately.kept} />
          <ViewBar
            tabs={viewTabs(query, views, await getTranslations('views'))}
            content={contentOf(query)}
            isQueryChanged={view !== null && isChanged(query, view)}
            countsPath="/transactions/views/counts"
            actions={{ save: saveView, drop: deleteView }}
          />
          <Suspense fallback={null}>
            <LateNotice now={now} providers={query.filters.provider} />
          </Suspense>
          <div className="mb-2.5">
            <FilterBar query={query} zone={zone} now={now} privately={privately} />
          </div>
          <Listed list={list} query={query} zone={zone} now={now} panel={panel} sight={sightOf(viewer)} />
        </div>
      </LayoutProvider>
    </Messages>
  );
}

/** What the table, its panel and its tools say in the browser, and the dialog that asks for a file. */
const ROOMS: readonly Room[] = [
  'transactions',
  'filters',
  'views',
  'table',
  'panel',
  'live',
  'bulk',
  'reasons',
  'legs',
  'exports',
  'keys',
  ...VIEW_ROOMS, // the panel's payment
];

/** The columns of the open view, changed only by saving it; without one those that this person keeps. */
function layoutOf(view: SavedView | null, own: TableLayout | null) {
  if (view?.layout) return { name: `view:${view.id}`, kept: view.layout };
  return { name: TABLE_PREFERENCE, kept: own, keep: keepLayout };
}

type List = { readonly page: Page | { readonly message: Said }; readonly totals: Totals | null } | 'too long';

/** The page, or that the database's own limit ended the reading; anything else goes to the error page. */
function readList(sight: Sight, query: ListQuery, now: Date): Promise<List> {
  return inTime(readPageWithTotals(sight, query, now));
}

type ListedProps = {
  readonly list: List;
  readonly query: ListQuery;
  readonly zone: TimeZone;
  readonly now: Date;
  readonly panel: PanelSource;
  readonly sight: Sight;
};

/** The rows, or which of its other states the list is in. */
async function Listed({ list, query, zone, now, panel, sight }: ListedProps) {
  const chips = <FilterChips query={query} now={now} />;
  const { page, totals } = list === 'too long' ? { page: null, totals: null } : list;
  if (page === null || 'message' in page)
    return (
      <>
        <div className="mb-2.5">{chips}</div>
        <Card>
          {page === null ? <TookTooLong query={query} /> : <CursorRefused query={query} message={page.message} />}
        </Card>
      </>
    );
  if (totals?.count === 0 || (page.rows.length === 0 && query.cursor === null)) {
    const isFiltered = countFilters(query.filters) > 0;
    return (
      <>
        <LiveEmpty query={query} mark={page.mark} />
        <Card>
          {isFiltered ? (
            <NothingMatches query={query} now={now} outsideDates={await countOutsideDates(sight, query, now)} />
          ) : (
            <FirstDelivery appUrl={env().APP_URL} />
          )}
        </Card>
      </>
    );
  }
  const href = (cursor: string | null) => cursor && listHref({ ...query, cursor });
  const t = await getTranslations('transactions');
  const people = (await assignableUsers()).map(({ email }) => email);
  return (
    <ListScreen
      rows={page.rows.map((row) => toRow(row))}
      mark={page.mark}
      query={query}
      zone={zone}
      now={now}
      loadLinked={linkedRows}
      panelSource={panel}
      bulk={{ people, assign: assignPayments, addNotes: notePayments }}
      total={totals?.count ?? null}
      chips={chips}
      foot={
        <>
          <DirectedTotals totals={totals} />
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-2.5">
            <p className="text-xs text-ink-2">{t('rows', { count: page.rows.length })}</p>
            <PageSizes query={query} />
            <CursorPages label={t('pages')} previous={href(page.previous)} next={href(page.next)} />
          </div>
        </>
      }
    />
  );
}

/** How many would match without the dates; `null` where there are none, or the database was not done in time. */
async function countOutsideDates(sight: Sight, query: ListQuery, now: Date): Promise<number | null> {
  if (!hasDates(query.filters)) return null;
  const filters = { ...query.filters, ...NO_DATES };
  const list = await readList(sight, { ...query, filters, limit: 1, cursor: null }, now);
  return list === 'too long' ? null : (list.totals?.count ?? null);
}

function found(t: Translator<'transactions'>, count: number, { filters }: ListQuery): string {
  return countFilters(filters) > 0 ? t('found', { count }) : t('count', { count });
}
