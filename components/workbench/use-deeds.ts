import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition, useEffect, useRef, useState, useTransition } from 'react';
import type { LineRow } from '@/lib/reconciliation/view';
import { selectedHref, type WorkbenchQuery } from '@/lib/reconciliation/workbench-query';
import type { Undo } from '@/lib/reconciliation/workbench-view';
import type { Deed, MarkKind, Remainder, WorkbenchActions } from './deed';
import { focusBox } from './use-bench-keys';
import type { Selected } from './use-selected';

const TOAST_MS = 10_000;

type Given = {
  readonly query: WorkbenchQuery;
  readonly rows: readonly LineRow[];
  readonly selected: Selected;
  readonly actions: WorkbenchActions;
};

/** What can be done with the selection, what came of the last thing done, and whether one is under way. */
export function useDeeds({ query, rows, selected, actions }: Given) {
  const t = useTranslations('workbench');
  const router = useRouter();
  const [isBusy, startWork] = useTransition();
  const [deed, setDeed] = useDeed();
  const goOnWith = useGoOn(rows);

  const work = (ask: () => Promise<Deed>, after: (done: Deed) => void) =>
    startWork(async () => {
      const done = await ask().catch((): Deed => ({ outcome: 'refused', says: t('say.unreachable') }));
      setDeed(done);
      startTransition(() => after(done));
    });
  /** Lines leave the list; the work goes on with the one below them. */
  const finish = (seqs: readonly string[], ask: () => Promise<Deed>) => {
    const next = selected.nextLine(seqs);
    work(ask, ({ outcome }) => {
      if (outcome === 'refused') return router.refresh();
      selected.setLegs([]);
      goOnWith(next);
      router.replace(selectedHref({ ...query, find: null }, next ? [next] : []), { scroll: false });
    });
  };
  const match = (remainder: Remainder | null) =>
    finish(selected.seqs, () => actions.match(selected.seqs, [...selected.legs.keys()], remainder));
  const mark = (seqs: readonly string[], kind: MarkKind, remark: string) =>
    finish(seqs, () => actions.mark(seqs, kind, remark));
  const undo = (what: Undo) =>
    work(
      () => actions.undo(what),
      () => router.refresh(),
    );
  const reconsider = (line: string, leg: string) =>
    work(
      () => actions.reconsider(line, leg),
      () => router.refresh(),
    );
  const dismiss = (line: string, leg: string) =>
    work(
      () => actions.dismiss(line, leg),
      () => {
        selected.setLegs([...selected.legs.values()].filter(({ id }) => id !== leg));
        router.refresh();
      },
    );
  return { isBusy, deed, setDeed, match, mark, undo, dismiss, reconsider };
}

/** What was last done; success goes by itself. */
function useDeed() {
  const [deed, setDeed] = useState<Deed | null>(null);
  useEffect(() => {
    if (deed?.outcome !== 'done') return;
    const timer = setTimeout(() => setDeed(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [deed]);
  return [deed, setDeed] as const;
}

/** Once the list without what was matched is there, the focus goes on to the line that was told. */
function useGoOn(rows: readonly LineRow[]): (seq: string | null) => void {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null || !rows.some(({ seq }) => seq === next.current)) return;
    focusBox('lines', next.current);
    next.current = null;
  }, [rows]);
  return (seq) => {
    next.current = seq;
  };
}
