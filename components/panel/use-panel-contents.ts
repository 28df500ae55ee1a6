import { useEffect, useRef, useState } from 'react';
import type { PanelShown, PanelSource } from './panel-content';

type Kept = { readonly version: string; readonly shown: PanelShown };
type Contents = ReadonlyMap<string, Kept>;

type Given = PanelSource & {
  readonly openId: string | null;
  /** The rows beside the open one, the likelier first: read ahead. */
  readonly near: readonly string[];
  /** What a row is at, in any words: once it says something else, the content is read again. */
  readonly versionOf: (id: string) => string;
};

const LOADING: PanelShown = { outcome: 'loading' };

/**
 * What the panel shows, kept per row while it is open. One content is read at a time, the open row's before those read
 * ahead; until a newer one has come, the one before stays. When the server draws the page again, only what it drew is kept.
 */
export function usePanelContents({ openId, near, versionOf, load, drawn }: Given) {
  const first = (): Contents =>
    new Map(drawn ? [[drawn.id, { version: versionOf(drawn.id), shown: drawn.answer }]] : []);
  const [contents, setContents] = useState(first);
  const [seen, setSeen] = useState(drawn);
  if (seen !== drawn) {
    setSeen(drawn);
    setContents(first());
  }
  const isReading = useRef(false);
  useEffect(() => {
    if (openId === null && contents.size > 0) return setContents(new Map());
    const isWanted = (id: string) => contents.get(id)?.version !== versionOf(id);
    const id = openId === null ? undefined : [openId, ...near].find(isWanted);
    if (id === undefined || isReading.current) return;
    isReading.current = true;
    const version = versionOf(id);
    const settle = (shown: PanelShown) => {
      isReading.current = false;
      setContents((before) => new Map(before).set(id, { version, shown }));
    };
    load(id).then(settle, (error) => settle({ outcome: 'failed', reference: error?.digest ?? null }));
  });
  const retry = () =>
    setContents((before) => new Map([...before].filter(([, { shown }]) => shown.outcome !== 'failed')));
  return { shown: (openId !== null && contents.get(openId)?.shown) || LOADING, retry };
}
