import { Copy, FileText, Filter, FilterX, Link2, Maximize2, PanelRight } from 'lucide-react';
import type { RowAction } from '@/components/panel/row-menu';
import type { CellFilter } from '@/components/table/column';
import { receivedHref } from '@/components/webhooks/received-href';
import { NO_DELIVERY_FILTERS } from '@/lib/events/received';
import { transactionHref } from './transaction-href';

type Doing = {
  readonly open: (id: string) => void;
  readonly copyId: (id: string) => void;
  readonly copyLink: (id: string) => void;
};

/** What can be done with one row of the list: look, take along, narrow the list to what it shows. */
export function rowActions(id: string, filters: readonly CellFilter[], doing: Doing): RowAction[][] {
  const raw = receivedHref({ filters: { ...NO_DELIVERY_FILTERS, find: id.split(':').at(-1) ?? id } });
  return [
    [
      { label: 'Show beside the list', icon: PanelRight, shortcut: '↵', does: () => doing.open(id) },
      { label: 'Open full page', icon: Maximize2, shortcut: '⇧↵', does: transactionHref(id) },
      { label: 'Raw deliveries', icon: FileText, does: raw },
    ],
    [
      { label: 'Copy link', icon: Link2, does: () => doing.copyLink(id) },
      { label: 'Copy id', icon: Copy, shortcut: 'c', does: () => doing.copyId(id) },
    ],
    filters.flatMap(({ words, include, exclude }): RowAction[] => [
      { label: `Only ${words}`, icon: Filter, does: include },
      ...(exclude === null ? [] : [{ label: `All but ${words}`, icon: FilterX, does: exclude }]),
    ]),
  ].filter((group) => group.length > 0);
}
