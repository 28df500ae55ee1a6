import { useState } from 'react';
import type { PanelShown, PanelSource } from './panel-content';
import { type OpenRow, useOpenRow } from './use-open-row';
import { usePanelContents } from './use-panel-contents';

export type PanelState = OpenRow & {
  /** Among the rows of the page, from 0; -1 where it is on another page, or nothing is open. */
  readonly at: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly shown: PanelShown;
  readonly retry: () => void;
  /** In CSS pixels. */
  readonly width: number;
  readonly setWidth: (width: number) => void;
};

/** The width this tab saw last: a page that the router shows again has the one it was first sent with. */
let latelyWidth: number | null = null;

/** The panel beside a list of rows, given in their order. */
export function usePanel(
  source: PanelSource,
  rows: readonly { readonly id: string; readonly version: string }[],
): PanelState {
  const row = useOpenRow();
  const [width, setWidth] = useState(latelyWidth ?? source.width);
  const at = rows.findIndex(({ id }) => id === row.openId);
  const previous = rows[at - 1]?.id ?? null;
  const next = at < 0 ? null : (rows[at + 1]?.id ?? null);
  const near = [next, previous].filter((id) => id !== null);
  const versionOf = (id: string) => rows.find((one) => one.id === id)?.version ?? '';
  const contents = usePanelContents({ ...source, openId: row.openId, near, versionOf });
  const resize = (next: number) => {
    latelyWidth = next;
    setWidth(next);
  };
  return { ...row, at, previous, next, ...contents, width, setWidth: resize };
}
