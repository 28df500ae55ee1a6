import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { TableLayout } from '@/lib/views/layout';
import type { TABLE_FEATURES } from './column';
import { moved, NARROWEST, resized, WIDEST } from './layout-state';
import { PARTS, pinClass, pinStyle, ROLES } from './table-parts';
import type { PlacedColumn } from './use-columns';

/** How a list is ordered by a column, and the list in the order that a click on its head asks for. */
export type HeadSort = { readonly direction: 'ascending' | 'descending' | 'none'; readonly href: string };

type Props<Row> = {
  readonly place: PlacedColumn<Row>;
  readonly header: Header<typeof TABLE_FEATURES, object, unknown>;
  readonly layout: TableLayout;
  readonly change: (layout: TableLayout) => void;
  /** `null` where a list cannot be ordered by it. */
  readonly sort: HeadSort | null;
  readonly index: number;
};

const DRAGGED = 'application/x-concilia-column';

/** The head of a column: orders the list, is dragged to another place, and is pulled wider at its edge. */
export function HeadCell<Row>({ place: { column, region, isEdge }, header, layout, change, sort, index }: Props<Row>) {
  const [isAimedAt, setIsAimedAt] = useState(false);
  const isColumn = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED);
  const drop = (event: DragEvent) => {
    setIsAimedAt(false);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id) change(moved(layout, id, column.id));
  };
  return (
    <th
      {...ROLES.head}
      aria-label={column.label}
      aria-colindex={index}
      aria-sort={sort?.direction}
      data-column={column.id}
      style={pinStyle(region, column.id)}
      onDragOver={(event) => {
        if (!isColumn(event)) return;
        event.preventDefault();
        setIsAimedAt(true);
      }}
      onDragLeave={() => setIsAimedAt(false)}
      onDrop={drop}
      className={classNames(
        PARTS.headCell,
        column.isNumeric && 'text-right',
        pinClass(region, isEdge),
        isAimedAt && 'bg-accent-soft text-ink',
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu of columns does the same by keys */}
      <span
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, column.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
        className="inline-flex max-w-full cursor-grab items-center align-middle active:cursor-grabbing"
      >
        {sort ? <SortLink sort={sort} label={column.label} /> : <span className="truncate">{column.label}</span>}
      </span>
      <WidthHandle header={header} label={column.label} resize={(width) => change(resized(layout, column.id, width))} />
    </th>
  );
}

function SortLink({ sort: { direction, href }, label }: { readonly sort: HeadSort; readonly label: string }) {
  const isSorted = direction !== 'none';
  const Icon = direction === 'descending' ? ArrowDown : isSorted ? ArrowUp : ChevronsUpDown;
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      draggable={false}
      className={classNames(
        'group/sort inline-flex min-w-0 items-center gap-1 rounded-sm hover:text-ink',
        isSorted && 'text-ink',
      )}
    >
      <span className="truncate">{label}</span>
      <Icon
        aria-hidden
        className={classNames('size-3.5 shrink-0', !isSorted && 'opacity-40 group-hover/sort:opacity-100')}
      />
    </Link>
  );
}

const KEY_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -8, ArrowRight: 8 };

type HandleProps = {
  readonly header: Props<unknown>['header'];
  readonly label: string;
  readonly resize: (width: number | null) => void;
};

/** The edge of a column: pulled by mouse or finger, or moved by the arrow keys; a double click gives the width back. */
function WidthHandle({ header, label, resize }: HandleProps) {
  const t = useTranslations('table');
  const width = header.getSize();
  const start = header.getResizeHandler();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    if (step !== undefined) resize(width + (event.shiftKey ? 4 * step : step));
    else if (event.key === 'Home') resize(null);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between texts cannot be moved, a splitter can
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('width', { label })}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onMouseDown={(event) => {
        event.preventDefault(); // neither text is marked nor the head dragged
        start(event);
      }}
      onTouchStart={start}
      onDoubleClick={() => resize(null)}
      onKeyDown={onKeyDown}
      className={classNames(
        'absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none rounded-sm after:absolute after:inset-y-2 after:right-0 after:w-px after:bg-line-strong hover:after:inset-y-0 hover:after:w-0.5 hover:after:bg-accent focus-visible:after:bg-accent max-md:hidden',
        header.column.getIsResizing() && 'after:inset-y-0 after:w-0.5 after:bg-accent',
      )}
    />
  );
}
