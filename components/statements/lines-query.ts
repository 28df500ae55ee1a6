import { LINE_KINDS, type LineKind } from '@/lib/statements/statement';
import { numberOf } from './statements-query';

/** Which lines of a statement are shown. */
export type LinesQuery = {
  readonly kind: LineKind | null;
  readonly matched: boolean | null;
  /** The line that the page begins after. */
  readonly after: string | null;
};

/** Reads the address. Never throws: what means nothing is left out. */
export function readLinesQuery(search: URLSearchParams): LinesQuery {
  const [kind, matched] = [search.get('kind'), search.get('matched')];
  return {
    kind: LINE_KINDS.find((known) => known === kind) ?? null,
    matched: matched === 'yes' ? true : matched === 'no' ? false : null,
    after: numberOf(search.get('after')),
  };
}

/** The address that reads back as the same. */
export function linesHref(statementId: string, { kind, matched, after }: LinesQuery): string {
  const search = new URLSearchParams();
  if (kind) search.set('kind', kind);
  if (matched !== null) search.set('matched', matched ? 'yes' : 'no');
  if (after) search.set('after', after);
  const path = `/reconciliation/statements/${statementId}`;
  return search.size > 0 ? `${path}?${search}` : path;
}
