import { useRef, useState } from 'react';

/** The rows that are chosen, by id, and the ways to choose them. */
export type Selection = {
  readonly selected: ReadonlySet<string>;
  /** Chooses one, or no longer; a range begins here. */
  readonly toggle: (id: string) => void;
  /** Gives every row from the one last toggled to this one the same answer as that one. */
  readonly extend: (id: string) => void;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly clear: () => void;
};

/** Choosing among the rows shown, given in their order. What is no longer shown is no longer chosen. */
export function useSelection(ids: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const choose = (changed: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of changed) {
        if (isChosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  const toggle = (id: string) => {
    anchor.current = id;
    choose([id], !chosen.has(id));
  };
  const extend = (id: string) => {
    const from = anchor.current === null ? -1 : ids.indexOf(anchor.current);
    const to = ids.indexOf(id);
    if (from < 0 || to < 0) return toggle(id);
    choose(ids.slice(Math.min(from, to), Math.max(from, to) + 1), chosen.has(anchor.current ?? id));
  };
  const clear = () => setChosen(new Set());
  return { selected: new Set(ids.filter((id) => chosen.has(id))), toggle, extend, choose, clear };
}
