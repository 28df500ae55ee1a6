import { classNames } from '@/components/ui/class-names';
import type { Region } from './layout-state';

/** Rows in CSS pixels, by density; on a phone a row is a card, as high as what is in it. */
export const ROW_HEIGHTS = { normal: 44, compact: 36 } as const;

/** Room for the box that chooses a row and the arrow that opens it, at the left; for its menu at the right. */
export const TOOLS_WIDTH = 64;
export const ACTIONS_WIDTH = 44;

/**
 * The elements of a grid. From a tablet up a table that scrolls in its own pane under a fixed head and between fixed
 * ends; on a phone a list of cards, whose areas the columns name. The roles keep it a grid for those who listen.
 */
export const PARTS = {
  pane: 'relative overflow-auto rounded-t-xl md:min-h-0 md:flex-1',
  table:
    'group/table w-full border-separate border-spacing-0 text-body max-md:block md:w-[max(100%,calc(var(--table-width)+var(--tools-width)))] md:table-fixed',
  head: 'sticky top-0 z-20 max-md:sr-only',
  headCell:
    'relative h-9 border-b border-line bg-sunken px-2.5 text-left text-xs font-medium whitespace-nowrap text-ink-2',
  body: 'max-md:block',
  row: classNames(
    'group relative bg-surface hover:bg-sunken aria-selected:bg-accent-soft data-open:bg-accent-soft',
    'has-[[data-row-link]:focus-visible]:bg-accent-soft',
    'max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1.5 max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-b-0',
    'max-md:[grid-template-areas:"tools_kind_amount""._kind_out""status_status_when""ref_ref_bank""refund_refund_refund"]',
  ),
  cell: classNames(
    'h-11 border-b border-line bg-inherit px-2.5 py-1 align-middle group-data-[density=compact]/table:h-9 group-data-[density=compact]/table:py-0',
    'group-last:border-b-0 md:overflow-clip max-md:h-auto max-md:border-0 max-md:p-0!',
  ),
  /** A number that does not fit takes another line: neither a digit nor its currency is ever hidden. */
  numeric: 'text-right md:wrap-anywhere md:[&_*]:whitespace-normal',
} as const;

/** Where a cell of a pinned column stands; its offset is a variable of the table. */
export function pinClass(region: Region, isEdge: boolean): string | undefined {
  if (region === 'middle') return undefined;
  return classNames(
    'md:sticky md:z-10',
    isEdge && (region === 'start' ? 'md:border-r' : 'md:border-l'),
    region === 'start' ? 'md:left-(--from)' : 'md:right-(--from)',
  );
}

/** The variable that `pinClass` reads; the tools stand before, and the actions behind, every pinned column. */
export function pinStyle(region: Region, id: string): Readonly<Record<string, string>> | undefined {
  if (region === 'middle') return undefined;
  const beside = region === 'start' ? 'var(--start-tools)' : 'var(--end-tools)';
  return { '--from': `calc(var(--from-${id}) + ${beside})` };
}

/** A grid to those who listen: its focus goes from row link to row link. Cards of a phone keep these roles. */
export const ROLES = {
  grid: { role: 'grid', 'aria-multiselectable': true },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader', scope: 'col' },
  cell: { role: 'gridcell' },
} as const;
