import { Ellipsis, Filter, FilterX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { Popover } from '@/components/ui/popover';
import type { CellFilter, TableColumn } from './column';

type Props<Row> = {
  readonly pane: RefObject<HTMLElement | null>;
  readonly columns: readonly TableColumn<Row>[];
  readonly rowsById: ReadonlyMap<string, Row>;
};

/** Where the button stands, in the pane's own measure. */
type Place = { readonly cell: HTMLElement; readonly top: number; readonly left: number; readonly filter: CellFilter };

const BUTTON = 22;
const CHOICE =
  'flex items-center gap-2 rounded-md px-2 py-1.5 text-body text-ink hover:bg-sunken [&_svg]:size-4 [&_svg]:text-ink-2';

/**
 * One button for all cells: it stands in the cell under the pointer whose value the list can be narrowed to. By keys the
 * same is in the menu of the row, and by Alt and a click without any menu.
 */
export function CellMenu<Row>({ pane, columns, rowsById }: Props<Row>) {
  const t = useTranslations('table');
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const isOpen = () => element.querySelector('[data-cell-menu] :popover-open') !== null;
    const onOver = (event: PointerEvent) => {
      const target = event.target as HTMLElement;
      if (event.pointerType === 'touch' || target.closest('[data-cell-menu]') || isOpen()) return;
      const cell = target.closest<HTMLElement>('tbody td[data-column]');
      setPlace((before) => (before && before.cell === cell ? before : placeOf(cell, element, columns, rowsById)));
    };
    const leave = () => !isOpen() && setPlace(null);
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('scroll', leave, { passive: true });
    return () => {
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('scroll', leave);
    };
  }, [pane, columns, rowsById]);
  if (!place) return null;
  const { words, include, exclude } = place.filter;
  return (
    <div data-cell-menu style={{ top: place.top, left: place.left }} className="absolute z-10 max-md:hidden">
      <Popover
        label={words}
        triggerLabel={t('filter.by', { words })}
        trigger={<Ellipsis aria-hidden className="size-3.5" />}
        triggerClassName="grid size-5.5 cursor-pointer place-items-center rounded-md border border-line bg-surface text-ink-2 shadow-xs hover:text-ink"
        closesOnClick
        className="min-w-52 p-1"
      >
        <Link href={include} scroll={false} prefetch={false} className={CHOICE}>
          <Filter aria-hidden /> {t('filter.only', { words })}
        </Link>
        {exclude !== null && (
          <Link href={exclude} scroll={false} prefetch={false} className={CHOICE}>
            <FilterX aria-hidden /> {t('filter.allBut', { words })}
          </Link>
        )}
        <p className="px-2 py-1 text-xs text-ink-2">{t('filter.keys')}</p>
      </Popover>
    </div>
  );
}

/** At the end of the cell where its text does not stand. */
function placeOf<Row>(
  cell: HTMLElement | null,
  pane: HTMLElement,
  columns: readonly TableColumn<Row>[],
  rowsById: ReadonlyMap<string, Row>,
): Place | null {
  const column = columns.find(({ id }) => id === cell?.dataset.column);
  const row = rowsById.get(cell?.closest('tr')?.dataset.row ?? '');
  const filter = row === undefined ? null : column?.filter?.(row);
  if (!cell || !filter) return null;
  const [inner, outer] = [cell.getBoundingClientRect(), pane.getBoundingClientRect()];
  const inset = column?.isNumeric ? 2 : inner.width - BUTTON - 2;
  return {
    cell,
    filter,
    top: inner.top - outer.top + pane.scrollTop + (inner.height - BUTTON) / 2,
    left: inner.left - outer.left + pane.scrollLeft + inset,
  };
}
