'use client';

import { type Header, useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { TimeZone } from '@/lib/time-zones';
import { type ListQuery, SORTS, type Sort } from '@/lib/transactions/filters';
import { HeadCell } from './head-cell';
import { LinkedRow } from './linked-row';
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
                <HeadCell
                  key={header.id}
                  sorted={header.column.getIsSorted()}
                  href={sortHref(header, query)}
                  className={COLUMN_LOOKS[header.column.id]?.head}
                >
                  <table.FlexRender header={header} />
                </HeadCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody {...PARTS.body} ref={body}>
          {table.getRowModel().rows.map((row) => (
            <LinkedRow key={row.id} href={transactionHref(row.original.id)}>
              {row.getAllCells().map((cell) => (
                <td
                  {...PARTS.cell}
                  key={cell.id}
                  className={classNames(PARTS.cell.className, COLUMN_LOOKS[cell.column.id]?.cell)}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </LinkedRow>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The list in the order that the column's head asks for; `null` where it asks for none. */
function sortHref({ column }: Header<Features, TransactionRow, unknown>, query: ListQuery): string | null {
  const next = `${column.getNextSortingOrder() === 'desc' ? '-' : ''}${column.id}`;
  return column.getCanSort() && isSort(next) ? sortedHref(query, next) : null;
}

function isSort(text: string): text is Sort {
  return (SORTS as readonly string[]).includes(text);
}
