import type { Translator } from '@/lib/language/catalogue';
import type { ListQuery } from '@/lib/transactions/filters';
import { readListQuery, writeListQuery } from '@/lib/transactions/filters';
import { SHIPPED_VIEWS } from '@/lib/views/shipped-views';
import type { SavedView } from '@/lib/views/view';

/** One tab above the list: a view, and the list as it holds it. */
export type ViewTab = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly isCurrent: boolean;
  /** `null` for one that ships with the desk. */
  readonly saved: SavedView | null;
};

/** What a query says about rows and their order: without its page, and without the view it came from. */
export function contentOf({ filters, sort }: Pick<ListQuery, 'filters' | 'sort'>): string {
  return writeListQuery({ filters, sort }).toString();
}

/** A stored query string as the list's reader understands it today. */
function normal(query: string): string {
  return contentOf(readListQuery(new URLSearchParams(query)).query);
}

/**
 * The views of a list as tabs. The one that the address names is open; where it names none, the shipped one that says
 * exactly what the list says.
 */
export function viewTabs(query: ListQuery, saved: readonly SavedView[], t: Translator<'views'>): ViewTab[] {
  const asked = contentOf(query);
  const shipped = SHIPPED_VIEWS.map(({ id, query: text }) => ({
    ...{ id, name: t(`shipped.${id}`) },
    href: hrefOf(text, null),
    isCurrent: !query.view && normal(text) === asked,
    saved: null,
  }));
  const own = saved.map((view) => ({
    ...{ id: view.id, name: view.name, saved: view },
    href: hrefOf(view.query, view.id),
    isCurrent: query.view === view.id,
  }));
  return [...shipped, ...own];
}

/** The list as a view holds it. */
export function hrefOf(text: string, view: string | null): string {
  const { query } = readListQuery(new URLSearchParams(text));
  const search = writeListQuery({ filters: query.filters, sort: query.sort, view }).toString();
  return search ? `/transactions?${search}` : '/transactions';
}

/** Whether the list shows something else than its view. */
export function isChanged(query: ListQuery, view: SavedView): boolean {
  return normal(view.query) !== contentOf(query);
}
