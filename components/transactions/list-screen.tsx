'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useRegion } from '@/components/language/reader';
import { withGone } from '@/components/live/gone-sign';
import { LiveBar } from '@/components/live/live-bar';
import { useLiveTransactions } from '@/components/live/use-live-transactions';
import type { PanelSource } from '@/components/panel/panel-content';
import { usePanel } from '@/components/panel/use-panel';
import { ColumnMenu } from '@/components/table/column-menu';
import type { TableHandle } from '@/components/table/data-table';
import { useSelection } from '@/components/table/use-selection';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { TimeZone } from '@/lib/time-zones';
import { type ListQuery, writeListQuery } from '@/lib/transactions/filters';
import { withFilters } from './cell-filters';
import { filteredHref } from './list-links';
import { type BulkTools, TransactionBulkBar } from './transaction-bulk-bar';
import { FIRST_COLUMNS, transactionColumns } from './transaction-columns';
import { TransactionPanel } from './transaction-panel';
import type { TransactionRow } from './transaction-row';
import { TransactionTable } from './transaction-table';
import { type LoadLinked, useLinked } from './use-linked';

type Props = {
  /** As the server drew them, at a place in the chain of receipts. */
  readonly rows: readonly TransactionRow[];
  readonly mark: string;
  readonly query: ListQuery;
  readonly zone: TimeZone;
  readonly now: Date;
  readonly loadLinked: LoadLinked;
  readonly panelSource: PanelSource;
  readonly bulk: BulkTools;
  /** How many match the whole filter; `null` where they were not counted. */
  readonly total: number | null;
  /** What the list is narrowed to. */
  readonly chips: ReactNode;
  /** Totals and links to other pages: the server's, below the rows. */
  readonly foot: ReactNode;
};

/** The rows of one page and what a person does with them: here the parts of the list meet. */
export function ListScreen(props: Props) {
  const { rows: drawn, mark, query, zone, now, loadLinked, panelSource, chips, foot, bulk, total } = props;
  const live = useLiveTransactions({ rows: drawn, query, mark });
  const { rows, gone, glowing } = live;
  const t = useTranslations('transactions');
  const table = useRef<TableHandle>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const [menuId, setMenuId] = useState<string | null>(null);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const filtered = useColumns(query, zone, now);
  const columns = useMemo(() => withGone(filtered, 'status', gone), [filtered, gone]);
  const selection = useSelection(ids);
  const { below, expand } = useLinked(loadLinked);
  const panel = usePanel(
    panelSource,
    rows.map(({ id, updatedAt, eventCount }) => ({ id, version: `${updatedAt} ${eventCount}` })),
  );
  const filtersOf = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row ? columns.flatMap(({ filter }) => filter?.(row) ?? []) : [];
  };
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {chips}
        <div className="ml-auto flex items-center gap-2">
          <LiveBar live={live} />
        </div>
        <div className="flex items-center gap-2 max-md:hidden">
          <Button look="ghost" size="small" onClick={() => sheet.current?.showModal()}>
            <Keyboard aria-hidden /> {t('keys.button')}
          </Button>
          <ColumnMenu columns={columns} start={FIRST_COLUMNS} />
        </div>
      </div>
      <Card className="flex min-h-0 min-w-0 flex-col">
        <TransactionTable
          handle={table}
          rows={rows}
          query={query}
          columns={columns}
          selection={selection}
          openId={panel.openId}
          open={panel.open}
          openMenu={setMenuId}
          below={below}
          expand={expand}
          rowClass={(id) => (glowing.has(id) ? 'row-glow' : undefined)}
        />
        {foot}
      </Card>
      <TransactionBulkBar
        {...{ rows, selection, total }}
        filter={writeListQuery({ filters: query.filters }).toString()}
        tools={bulk}
      />
      <TransactionPanel
        {...{ panel, table, selection, menuId, setMenuId, sheet, filtersOf }}
        source={panelSource}
        count={rows.length}
        unsearchedHref={query.filters.q === null ? null : filteredHref(query, { q: null })}
      />
    </>
  );
}

/** Every column in the reader's words, with what a click on a value narrows the list to. */
function useColumns(query: ListQuery, zone: TimeZone, now: Date) {
  const t = useTranslations('transactions');
  const words = useTranslations('words');
  const filters = useTranslations('filters');
  const region = useRegion();
  return useMemo(
    () => withFilters(transactionColumns({ t, region, zone, now }), query, { t, words, filters }),
    [t, words, filters, region, zone, now, query],
  );
}
