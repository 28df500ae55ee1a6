import type { Translator } from '@/lib/language/catalogue';
import { type Reader, spoken } from '@/lib/language/said';
import type { BenchSelection, LoggedDeed } from '@/lib/reconciliation/workbench-view';
import type { Marking } from './deed';
import { type BenchLetters, focusBox, focusedId } from './use-bench-keys';
import type { useDeeds } from './use-deeds';
import type { Selected } from './use-selected';

type Given = {
  readonly selection: BenchSelection;
  readonly selected: Selected;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly log: readonly LoggedDeed[];
  /** Asks why something may be left over. */
  readonly askWhy: () => void;
  readonly toggleWhyNot: () => void;
  /** Asks what lines are that are no payments. */
  readonly askMark: (marking: Marking) => void;
  readonly t: Translator<'workbench'>;
  readonly reader: Reader;
};

/** What the one-letter keys do; one that cannot be done says why. */
export function benchLetters(given: Given): BenchLetters {
  const { selection, selected, deeds, log, askWhy, toggleWhyNot, askMark, t, reader } = given;
  const say = (says: string) => deeds.setDeed({ outcome: 'refused', says });
  const mark = (as: Marking['as']) => () => {
    const focused = focusedId('lines');
    const seqs = selected.seqs.length > 0 || !focused ? selected.seqs : [focused];
    if (seqs.length === 0) say(t('say.mark', { key: as }));
    else if (!deeds.isBusy) askMark({ seqs, as });
  };
  return {
    m: () => {
      if (deeds.isBusy) return;
      if (selected.sum.outcome !== 'told') say(spoken(selected.sum.why, reader));
      else if (selected.sum.isZero) deeds.match(null);
      else askWhy();
    },
    d: () => {
      const candidate = selection.candidates.find(({ leg }) => leg.id === focusedId('legs'));
      if (!candidate) say(t('say.dismiss'));
      else if (!deeds.isBusy) deeds.dismiss(candidate.lineSeq, candidate.leg.id);
    },
    u: () => {
      const last = log.find(({ undo }) => undo !== null)?.undo;
      if (!last) say(t('say.undo'));
      else if (!deeds.isBusy) deeds.undo(last);
    },
    w: toggleWhyNot,
    b: mark('b'),
    i: mark('i'),
    s: () => {
      const focused = focusedId('lines');
      const next = selected.nextLine(selected.seqs.length > 0 || !focused ? selected.seqs : [focused]);
      if (!next) return;
      selected.selectOnly(next);
      focusBox('lines', next);
    },
  };
}
