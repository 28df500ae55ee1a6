import { type Said, said } from '@/lib/language/said';
import type { RowChanges } from '@/lib/live-changes';

/** What came after a page of rows was drawn. The rows keep their places; what is new waits to be asked for. */
export type Since<Row> = {
  /** Rows of the page that look different now. */
  readonly changed: ReadonlyMap<string, Row>;
  /** Rows of the page that are no longer in the filter. */
  readonly gone: ReadonlySet<string>;
  /** In the filter, and not on the page. */
  readonly added: ReadonlySet<string>;
  /** There may be more than those in `added`. */
  readonly isMany: boolean;
};

export const NOTHING_SINCE: Since<never> = {
  changed: new Map<string, never>(),
  gone: new Set(),
  added: new Set(),
  isMany: false,
};

/**
 * Takes in what some rows are now. `asked` are the ids it is the answer for, `shown` the rows that the page was drawn
 * with; `isOfPage` says of a row whether it would stand among them.
 */
export function takenIn<Row extends { readonly id: string }>(
  since: Since<Row>,
  { rows, matching, newcomers }: RowChanges<Row>,
  shown: ReadonlyMap<string, Row>,
  isOfPage: (row: Row) => boolean,
): Since<Row> {
  const changed = new Map(since.changed);
  const gone = new Set(since.gone);
  const added = new Set(since.added);
  const matches = new Set(matching);
  const isNew = new Set(newcomers);
  for (const row of rows) {
    const { id } = row;
    if (shown.has(id)) {
      if (!isSame(row, changed.get(id) ?? shown.get(id))) changed.set(id, row);
      put(gone, id, !matches.has(id));
    } else put(added, id, matches.has(id) && (isNew.has(id) || added.has(id) || isOfPage(row)));
  }
  return { ...since, changed, gone, added };
}

function put(ids: Set<string>, id: string, isIn: boolean): void {
  if (isIn) ids.add(id);
  else ids.delete(id);
}

function isSame(row: unknown, other: unknown): boolean {
  return JSON.stringify(row) === JSON.stringify(other);
}

/** The rows that changed from one moment to the next: each shows it once. */
export function movedBetween<Row>(before: Since<Row>, after: Since<Row>): string[] {
  const rows = [...after.changed].filter(([id, row]) => before.changed.get(id) !== row).map(([id]) => id);
  const left = [...after.gone].filter((id) => !before.gone.has(id));
  return [...new Set([...rows, ...left])];
}

/** The pill's words; `null` where there is nothing to show. */
export function newSaid({ added, isMany }: Pick<Since<unknown>, 'added' | 'isMany'>): Said | null {
  if (added.size === 0) return isMany ? said('live.news.many') : null;
  const shown = added.size > 99 ? '99+' : `${added.size}${isMany ? '+' : ''}`;
  return said('live.news.count', { shown, count: added.size });
}
