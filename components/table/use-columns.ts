import { createColumnHelper, type Updater, useTable } from '@tanstack/react-table';
import { type CSSProperties, useMemo } from 'react';
import type { TableLayout } from '@/lib/views/layout';
import { TABLE_FEATURES, type TableColumn } from './column';
import { useTableLayout } from './layout-provider';
import { fromLeft, NARROWEST, type Region, regionOf, resized, settled, WIDEST } from './layout-state';

type Widths = Record<string, number>;

/** Rows are laid out by ourselves: what is asked of the table is its columns. */
const NO_ROWS: readonly object[] = [];
const helper = createColumnHelper<typeof TABLE_FEATURES, object>();

/** The columns of a table as its layout has them: order, widths and ends, and the ways to change them. */
export function useColumns<Row>(columns: readonly TableColumn<Row>[], start: readonly string[]) {
  const { layout: kept, change } = useTableLayout();
  const layout = useMemo(() => settled(kept, columns, start), [kept, columns, start]);
  const definitions = useMemo(
    () =>
      columns.map(({ id, label, width }) =>
        helper.display({ id, header: label, size: width, minSize: NARROWEST, maxSize: WIDEST }),
      ),
    [columns],
  );
  const state = useMemo(() => stateOf(layout), [layout]);
  const table = useTable({
    features: TABLE_FEATURES,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state,
    onColumnSizingChange: (updater: Updater<Widths>) => change(withWidths(layout, updater)),
  });
  const shownIds = fromLeft(layout).filter((id) => !layout.hidden.includes(id));
  const key = shownIds.map((id) => `${regionOf(layout, id)} ${id}`).join(',');
  // Rows are drawn again when other columns are shown, not when one of them gets wider.
  const visible = useMemo(() => placed(columns, key), [columns, key]);
  return { table, layout, change, visible, style: offsetsOf(table) };
}

export type Columns<Row> = ReturnType<typeof useColumns<Row>>;
export type ColumnsTable = Columns<unknown>['table'];

/** A column and the end it is pinned to, and whether it stands at the inner edge of what is pinned there. */
export type PlacedColumn<Row> = {
  readonly column: TableColumn<Row>;
  readonly region: Region;
  readonly isEdge: boolean;
};

/** Before which place the room stands that the columns leave: what is pinned to the right is at the right. */
export function fillerPlace(places: readonly { readonly region: Region }[]): number {
  const at = places.findIndex(({ region }) => region === 'end');
  return at < 0 ? places.length : at;
}

function placed<Row>(columns: readonly TableColumn<Row>[], key: string): PlacedColumn<Row>[] {
  const places = key.split(',').map((place) => place.split(' ') as [Region, string]);
  return places.flatMap(([region, id], at) => {
    const column = columns.find((one) => one.id === id);
    const neighbour = places[region === 'end' ? at - 1 : at + 1];
    return column ? [{ column, region, isEdge: region !== 'middle' && neighbour?.[0] !== region }] : [];
  });
}

function stateOf(layout: TableLayout) {
  const inOrder = (ids: readonly string[]) => layout.order.filter((id) => ids.includes(id));
  return {
    columnOrder: [...layout.order],
    columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
    columnPinning: { start: inOrder(layout.start), end: inOrder(layout.end) },
    columnSizing: layout.widths,
  };
}

function withWidths(layout: TableLayout, updater: Updater<Widths>): TableLayout {
  const widths = typeof updater === 'function' ? updater(layout.widths) : updater;
  return Object.entries(widths).reduce((after, [id, width]) => resized(after, id, width), layout);
}

/** Where each pinned column stands, as variables that its cells read: a wider column moves the others without drawing rows. */
function offsetsOf(table: ReturnType<typeof useTable<typeof TABLE_FEATURES, object>>): CSSProperties {
  const variables: Record<string, string> = { '--table-width': `${table.getTotalSize()}px` };
  for (const column of table.getStartVisibleLeafColumns())
    variables[`--from-${column.id}`] = `${column.getStart('start')}px`;
  for (const column of table.getEndVisibleLeafColumns())
    variables[`--from-${column.id}`] = `${column.getAfter('end')}px`;
  return variables as CSSProperties;
}
