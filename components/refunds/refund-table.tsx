'use client';

import { type Header, useTable } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { HeadCell } from '@/components/transactions/head-cell';
import { LinkedRow } from '@/components/transactions/linked-row';
import { PARTS, TABLE_PANE } from '@/components/transactions/table-layout';
import { transactionHref } from '@/components/transactions/transaction-href';
import { useRowKeys } from '@/components/transactions/use-row-keys';
import { classNames } from '@/components/ui/class-names';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { REFUND_SORTS, type RefundQuery, type RefundSort } from '@/lib/refunds/refund-query';
import type { TimeZone } from '@/lib/time-zones';
import { features, refundColumns } from './refund-columns';
import { sortedRefundsHref } from './refund-links';
import { REFUND_COLUMN_LOOKS, REFUND_ROW } from './refund-table-layout';

type Props = {
  readonly rows: readonly RefundRow[];
  readonly query: RefundQuery;
  readonly zone: TimeZone;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
};

const BOX = 'block size-4 shrink-0 cursor-pointer accent-accent';

/** One page of the refunds. The order is the server's; `x` chooses the row one stands on, Escape none. */
export function RefundTable({ rows, query, zone, chosen, choose }: Props) {
  const t = useTranslations('refunds');
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = useMemo(() => refundColumns(t, zone), [t, zone]);
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
    getRowId: (row: RefundRow) => row.transactionId,
  });
  useRowKeys(body);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return choose([...chosen], false);
    if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = (event.target as HTMLElement).closest('tr')?.querySelector<HTMLInputElement>('[data-choose]')?.value;
    if (id !== undefined) choose([id], !chosen.has(id));
  };
  return (
    <section aria-label={t('title')} className={TABLE_PANE} onKeyDown={onKeyDown}>
      <table {...PARTS.table}>
        <thead {...PARTS.head}>
          {table.getHeaderGroups().map((group) => (
            <tr {...PARTS.headRow} key={group.id}>
              {group.headers.map((header, at) => (
                <HeadCell
                  key={header.id}
                  sorted={header.column.getIsSorted()}
                  href={sortHref(header, query)}
                  className={REFUND_COLUMN_LOOKS[header.column.id]?.head}
                  before={at === 0 && <ChooseAll rows={rows} chosen={chosen} choose={choose} />}
                >
                  <table.FlexRender header={header} />
                </HeadCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody {...PARTS.body} ref={body}>
          {table.getRowModel().rows.map((row) => (
            <LinkedRow key={row.id} href={transactionHref(row.id)} className={REFUND_ROW}>
              {row.getAllCells().map((cell, at) => (
                <td
                  {...PARTS.cell}
                  key={cell.id}
                  className={classNames(PARTS.cell.className, REFUND_COLUMN_LOOKS[cell.column.id]?.cell)}
                >
                  {at > 0 ? (
                    <table.FlexRender cell={cell} />
                  ) : (
                    <span className="flex items-center gap-3">
                      <Choose refund={row.original} chosen={chosen} choose={choose} />
                      <table.FlexRender cell={cell} />
                    </span>
                  )}
                </td>
              ))}
            </LinkedRow>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ChooseProps = Pick<Props, 'chosen' | 'choose'>;

function Choose({ refund, chosen, choose }: ChooseProps & { readonly refund: RefundRow }) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  const { transactionId, provider, kind } = refund;
  const named = { provider: PROVIDER_LABELS[provider], kind: words(`kind.${kind}`), id: transactionId };
  return (
    <input
      type="checkbox"
      data-choose
      value={transactionId}
      checked={chosen.has(transactionId)}
      onChange={(event) => choose([transactionId], event.currentTarget.checked)}
      aria-label={t('row.select', named)}
      className={BOX}
    />
  );
}

function ChooseAll({ rows, chosen, choose }: ChooseProps & { readonly rows: readonly RefundRow[] }) {
  const t = useTranslations('refunds');
  const ids = rows.map(({ transactionId }) => transactionId);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < ids.length;
      }}
      checked={ids.length > 0 && count === ids.length}
      onChange={(event) => choose(ids, event.currentTarget.checked)}
      aria-label={t('row.selectAll')}
      className={classNames(BOX, 'mr-3 inline-block align-middle')}
    />
  );
}

/** The list in the order that the column's head asks for; `null` where it asks for none. */
function sortHref({ column }: Header<typeof features, RefundRow, unknown>, query: RefundQuery): string | null {
  const next = `${column.getNextSortingOrder() === 'desc' ? '-' : ''}${column.id}`;
  return column.getCanSort() && isSort(next) ? sortedRefundsHref(query, next) : null;
}

function isSort(text: string): text is RefundSort {
  return (REFUND_SORTS as readonly string[]).includes(text);
}
