'use client';

import { type CSSProperties, type ReactNode, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { CellMenu } from './cell-menu';
import type { TableColumn } from './column';
import type { HeadSort } from './head-cell';
import { TableHead } from './table-head';
import { ACTIONS_WIDTH, PARTS, ROLES, TOOLS_WIDTH } from './table-parts';
import { TableRow } from './table-row';
import { type BodyEvents, useBodyEvents } from './use-body-events';
import { fillerPlace, useColumns } from './use-columns';
import { useLines } from './use-lines';

/** What stands under a row that was opened: other rows, or a sentence. */
export type Below<Row> = { readonly rows: readonly Row[] } | { readonly note: string };

/** What keys and panels ask of a table. */
export type TableHandle = {
  /** The row that has the focus; `null` when none has. */
  readonly currentId: () => string | null;
  /** Gives the focus to the row `step` places on, from none to the first or last; its id, `null` at the end. */
  readonly walk: (step: number) => string | null;
  /** Gives the focus to a row, scrolled into sight; `false` where it is not on this page. */
  readonly focus: (id: string) => boolean;
};

type Props<Row> = Omit<BodyEvents<Row>, 'rowsById'> & {
  /** Its accessible name. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  /** Columns kept at the left until a person says otherwise. */
  readonly start: readonly string[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly rowClass?: (id: string) => string | undefined;
  readonly sortOf: (columnId: string) => HeadSort | null;
  readonly openId: string | null;
  readonly below: ReadonlyMap<string, Below<Row>>;
  readonly actions?: (row: Row) => ReactNode;
  readonly handle?: Ref<TableHandle>;
};

type Line<Row> =
  | { readonly key: string; readonly row: Row; readonly id: string; readonly isBelow: boolean }
  | { readonly key: string; readonly note: string };

/** A table of one page of a list: its columns are each person's, its rows are walked, chosen and opened. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, rows, rowId, below, selection, openId, actions } = props;
  const pane = useRef<HTMLElement>(null);
  const columns = useColumns(props.columns, props.start);
  const lines = useMemo(() => linesOf(rows, rowId, below), [rows, rowId, below]);
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  const shown = useLines(keys, pane, columns.layout.density);
  const rowsById = useMemo(
    () => new Map(lines.flatMap((line) => ('row' in line ? [[line.id, line.row]] : []))),
    [lines],
  );
  const events = useBodyEvents({ ...props, rowsById }, props.columns, shown, lines.length);
  useImperativeHandle(props.handle, () => ({
    ...events.walker,
    focus: (id) => {
      const at = lines.findIndex((line) => 'row' in line && line.id === id);
      if (at >= 0) shown.focus(at);
      return at >= 0;
    },
  }));
  const style = {
    ...columns.style,
    '--start-tools': `${TOOLS_WIDTH}px`,
    '--end-tools': `${actions ? ACTIONS_WIDTH : 0}px`,
    '--tools-width': `${TOOLS_WIDTH + (actions ? ACTIONS_WIDTH : 0)}px`,
  } as CSSProperties;
  return (
    <section ref={pane} aria-label={label} className={PARTS.pane}>
      <table
        {...ROLES.grid}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.visible.length + (actions ? 2 : 1)}
        data-density={columns.layout.density}
        style={style}
        className={PARTS.table}
      >
        <TableHead
          columns={columns}
          sortOf={props.sortOf}
          ids={rows.map(rowId)}
          selection={selection}
          fillerAt={fillerPlace(columns.visible)}
          hasActions={actions !== undefined}
        />
        <tbody {...ROLES.group} ref={events.body} className={PARTS.body} {...events.handlers}>
          {shown.laidOut.map((place) => {
            if ('room' in place) return <Room key={place.key} height={place.room} />;
            const line = lines[place.at];
            if (!line) return null;
            if ('note' in line) return <Note key={line.key} at={place.at} note={line.note} measure={shown.measure} />;
            return (
              <TableRow
                key={line.key}
                row={line.row}
                id={line.id}
                label={props.rowLabel(line.row)}
                places={columns.visible}
                index={place.at + 2}
                at={place.at}
                isBelow={line.isBelow}
                isSelected={!line.isBelow && selection.selected.has(line.id)}
                isOpen={openId === line.id}
                isExpanded={line.isBelow ? null : below.has(line.id)}
                className={props.rowClass?.(line.id)}
                actions={line.isBelow ? actions && null : actions?.(line.row)}
                measure={shown.measure}
              />
            );
          })}
        </tbody>
      </table>
      <CellMenu pane={pane} columns={props.columns} rowsById={rowsById} />
    </section>
  );
}

/** The room of rows that are not laid out. */
function Room({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden className="max-md:block">
      <td colSpan={100} style={{ height }} className="max-md:block" />
    </tr>
  );
}

type NoteProps = {
  readonly at: number;
  readonly note: string;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
};

function Note({ at, note, measure }: NoteProps) {
  return (
    <tr {...ROLES.row} ref={measure} data-index={at} aria-rowindex={at + 2} className="bg-surface max-md:block">
      <td
        {...ROLES.cell}
        colSpan={100}
        className="h-9 border-b border-line pl-16 text-xs text-ink-2 max-md:block max-md:py-2"
      >
        <span role="status">{note}</span>
      </td>
    </tr>
  );
}

function linesOf<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  below: ReadonlyMap<string, Below<Row>>,
): Line<Row>[] {
  return rows.flatMap((row): Line<Row>[] => {
    const id = rowId(row);
    const own: Line<Row> = { key: id, row, id, isBelow: false };
    const under = below.get(id);
    if (!under) return [own];
    if ('note' in under) return [own, { key: `${id} note`, note: under.note }];
    return [
      own,
      ...under.rows.map((other) => ({ key: `${id} ${rowId(other)}`, row: other, id: rowId(other), isBelow: true })),
    ];
  });
}
