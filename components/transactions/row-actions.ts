import { Copy, FileText, Filter, FilterX, Link2, Maximize2, PanelRight } from 'lucide-react';
import type { RowAction } from '@/components/panel/row-menu';
import type { CellFilter } from '@/components/table/column';
import { receivedHref } from '@/components/webhooks/received-href';
import { NO_DELIVERY_FILTERS } from '@/lib/events/received';
import type { Translator } from '@/lib/language/catalogue';
import { transactionHref } from './transaction-href';

/** The rooms that the menu speaks in. */
type Rooms = { readonly t: Translator<'transactions'>; readonly table: Translator<'table'> };

type Doing = {
  readonly open: (id: string) => void;
  readonly copyId: (id: string) => void;
  readonly copyLink: (id: string) => void;
};

/** What can be done with one row of the list: look, take along, narrow the list to what it shows. */
export function rowActions(
  id: string,
  filters: readonly CellFilter[],
  doing: Doing,
  { t, table }: Rooms,
): RowAction[][] {
  const raw = receivedHref({ filters: { ...NO_DELIVERY_FILTERS, find: id.split(':').at(-1) ?? id } });
  return [
    [
      { label: t('row.show'), icon: PanelRight, shortcut: '↵', does: () => doing.open(id) },
      { label: t('row.openPage'), icon: Maximize2, shortcut: '⇧↵', does: transactionHref(id) },
      { label: t('row.raw'), icon: FileText, does: raw },
    ],
    [
      { label: t('row.copyLink'), icon: Link2, does: () => doing.copyLink(id) },
      { label: t('row.copyId'), icon: Copy, shortcut: 'c', does: () => doing.copyId(id) },
    ],
    filters.flatMap(({ words, include, exclude }): RowAction[] => [
      { label: table('filter.only', { words }), icon: Filter, does: include },
      ...(exclude === null ? [] : [{ label: table('filter.allBut', { words }), icon: FilterX, does: exclude }]),
    ]),
  ].filter((group) => group.length > 0);
}
