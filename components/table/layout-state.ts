import type { TableLayout } from '@/lib/views/layout';
import type { ColumnShape } from './column';

/** The changes of a layout, all pure. A layout is settled when it names every column of its table and no other. */

export type Region = 'start' | 'middle' | 'end';

/** The layout for a table's columns as they are now; columns it does not name stand and show as the table has them. */
export function settled(
  layout: TableLayout | null,
  columns: readonly ColumnShape[],
  start: readonly string[] = [],
): TableLayout {
  const own = columns.map(({ id }) => id);
  if (!layout) {
    const hidden = columns.filter(({ isOptional }) => isOptional).map(({ id }) => id);
    return { order: own, hidden, widths: {}, start: [...start], end: [], density: 'normal' };
  }
  const known = (ids: readonly string[]) => [...new Set(ids)].filter((id) => own.includes(id));
  const order = known(layout.order);
  for (const [at, id] of own.entries()) {
    if (order.includes(id)) continue;
    const before = own.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  const isUnnamed = (id: string) => !layout.order.includes(id);
  const hidden = columns.filter(({ id, isOptional }) =>
    isUnnamed(id) ? isOptional === true : layout.hidden.includes(id),
  );
  const pinned = known(layout.start);
  return {
    order,
    hidden: hidden.map(({ id }) => id),
    widths: Object.fromEntries(Object.entries(layout.widths).filter(([id]) => own.includes(id))),
    start: pinned,
    end: known(layout.end).filter((id) => !pinned.includes(id)),
    density: layout.density,
  };
}

export function regionOf({ start, end }: TableLayout, id: string): Region {
  return start.includes(id) ? 'start' : end.includes(id) ? 'end' : 'middle';
}

/** The columns from left to right, hidden ones in their places. */
export function fromLeft(layout: TableLayout): string[] {
  const among = (region: Region) => layout.order.filter((id) => regionOf(layout, id) === region);
  return [...among('start'), ...among('middle'), ...among('end')];
}

/** Takes a column to the place of another and into its region. */
export function moved(layout: TableLayout, id: string, target: string): TableLayout {
  if (id === target) return layout;
  const order = layout.order.filter((other) => other !== id);
  const isToTheRight = layout.order.indexOf(id) < layout.order.indexOf(target);
  order.splice(order.indexOf(target) + (isToTheRight ? 1 : 0), 0, id);
  return pinned({ ...layout, order }, id, regionOf(layout, target));
}

/** One place to the left (-1) or right (1) among the columns of its region; at the end of it nothing changes. */
export function shifted(layout: TableLayout, id: string, step: -1 | 1): TableLayout {
  const region = fromLeft(layout).filter((other) => regionOf(layout, other) === regionOf(layout, id));
  const target = region[region.indexOf(id) + step];
  return target === undefined ? layout : moved(layout, id, target);
}

export function shown(layout: TableLayout, id: string, isShown: boolean): TableLayout {
  const hidden = layout.hidden.filter((other) => other !== id);
  return { ...layout, hidden: isShown ? hidden : [...hidden, id] };
}

export function pinned(layout: TableLayout, id: string, region: Region): TableLayout {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
  const start = region === 'start' ? [...without(layout.start), id] : without(layout.start);
  const end = region === 'end' ? [...without(layout.end), id] : without(layout.end);
  return { ...layout, start, end };
}

export const NARROWEST = 56;
export const WIDEST = 640;

/** `null` gives a column back the width its table gave it. */
export function resized(layout: TableLayout, id: string, width: number | null): TableLayout {
  const { [id]: _, ...widths } = layout.widths;
  if (width === null) return { ...layout, widths };
  return { ...layout, widths: { ...widths, [id]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) } };
}

/** Whether two layouts show the same. */
export function looksLike(a: TableLayout, b: TableLayout): boolean {
  return textOf(a) === textOf(b);
}

function textOf(layout: TableLayout): string {
  const { hidden, start, end, widths, density } = layout;
  const sorted = (ids: readonly string[]) => [...ids].sort();
  const sizes = Object.entries(widths).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fromLeft(layout), sorted(hidden), sorted(start), sorted(end), sizes, density]);
}
