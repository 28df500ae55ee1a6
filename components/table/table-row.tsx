import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, memo, type ReactNode, type Ref } from 'react';
import { classNames } from '@/components/ui/class-names';
import { PARTS, pinClass, pinStyle, ROLES } from './table-parts';
import { fillerPlace, type PlacedColumn } from './use-columns';

type Props<Row> = {
  readonly row: Row;
  readonly id: string;
  /** What it is called where only words help: "Juno Issuance juno:issuance:…". */
  readonly label: string;
  readonly places: readonly PlacedColumn<Row>[];
  /** Its place among all rows, the head counted. */
  readonly index: number;
  /** Its place among the rows that are laid out, for measuring. */
  readonly at: number;
  /** Rows that belong to the one above stand under it, one step in, and are not chosen. */
  readonly isBelow: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  /** `null` where nothing can stand under it. */
  readonly isExpanded: boolean | null;
  readonly className?: string | undefined;
  readonly actions: ReactNode;
  readonly measure?: Ref<HTMLTableRowElement> | undefined;
};

const BOX = 'block size-4 shrink-0 cursor-pointer accent-accent';

/** One row. It has no handlers of its own: what is clicked or pressed in it is heard by the table's body. */
function Row<Row>(props: Props<Row>) {
  const t = useTranslations('table');
  const fillerAt = fillerPlace(props.places);
  const { row, id, label, places, index, at, isBelow, isSelected, isOpen, isExpanded, className, actions, measure } =
    props;
  return (
    <tr
      {...ROLES.row}
      ref={measure}
      data-row={id}
      data-index={at}
      data-below={isBelow || undefined}
      data-open={isOpen || undefined}
      aria-rowindex={index}
      aria-selected={isBelow ? undefined : isSelected}
      className={classNames(PARTS.row, 'cursor-pointer', isBelow && 'max-md:pl-8', className)}
    >
      <td
        {...ROLES.cell}
        aria-colindex={1}
        className={classNames(PARTS.cell, 'sticky left-0 z-10 pr-0! pl-4 max-md:static max-md:[grid-area:tools]')}
      >
        <span className="flex items-center gap-1.5">
          {isBelow ? (
            <span aria-hidden className="ml-6 h-4 w-3 border-b border-l border-line-strong" />
          ) : (
            <input
              type="checkbox"
              data-choose
              checked={isSelected}
              readOnly
              aria-label={t('select', { label })}
              className={BOX}
            />
          )}
          {isExpanded !== null && <Expander isExpanded={isExpanded} label={label} />}
        </span>
      </td>
      {places.map((place, i) => (
        <Fragment key={place.column.id}>
          {i === fillerAt && <Filler />}
          <Cell row={row} place={place} index={i + 2} />
        </Fragment>
      ))}
      {fillerAt === places.length && <Filler />}
      {actions !== undefined && (
        <td
          {...ROLES.cell}
          aria-colindex={places.length + 2}
          className={classNames(PARTS.cell, 'sticky right-0 z-10 px-2 max-md:hidden')}
        >
          {actions}
        </td>
      )}
    </tr>
  );
}

type CellProps<Row> = { readonly row: Row; readonly place: PlacedColumn<Row>; readonly index: number };

function Cell<Row>({ row, place: { column, region, isEdge }, index }: CellProps<Row>) {
  return (
    <td
      {...ROLES.cell}
      aria-colindex={index}
      data-column={column.id}
      data-label={column.isNamedInCard ? column.label : undefined}
      style={pinStyle(region, column.id)}
      className={classNames(
        PARTS.cell,
        column.isNumeric && PARTS.numeric,
        pinClass(region, isEdge),
        column.card ?? 'max-md:hidden',
      )}
    >
      {column.cell(row)}
    </td>
  );
}

/** Takes the room that the columns leave in a wide pane. */
function Filler() {
  return <td aria-hidden className={classNames(PARTS.cell, 'px-0 max-md:hidden')} />;
}

/** Drawn again only when something of it changed: choosing one row leaves the others as they are. */
export const TableRow = memo(Row) as typeof Row;

function Expander({ isExpanded, label }: { readonly isExpanded: boolean; readonly label: string }) {
  const t = useTranslations('table');
  return (
    <button
      type="button"
      data-expand
      aria-expanded={isExpanded}
      aria-label={t('linked', { label })}
      title={isExpanded ? t('hideLinked') : t('showLinked')}
      className="grid size-6 cursor-pointer place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
    >
      <ChevronRight aria-hidden className={classNames('size-4 transition-transform', isExpanded && 'rotate-90')} />
    </button>
  );
}
