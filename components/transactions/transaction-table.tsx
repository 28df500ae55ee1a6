'use client';

import { type Header, type Row, useTable } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useMemo, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { TimeZone } from '@/lib/time-zones';
import { type ListQuery, SORTS, type Sort } from '@/lib/transactions/filters';
import { sortedHref } from './list-links';
import { COLUMN_LOOKS, PARTS, TABLE_PANE } from './table-layout';
import { features, transactionColumns } from './transaction-columns';
import { transactionHref } from './transaction-href';
import type { TransactionRow } from './transaction-row';
import { useRowKeys } from './use-row-keys';

type Props = { readonly rows: readonly TransactionRow[]; readonly query: ListQuery; readonly zone: TimeZone };
type Features = typeof features;

/** One page of the list. The order is the server's; heads are links that ask for another. */
export function TransactionTable({ rows, query, zone }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = useMemo(() => transactionColumns(zone), [zone]);
  const data = useMemo(() => [...rows], [rows]);
  const sorting = useMemo(() => [{ id: query.sort.replace('-', ''), desc: query.sort.startsWith('-') }], [query.sort]);
  const table = useTable({
    features,
    columns,
    data,
    state: { sorting },
    manualSorting: true,
    enableSortingRemoval: false,
    sortDescFirst: true,
    getRowId: (row: TransactionRow) => row.id,
  });
  useRowKeys(body);
  return (
    <section aria-label="Transactions" className={TABLE_PANE}>
      <table {...PARTS.table}>
        <thead {...PARTS.head}>
          {table.getHeaderGroups().map((group) => (
            <tr {...PARTS.headRow} key={group.id}>
              {group.headers.map((header) => (
                <HeadCell key={header.id} header={header} query={query}>
                  <table.FlexRender header={header} />
                </HeadCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody {...PARTS.body} ref={body}>
          {table.getRowModel().rows.map((row) => (
            <BodyRow key={row.id} row={row}>
              {row.getAllCells().map((cell) => (
                <td
                  {...PARTS.cell}
                  key={cell.id}
                  className={classNames(PARTS.cell.className, COLUMN_LOOKS[cell.column.id]?.cell)}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </BodyRow>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadProps = {
  readonly header: Header<Features, TransactionRow, unknown>;
  readonly query: ListQuery;
  readonly children: React.ReactNode;
};

function HeadCell({ header, query, children }: HeadProps) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const className = classNames(PARTS.headCell.className, COLUMN_LOOKS[column.id]?.head);
  const next = `${column.getNextSortingOrder() === 'desc' ? '-' : ''}${column.id}`;
  if (!column.getCanSort() || !isSort(next)) {
    return (
      <th {...PARTS.headCell} className={className}>
        {children}
      </th>
    );
  }
  const Icon = sorted === 'desc' ? ArrowDown : sorted === 'asc' ? ArrowUp : ChevronsUpDown;
  const ariaSort = sorted === 'desc' ? 'descending' : sorted === 'asc' ? 'ascending' : 'none';
  return (
    <th {...PARTS.headCell} aria-sort={ariaSort} className={className}>
      <Link
        href={sortedHref(query, next)}
        scroll={false}
        prefetch={false}
        className={classNames(
          'group/sort inline-flex items-center gap-1 rounded-sm hover:text-ink',
          sorted && 'text-ink',
        )}
      >
        {children}
        <Icon aria-hidden className={classNames('size-3.5', !sorted && 'opacity-40 group-hover/sort:opacity-100')} />
      </Link>
    </th>
  );
}

function isSort(text: string): text is Sort {
  return (SORTS as readonly string[]).includes(text);
}

/** A click anywhere on the row does what its link does; links, buttons and selected text keep their own meaning. */
function BodyRow({
  row,
  children,
}: {
  readonly row: Row<Features, TransactionRow>;
  readonly children: React.ReactNode;
}) {
  const router = useRouter();
  const href = transactionHref(row.original.id);
  const open = (event: MouseEvent<HTMLElement>) => {
    const isOwn = (event.target as HTMLElement).closest('a, button, input') !== null;
    if (isOwn || event.defaultPrevented || String(window.getSelection()) !== '') return;
    if (event.metaKey || event.ctrlKey || event.button === 1) window.open(href, '_blank', 'noopener');
    else if (event.button === 0) router.push(href);
  };
  return (
    <tr
      {...PARTS.row}
      onClick={open}
      onAuxClick={open}
      className={classNames(
        PARTS.row.className,
        'cursor-pointer hover:bg-sunken has-[[data-row-link]:focus-visible]:bg-accent-soft',
      )}
    >
      {children}
    </tr>
  );
}
