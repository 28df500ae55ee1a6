import type { RefObject } from 'react';
import { useKeys } from '@/components/keys/use-keys';

/**
 * `j` and `k` walk the rows by moving the focus from link to link, so that Enter opens the row as it opens any link. The
 * arrows do the same once a row has the focus, and scroll the page before that.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>): void {
  const walk = (step: 1 | -1, needsRow: boolean) => (event: KeyboardEvent) => {
    if (!body.current) return false;
    const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null;
    const isInside = row !== null && body.current.contains(row);
    if (needsRow && !isInside) return false;
    const links = [...body.current.querySelectorAll<HTMLElement>('[data-row-link]')];
    const at = isInside ? links.findIndex((link) => row.contains(link)) : step > 0 ? -1 : links.length;
    const next = links[at + step];
    next?.focus();
    return next !== undefined;
  };
  useKeys({ j: walk(1, false), k: walk(-1, false), ArrowDown: walk(1, true), ArrowUp: walk(-1, true) });
}
