import { useRouter } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { TableColumn } from './column';
import type { Lines } from './use-lines';
import type { Selection } from './use-selection';

export type BodyEvents<Row> = {
  readonly selection: Selection;
  /** Shows a row beside the list, or goes to its page. */
  readonly open: (id: string) => void;
  readonly href: (id: string) => string;
  /** Opens or closes what stands under a row. */
  readonly expand: (id: string) => void;
  readonly rowsById: ReadonlyMap<string, Row>;
};

const PAGE_ROWS = 10;
const ROW_STEPS: Readonly<Record<string, number>> = {
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
const CELL_STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * What is clicked and pressed in the rows, heard once for all of them. A click anywhere in a row does what its link does;
 * with Alt it narrows the list to the cell's value (and Shift to all but it), with Shift alone it chooses a range. Links,
 * buttons and marked text keep their own meaning.
 */
export function useBodyEvents<Row>(
  { selection, open, href, expand, rowsById }: BodyEvents<Row>,
  columns: readonly TableColumn<Row>[],
  lines: Lines,
  count: number,
) {
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr[data-row]');
    const id = row?.dataset.row;
    if (id === undefined || event.defaultPrevented) return;
    if (target.closest('[data-choose]')) return event.shiftKey ? selection.extend(id) : selection.toggle(id);
    if (target.closest('[data-expand]')) return expand(id);
    if (event.altKey) {
      const column = columns.find((one) => one.id === target.closest<HTMLElement>('[data-column]')?.dataset.column);
      const filter = rowsById.has(id) ? column?.filter?.(rowsById.get(id) as Row) : null;
      const address = event.shiftKey ? filter?.exclude : filter?.include;
      event.preventDefault();
      if (address) router.push(address, { scroll: false });
      return;
    }
    const link = target.closest('[data-row-link]');
    if (!link && (target.closest('a, button, input, label') || String(window.getSelection()) !== '')) return;
    const isAside = event.metaKey || event.ctrlKey || event.button === 1;
    if (isAside) {
      if (!link) window.open(href(id), '_blank', 'noopener');
    } else if (event.button === 0) {
      event.preventDefault();
      if (event.shiftKey && !row?.dataset.below) selection.extend(id);
      else open(id);
    }
  };

  const currentAt = () => {
    const row = document.activeElement?.closest<HTMLElement>('tr[data-index]');
    return row && body.current?.contains(row) ? Number(row.dataset.index) : null;
  };
  const idAt = (at: number) => body.current?.querySelector<HTMLElement>(`tr[data-index="${at}"]`)?.dataset.row ?? null;
  const focusAt = (at: number) => {
    const to = Math.min(count - 1, Math.max(0, at));
    lines.focus(to);
    return to;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = currentAt();
    if (at === null) return;
    const step = ROW_STEPS[event.key];
    if (step !== undefined) focusAt(at + step);
    else if (!stepInRow(event, CELL_STEPS[event.key])) return;
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest<HTMLElement>('tr[data-index]');
    if (row) lines.noteFocus(Number(row.dataset.index));
  };

  const walker = {
    currentId: () => {
      const at = currentAt();
      return at === null ? null : idAt(at);
    },
    walk: (step: number) => {
      const from = currentAt() ?? (step > 0 ? -1 : count);
      const to = from + step;
      if (to < 0 || to >= count) return null;
      return idAt(focusAt(to));
    },
  };
  return {
    body,
    walker,
    handlers: { onClick, onAuxClick: onClick, onKeyDown, onFocus, onMouseDown: keepTextUnmarked },
  };
}

/** From one link, box or button of the row to the next; `false` at its end. */
function stepInRow(event: KeyboardEvent<HTMLElement>, step: number | undefined): boolean {
  const target = event.target as HTMLElement;
  const row = target.closest('tr');
  if (!step || !row) return false;
  const stops = [...row.querySelectorAll<HTMLElement>('a, button, input')].filter((stop) => stop.checkVisibility());
  const next = stops[stops.indexOf(target) + step];
  next?.focus();
  return next !== undefined;
}

/** A click with Shift chooses rows; it does not mark the text between. */
function keepTextUnmarked(event: MouseEvent<HTMLElement>): void {
  if (event.shiftKey) event.preventDefault();
}
