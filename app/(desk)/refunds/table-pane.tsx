import { getTranslations } from 'next-intl/server';
import { refundsHref } from '@/components/refunds/refund-links';
import { RefundList } from '@/components/refunds/refund-list';
import {
  NoRefundMatches,
  NoRefundOpen,
  RefundCursorRefused,
  RefundsTookTooLong,
} from '@/components/refunds/refund-states';
import { ListTotals } from '@/components/transactions/list-totals';
import { Card } from '@/components/ui/card';
import { CursorPages } from '@/components/ui/cursor-pages';
import { readTable } from '@/lib/refunds/board.store';
import { countRefundFilters, type RefundFilters } from '@/lib/refunds/refund-query';
import { inTime } from '@/lib/snapshot.store';
import { assignPayments, notePayments } from '../payment-actions';
import type { PaneProps } from './pane';
import { returnedThisMonth } from './returned';

/** The table, or why there is none to show. */
export function TablePane({ table, ...props }: PaneProps & { readonly table: Table }) {
  const { query } = props;
  return (
    <Card className="flex min-h-0 min-w-0 flex-col">
      {table === 'too long' ? <RefundsTookTooLong query={query} /> : <Listed {...props} table={table} />}
    </Card>
  );
}

type Counted = Awaited<ReturnType<typeof readTable>>;
export type Table = Counted | 'too long';

/** The page, or that the database's own limit ended the reading; anything else goes to the error page. */
export function readRows({ read, now }: Pick<PaneProps, 'read' | 'now'>): Promise<Table> {
  return inTime(readTable(read, now));
}

async function Listed({ table: { page, totals }, ...props }: PaneProps & { readonly table: Counted }) {
  const { query, people, zone } = props;
  if ('message' in page) return <RefundCursorRefused query={query} message={page.message} />;
  if (totals.length === 0) {
    if (!asksForOpen(query.filters)) return <NoRefundMatches />;
    return <NoRefundOpen returned={await returnedThisMonth(props)} />;
  }
  const t = await getTranslations('refunds');
  const href = (cursor: string | null) => cursor && refundsHref({ ...query, cursor });
  return (
    <>
      <RefundList
        rows={page.rows}
        query={query}
        zone={zone}
        people={people}
        assign={assignPayments}
        addNotes={notePayments}
      />
      <ListTotals totals={totals} label={t('list.totals')} />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3">
        <p className="text-xs text-ink-2">{t('list.onPage', { count: page.rows.length })}</p>
        <CursorPages label={t('list.pages')} previous={href(page.previous)} next={href(page.next)} />
      </div>
    </>
  );
}

/** Whether nothing is asked, or nothing but what is open: there an empty list is good news. */
function asksForOpen(filters: RefundFilters): boolean {
  const isOpen = !filters.column.includes('returned');
  return isOpen && countRefundFilters({ ...filters, column: [] }) === 0;
}
