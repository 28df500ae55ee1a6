import type { BenchSelection, LoggedDecision } from '@/lib/reconciliation/workbench-view';
import { type BenchLetters, focusBox, focusedId } from './use-bench-keys';
import type { useDeeds } from './use-deeds';
import type { Selected } from './use-selected';

type Given = {
  readonly selection: BenchSelection;
  readonly selected: Selected;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly log: readonly LoggedDecision[];
  /** Asks why something may be left over. */
  readonly askWhy: () => void;
  readonly toggleWhyNot: () => void;
};

/** What the one-letter keys do; one that cannot be done says why. */
export function benchLetters({ selection, selected, deeds, log, askWhy, toggleWhyNot }: Given): BenchLetters {
  const say = (says: string) => deeds.setDeed({ outcome: 'refused', says });
  return {
    m: () => {
      if (deeds.isBusy) return;
      if (selected.sum.outcome !== 'told') say(selected.sum.why);
      else if (selected.sum.isZero) deeds.match(null);
      else askWhy();
    },
    d: () => {
      const candidate = selection.candidates.find(({ leg }) => leg.id === focusedId('legs'));
      if (!candidate) say('Move to a candidate first: d dismisses the pair of line and candidate.');
      else if (!deeds.isBusy) deeds.dismiss(candidate.lineSeq, candidate.leg.id);
    },
    u: () => {
      const last = log.find(({ undoable }) => undoable !== null)?.undoable;
      if (!last) say('You matched nothing today that is left to undo.');
      else if (!deeds.isBusy) deeds.undo(last);
    },
    w: toggleWhyNot,
    s: () => {
      const focused = focusedId('lines');
      const next = selected.nextLine(selected.seqs.length > 0 || !focused ? selected.seqs : [focused]);
      if (!next) return;
      selected.selectOnly(next);
      focusBox('lines', next);
    },
  };
}
