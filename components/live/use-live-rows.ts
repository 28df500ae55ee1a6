import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useReader } from '@/components/language/reader';
import { announce } from '@/components/ui/announcer';
import { spoken } from '@/lib/language/said';
import type { Changes, RowChanges } from '@/lib/live-changes';
import { follow, type Link } from './feed';
import { movedBetween, NOTHING_SINCE, newSaid, type Since, takenIn } from './live-rows';

/** A row that changed shows it for so long. */
const GLOW_MS = 2_000;
const RETRY_MS = 5_000;

type Given<Row> = {
  /** The page as the server drew it. */
  readonly rows: readonly Row[];
  /** The place in the chain of receipts that it was drawn at. */
  readonly mark: string;
  /** Where the stream is. */
  readonly address: string;
  /** Takes ids out of those that wait, as many as go into one question, and asks what they are now. */
  readonly load: (waiting: Set<string>, mark: string) => Promise<RowChanges<Row>>;
  /** Whether a row that is not on the page would stand on it. */
  readonly isOfPage: (row: Row) => boolean;
};

export type LiveRows<Row> = {
  readonly rows: readonly Row[];
  readonly gone: ReadonlySet<string>;
  /** Changed a moment ago. */
  readonly glowing: ReadonlySet<string>;
  /** What the pill says; `null` without one. */
  readonly news: string | null;
  readonly link: Link;
};

/** The rows of a page, changed in place as the store changes. None comes or goes before the page is drawn again. */
export function useLiveRows<Row extends { readonly id: string }>(given: Given<Row>): LiveRows<Row> {
  const { rows, mark, address } = given;
  const [since, setSince] = useState<Since<Row>>(NOTHING_SINCE);
  const [drawn, setDrawn] = useState(rows);
  const [link, setLink] = useState<Link>('connecting');
  const [isBehind, setIsBehind] = useState(false);
  const { glowing, glow } = useGlow();
  if (drawn !== rows) {
    setDrawn(rows);
    setSince(NOTHING_SINCE);
  }
  const reader = useReader();
  const wordsOf = (since: Since<Row>) => {
    const words = newSaid(since);
    return words && spoken(words, reader);
  };
  /** The words of what is new, where they are others than before. */
  const tell = useEffectEvent((before: Since<Row>, after: Since<Row>) => {
    const text = wordsOf(after);
    if (text !== null && text !== wordsOf(before)) announce(text);
  });
  const load = useEffectEvent(given.load);
  const isOfPage = useEffectEvent(given.isOfPage);
  const shine = useEffectEvent(glow);

  useEffect(() => {
    const shown = new Map(rows.map((row) => [row.id, row]));
    const waiting = new Set<string>();
    let now: Since<Row> = NOTHING_SINCE;
    let isOver = false;
    let isReading = false;
    const set = (next: Since<Row>) => {
      tell(now, next);
      shine(movedBetween(now, next));
      now = next;
      setSince(next);
    };
    const read = async () => {
      if (isReading) return;
      isReading = true;
      while (waiting.size > 0 && !isOver) {
        const asked = new Set(waiting);
        try {
          const answer = await load(waiting, mark);
          if (!isOver) set(takenIn(now, answer, shown, isOfPage));
          setIsBehind(false);
        } catch {
          // Nothing is left out: all that was waiting goes on waiting, and the dot says that rows are behind.
          for (const id of asked) waiting.add(id);
          setIsBehind(true);
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        }
      }
      isReading = false;
    };
    const onChanges = ({ ids, isMany }: Changes) => {
      for (const id of isMany ? [...shown.keys(), ...ids] : ids) waiting.add(id);
      if (isMany && !now.isMany) set({ ...now, isMany });
      void read();
    };
    const stop = follow({ address, after: mark, onChanges, onLink: setLink });
    return () => {
      isOver = true;
      stop();
    };
  }, [rows, mark, address]);

  const current = useMemo(
    () => (since.changed.size === 0 ? rows : rows.map((row) => since.changed.get(row.id) ?? row)),
    [rows, since],
  );
  const isLate = isBehind && (link === 'live' || link === 'polling');
  return { rows: current, gone: since.gone, glowing, news: wordsOf(since), link: isLate ? 'reconnecting' : link };
}

/** Ids that shine for a moment. */
function useGlow() {
  const [glowing, setGlowing] = useState<ReadonlySet<string>>(new Set());
  const glow = (ids: readonly string[]) => {
    if (ids.length === 0) return;
    setGlowing((before) => new Set([...before, ...ids]));
    setTimeout(() => setGlowing((before) => new Set([...before].filter((id) => !ids.includes(id)))), GLOW_MS);
  };
  return { glowing, glow };
}
