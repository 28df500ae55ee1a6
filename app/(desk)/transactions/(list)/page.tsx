import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { FirstDelivery } from '@/components/layout/first-delivery';
import { PageHeader } from '@/components/layout/page-header';
import { FilterBar } from '@/components/transactions/filter-bar';
import { FilterChips } from '@/components/transactions/filter-chips';
import { listHref } from '@/components/transactions/list-links';
import { CursorRefused, IgnoredParameters, NothingMatches, TookTooLong } from '@/components/transactions/list-states';
import { ListTotals } from '@/components/transactions/list-totals';
import { toRow } from '@/components/transactions/transaction-row';
import { TransactionTable } from '@/components/transactions/transaction-table';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CursorPages } from '@/components/ui/cursor-pages';
import { requireViewer } from '@/lib/access/session';
import { sqlState } from '@/lib/db';
import { env } from '@/lib/env';
import { formatCount } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';
import { countFilters, type ListQuery, readListQuery, writeListQuery } from '@/lib/transactions/filters';
import { readPageWithTotals } from '@/lib/transactions/list.store';
import type { Page, Total } from '@/lib/transactions/page';

export const metadata: Metadata = { title: 'Transactions' };

const QUERY_CANCELLED = '57014';

export default async function TransactionsPage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  await requireViewer();
  const zone = await displayZone();
  const { query, problems } = readListQuery(toSearch(await searchParams));
  const list = await readList(query);
  const count = list === 'too long' ? null : list.totals.reduce((sum, total) => sum + total.count, 0);
  return (
    // From a tablet up the list scrolls in a pane of its own: head, totals and page links stay in sight.
    <div className="flex flex-col md:h-[calc(100dvh-7.5rem)] md:min-h-[34rem]">
      <PageHeader
        title="Transactions"
        description={count === null ? 'Not counted' : found(count, query)}
        actions={<ExportLink query={query} />}
      />
      <IgnoredParameters problems={problems} />
      <div className="mb-4 space-y-3">
        <FilterBar query={query} zone={zone} now={new Date()} />
        {count !== 0 && <FilterChips query={query} />}
      </div>
      <Card className="flex min-h-0 min-w-0 flex-col">
        {list === 'too long' ? <TookTooLong query={query} /> : <Listed {...list} query={query} zone={zone} />}
      </Card>
    </div>
  );
}

type List = { readonly page: Page | { readonly message: string }; readonly totals: Total[] };

/** The page, or that the database's own limit ended the reading; anything else goes to the error page. */
async function readList(query: ListQuery): Promise<List | 'too long'> {
  try {
    return await readPageWithTotals(query);
  } catch (error) {
    if (sqlState(error) === QUERY_CANCELLED) return 'too long';
    throw error;
  }
}

function Listed({ page, totals, query, zone }: List & { readonly query: ListQuery; readonly zone: TimeZone }) {
  if ('message' in page) return <CursorRefused query={query} message={page.message} />;
  if (totals.length === 0) {
    return countFilters(query.filters) > 0 ? (
      <NothingMatches query={query} />
    ) : (
      <FirstDelivery appUrl={env().APP_URL} />
    );
  }
  const href = (cursor: string | null) => cursor && listHref({ ...query, cursor });
  return (
    <>
      <TransactionTable rows={page.rows.map(toRow)} query={query} zone={zone} />
      <ListTotals totals={totals} />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3">
        <p className="text-xs text-ink-2">
          {page.rows.length === 1 ? '1 row' : `${formatCount(page.rows.length)} rows`} on this page
        </p>
        <CursorPages label="Pages" previous={href(page.previous)} next={href(page.next)} />
      </div>
    </>
  );
}

function ExportLink({ query }: { readonly query: ListQuery }) {
  const search = writeListQuery({ ...query, cursor: null });
  return (
    <a href={`/transactions/export?${search}`} download className={buttonClass()}>
      <Download aria-hidden /> Export CSV
    </a>
  );
}

function found(count: number, { filters }: ListQuery): string {
  const noun = count === 1 ? 'transaction' : 'transactions';
  return `${formatCount(count)} ${noun}${countFilters(filters) > 0 ? ' found' : ''}`;
}
