/** How the desk's simpler tables sit: on a wide screen in a pane of their own under a fixed head, on a phone as cards. */
export const TABLE_PANE = 'relative overflow-auto rounded-t-xl md:min-h-0 md:flex-1';

const FIXED = 'md:first:sticky md:first:left-0 md:first:z-10';

/** The table's elements. On a phone they are laid out as cards; the roles keep it a table for those who listen. */
export const PARTS = {
  table: { role: 'table', className: 'w-full border-separate border-spacing-0 text-body max-md:block' },
  head: { role: 'rowgroup', className: 'sticky top-0 z-20 max-md:sr-only' },
  headRow: { role: 'row' },
  headCell: {
    role: 'columnheader',
    scope: 'col',
    className: `h-9 border-b border-line bg-sunken px-2.5 text-left text-xs font-medium whitespace-nowrap text-ink-2 first:pl-4 last:pr-4 ${FIXED}`,
  },
  body: { role: 'rowgroup', className: 'max-md:block' },
  row: {
    role: 'row',
    className:
      'group bg-surface max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1.5 max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-b-0 max-md:[grid-template-areas:"kind_amount""kind_out""status_when""ref_bank""refund_refund"]',
  },
  cell: {
    role: 'cell',
    className: `h-12 border-b border-line bg-inherit px-2.5 py-1.5 align-middle first:pl-4 last:pr-4 group-last:border-b-0 max-md:h-auto max-md:border-0 max-md:p-0! ${FIXED}`,
  },
} as const;
