import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Density } from '@/lib/views/layout';
import { ROW_HEIGHTS } from './table-parts';

/** Up to this many rows are simply all there; of more only those in sight, and the one with the focus. */
const ALL_THERE = 100;
const HEAD_HEIGHT = 36;
/** What a server takes a pane's height for: it sends the rows of a large screen. */
const FIRST_RECT = { width: 1440, height: 900 };

/** A line of the table, or the room of lines that are not laid out. */
export type LaidOut = { readonly at: number } | { readonly room: number; readonly key: string };

export type Lines = {
  readonly laidOut: readonly LaidOut[];
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  /** Brings a line into sight and gives its link the focus. */
  readonly focus: (at: number) => void;
  /** Notes which line has the focus, so that it stays when it is scrolled out of sight. */
  readonly noteFocus: (at: number) => void;
};

/** Which lines of a table are laid out, by its pane's scroll position once they are many. */
export function useLines(keys: readonly string[], pane: RefObject<HTMLElement | null>, density: Density): Lines {
  const isVirtual = keys.length > ALL_THERE;
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const wanted = useRef<number | null>(null);
  const focusedAt = focusedKey === null ? -1 : keys.indexOf(focusedKey);
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: keys.length,
    enabled: isVirtual,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW_HEIGHTS[density],
    getItemKey: (at) => keys[at] ?? at,
    rangeExtractor: (range) => withFocused(range, focusedAt),
    overscan: 10,
    initialRect: FIRST_RECT,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another density have other heights
  useEffect(() => virtualizer.measure(), [density]);
  const focusLink = (at: number) => {
    const link = pane.current?.querySelector<HTMLElement>(`tr[data-index="${at}"] [data-row-link]`);
    link?.focus();
    return link !== null && link !== undefined;
  };
  useEffect(() => {
    if (wanted.current !== null && focusLink(wanted.current)) wanted.current = null;
  });
  return {
    laidOut: isVirtual
      ? withRoom(virtualizer.getVirtualItems(), virtualizer.getTotalSize())
      : keys.map((_, at) => ({ at })),
    measure: isVirtual ? virtualizer.measureElement : undefined,
    focus: (at) => {
      if (focusLink(at)) return;
      wanted.current = at;
      virtualizer.scrollToIndex(at, { align: 'center' });
    },
    noteFocus: (at) => isVirtual && setFocusedKey(keys[at] ?? null),
  };
}

function withFocused(range: Range, focusedAt: number): number[] {
  const inSight = defaultRangeExtractor(range);
  if (focusedAt < 0 || focusedAt >= range.count || inSight.includes(focusedAt)) return inSight;
  return [...inSight, focusedAt].sort((a, b) => a - b);
}

function withRoom(items: readonly VirtualItem[], total: number): LaidOut[] {
  const laidOut: LaidOut[] = [];
  let end = HEAD_HEIGHT;
  for (const { index, start, end: next } of items) {
    if (start > end) laidOut.push({ room: start - end, key: `before ${index}` });
    laidOut.push({ at: index });
    end = next;
  }
  if (total + HEAD_HEIGHT > end) laidOut.push({ room: total + HEAD_HEIGHT - end, key: 'after all' });
  return laidOut;
}
