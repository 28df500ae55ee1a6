import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic, useState } from 'react';
import { type RunningSum, runningSum } from '@/lib/reconciliation/running-sum';
import type { LegRow, LineRow } from '@/lib/reconciliation/view';
import { MAX_SELECTED, selectedHref, type WorkbenchQuery } from '@/lib/reconciliation/workbench-query';
import type { BenchSelection } from '@/lib/reconciliation/workbench-view';

type Given = {
  readonly query: WorkbenchQuery;
  readonly rows: readonly LineRow[];
  readonly selection: BenchSelection;
};

export type Selected = {
  /** Seqs, as they will be once the server has answered. */
  readonly seqs: readonly string[];
  readonly lines: readonly LineRow[];
  readonly legs: ReadonlyMap<string, LegRow>;
  readonly sum: RunningSum;
  readonly selectOnly: (seq: string) => void;
  readonly toggleLine: (seq: string) => void;
  readonly toggleLeg: (leg: LegRow) => void;
  readonly setLegs: (legs: readonly LegRow[]) => void;
  /** The line to go on with after some: the one below them, at the end of the list the one before; `null` for none. */
  readonly nextLine: (from: readonly string[]) => string | null;
};

/** What is selected on both sides and what it comes to. Lines are in the address, payments are kept here. */
export function useSelected({ query, rows, selection }: Given): Selected {
  const router = useRouter();
  const [seqs, setSeqs] = useOptimistic(query.lines);
  const [legs, setLegs] = useState<ReadonlyMap<string, LegRow>>(new Map());
  const known = new Map([...rows, ...selection.lines].map((line) => [line.seq, line]));
  const lines = seqs.flatMap((seq) => known.get(seq) ?? []);

  const select = (next: readonly string[]) =>
    startTransition(() => {
      setSeqs(next);
      router.replace(selectedHref(query, next), { scroll: false });
    });
  return {
    seqs,
    lines,
    legs,
    sum: runningSum(lines, [...legs.values()]),
    selectOnly: (seq) => {
      setLegs(new Map());
      select([seq]);
    },
    toggleLine: (seq) => {
      if (seqs.includes(seq)) select(seqs.filter((one) => one !== seq));
      else if (seqs.length < MAX_SELECTED) select([...seqs, seq]);
    },
    toggleLeg: (leg) =>
      setLegs((before) => {
        const after = new Map(before);
        if (!after.delete(leg.id)) after.set(leg.id, leg);
        return after;
      }),
    setLegs: (chosen) => setLegs(new Map(chosen.map((leg) => [leg.id, leg]))),
    nextLine: (from) => lineAfter(rows, from),
  };
}

function lineAfter(rows: readonly LineRow[], from: readonly string[]): string | null {
  const places = from.map((seq) => rows.findIndex((row) => row.seq === seq));
  const last = Math.max(-1, ...places);
  const isOther = ({ seq }: LineRow) => !from.includes(seq);
  return (rows.slice(last + 1).find(isOther) ?? rows.findLast(isOther))?.seq ?? null;
}
