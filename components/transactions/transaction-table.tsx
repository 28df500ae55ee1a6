'use client';

import { useTranslations } from 'next-intl';
import { type Ref, useMemo } from 'react';
import { RowMenuButton } from '@/components/panel/row-menu-button';
import type { TableColumn } from '@/components/table/column';
import { type Below, DataTable, type TableHandle } from '@/components/table/data-table';
import type { HeadSort } from '@/components/table/head-cell';
import type { Selection } from '@/components/table/use-selection';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { type ListQuery, SORTS, type Sort } from '@/lib/transactions/filters';
import { sortedHref } from './list-links';
import { FIRST_COLUMNS } from './transaction-columns';
import { transactionHref } from './transaction-href';
import type { TransactionRow } from './transaction-row';

type Props = {
  readonly rows: readonly TransactionRow[];
  readonly query: ListQuery;
  readonly columns: readonly TableColumn<TransactionRow>[];
  readonly selection: Selection;
  /** The row that is open beside the list. */
  readonly openId: string | null;
  readonly open: (id: string) => void;
  /** Opens the menu of a row. */
  readonly openMenu: (id: string) => void;
  readonly below: ReadonlyMap<string, Below<TransactionRow>>;
  readonly expand: (id: string) => void;
  readonly rowClass?: (id: string) => string | undefined;
  readonly handle?: Ref<TableHandle>;
};

/** One page of the list. The order is the server's; heads are links that ask for another. */
export function TransactionTable({ query, openMenu, ...rest }: Props) {
  const t = useTranslations('transactions');
  const words = useTranslations('words');
  const labelOf = useMemo(
    () =>
      ({ provider, kind, id }: TransactionRow) =>
        `${PROVIDER_LABELS[provider]} ${words(`kind.${kind}`)} ${id}`,
    [words],
  );
  const sortOf = useMemo(() => (columnId: string) => headSort(columnId, query), [query]);
  const buttons = useMemo(
    () =>
      new Map(
        rest.rows.map((row) => [
          row,
          <RowMenuButton key={row.id} id={row.id} label={labelOf(row)} openMenu={openMenu} />,
        ]),
      ),
    [rest.rows, openMenu, labelOf],
  );
  return (
    <DataTable
      label={t('title')}
      start={FIRST_COLUMNS}
      rowId={idOf}
      rowLabel={labelOf}
      href={transactionHref}
      sortOf={sortOf}
      actions={(row) => buttons.get(row)}
      {...rest}
    />
  );
}

function idOf({ id }: TransactionRow): string {
  return id;
}

/** The list in the order that a column's head asks for: largest and latest first, then the other way round. */
function headSort(columnId: string, query: ListQuery): HeadSort | null {
  const falling = `-${columnId}`;
  if (!isSort(falling) || !isSort(columnId)) return null;
  const isFalling = query.sort === falling;
  const direction = isFalling ? 'descending' : query.sort === columnId ? 'ascending' : 'none';
  return { direction, href: sortedHref(query, isFalling ? columnId : falling) };
}

function isSort(text: string): text is Sort {
  return (SORTS as readonly string[]).includes(text);
}
