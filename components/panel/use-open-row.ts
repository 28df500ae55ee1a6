import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { OPEN_ROW } from './open-row';

/** Marks an entry of the history that came by opening the panel: the one before it is the same list without. */
const MARK = 'opensPanel';
/** The address follows a walk once it pauses: browsers refuse many changes in a row. */
const SETTLE_MS = 150;

export type OpenRow = {
  readonly openId: string | null;
  /** The address named it when the page was loaded, and nobody has moved since. */
  readonly isFirst: boolean;
  /** Opens a row, or the next one in the place of the open one: then Back still leads to the list without panel. */
  readonly open: (id: string) => void;
  readonly close: () => void;
};

/** Which row is open beside the list: the address says so (`sel`), and a change of it asks the server for nothing. */
export function useOpenRow(): OpenRow {
  const inAddress = useSearchParams().get(OPEN_ROW);
  const [openId, setOpenId] = useState(inAddress);
  const [isFirst, setIsFirst] = useState(true);
  const current = useRef(openId);
  const written = useRef(inAddress);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);

  const set = (id: string | null) => {
    clearTimeout(settling.current);
    setIsFirst(false);
    current.current = id;
    setOpenId(id);
  };
  const write = (id: string | null, how: 'pushState' | 'replaceState', isMarked: boolean) => {
    written.current = id;
    window.history[how]({ [MARK]: isMarked }, '', addressWith(id));
  };
  useEffect(() => {
    // Back, forward or a link changed the address: it decides. What this hook wrote is known here already.
    if (inAddress === written.current) return;
    written.current = inAddress;
    clearTimeout(settling.current);
    current.current = inAddress;
    setIsFirst(false);
    setOpenId(inAddress);
  }, [inAddress]);
  useEffect(() => () => clearTimeout(settling.current), []);

  return {
    openId,
    isFirst,
    open: (id) => {
      const before = current.current;
      if (id === before) return;
      set(id);
      if (before === null) write(id, 'pushState', true);
      else settling.current = setTimeout(() => write(id, 'replaceState', isMarked()), SETTLE_MS);
    },
    close: () => {
      if (current.current === null) return;
      set(null);
      if (isMarked()) {
        written.current = null;
        window.history.back();
      } else write(null, 'replaceState', false);
    },
  };
}

function isMarked(): boolean {
  return window.history.state?.[MARK] === true;
}

function addressWith(id: string | null): string {
  const search = new URLSearchParams(window.location.search);
  if (id === null) search.delete(OPEN_ROW);
  else search.set(OPEN_ROW, id);
  return search.size > 0 ? `${window.location.pathname}?${search}` : window.location.pathname;
}
