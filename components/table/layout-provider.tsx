'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import type { TableLayout } from '@/lib/views/layout';

type LayoutState = {
  /** `null`: as the table has it. */
  readonly layout: TableLayout | null;
  readonly change: (layout: TableLayout | null) => void;
};

type Props = {
  /** What the layout belongs to; the last one of this name is shown when one comes back to it. */
  readonly name: string;
  /** As it was kept, for the first paint. */
  readonly kept: TableLayout | null;
  /** Keeps a changed one; absent where changes are not kept by themselves. */
  readonly keep?: (layout: TableLayout | null) => Promise<void>;
  readonly children: ReactNode;
};

const KEPT_AFTER_MS = 600;
const LayoutContext = createContext<LayoutState | null>(null);

/**
 * The last layouts of this tab: a page that the router shows again has the layout it was first sent with. Filled by what
 * a person does, so that there is nothing in it while a page is hydrated.
 */
const lately = new Map<string, TableLayout | null>();

/** Holds the layout of one table for the table, its menu and its views, and keeps what is changed. */
export function LayoutProvider({ name, kept, keep, children }: Props) {
  const t = useTranslations('table');
  const [layout, setLayout] = useState(() => (lately.has(name) ? (lately.get(name) ?? null) : kept));
  const waiting = useRef<(() => void) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const now = () => waiting.current?.();
    document.addEventListener('visibilitychange', now);
    return () => {
      document.removeEventListener('visibilitychange', now);
      now();
    };
  }, []);
  const state = useMemo(() => {
    const change = (next: TableLayout | null) => {
      setLayout(next);
      lately.set(name, next);
      if (!keep) return;
      clearTimeout(timer.current);
      waiting.current = () => {
        waiting.current = null;
        clearTimeout(timer.current);
        keep(next).catch(() => announce(t('notKept')));
      };
      timer.current = setTimeout(() => waiting.current?.(), KEPT_AFTER_MS);
    };
    return { layout, change };
  }, [layout, name, keep, t]);
  return <LayoutContext value={state}>{children}</LayoutContext>;
}

/** The layout of the table around; throws outside of a LayoutProvider. */
export function useTableLayout(): LayoutState {
  const state = useContext(LayoutContext);
  if (!state) throw new Error('There is no LayoutProvider around this table');
  return state;
}
