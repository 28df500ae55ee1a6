import { type RefObject, useEffect } from 'react';

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/**
 * `j` and `k` walk the rows by moving the focus from link to link, so that Enter opens the row as it opens any link. The
 * arrows do the same once a row has the focus, and scroll the page before that. Never while typing.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (!step || !body.current || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, [contenteditable], [popover]')) return;
      const row = target?.closest('tr');
      const isInside = row !== null && row !== undefined && body.current.contains(row);
      if (event.key.startsWith('Arrow') && !isInside) return;
      const links = [...body.current.querySelectorAll<HTMLElement>('[data-row-link]')];
      const at = isInside ? links.findIndex((link) => row.contains(link)) : step > 0 ? -1 : links.length;
      const next = links[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [body]);
}
