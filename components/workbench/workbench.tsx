'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { useLetters } from '@/components/keys/letters';
import { useReader } from '@/components/language/reader';
import type { Privately } from '@/components/private/privately';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { CursorPages } from '@/components/ui/cursor-pages';
import type { LineRow } from '@/lib/reconciliation/view';
import type { WorkbenchQuery } from '@/lib/reconciliation/workbench-query';
import type { BenchSelection, LoggedDeed, Proposal } from '@/lib/reconciliation/workbench-view';
import type { TimeZone } from '@/lib/time-zones';
import { benchLetters } from './bench-letters';
import type { Marking, WorkbenchActions } from './deed';
import { DeedToast } from './deed-toast';
import { BenchKeySheet } from './key-sheet';
import { LegsPane } from './legs-pane';
import { LineTable } from './line-table';
import { MarkDialog } from './mark-dialog';
import { RemainderDialog } from './remainder-dialog';
import { SessionLog } from './session-log';
import { SumBar } from './sum-bar';
import { useBenchKeys } from './use-bench-keys';
import { useDeeds } from './use-deeds';
import { type Selected, useSelected } from './use-selected';

type Props = {
  readonly query: WorkbenchQuery;
  readonly privately: Privately;
  readonly rows: readonly LineRow[];
  readonly proposals: Readonly<Record<string, Proposal>>;
  readonly pages: { readonly previous: string | null; readonly next: string | null };
  readonly selection: BenchSelection;
  readonly log: readonly LoggedDeed[];
  readonly zone: TimeZone;
  readonly actions: WorkbenchActions;
  /** What the list comes to, in words. */
  readonly summary: ReactNode;
  /** What stands in place of lines where there are none. */
  readonly empty: ReactNode;
};

/** Bank lines at the left, payments at the right, and below what they come to. */
export function Workbench(props: Props) {
  const { query, selection, log, zone, actions, summary } = props;
  const t = useTranslations('workbench');
  const selected = useSelected(props);
  const deeds = useDeeds({ query, rows: props.rows, selected, actions });
  const [areLettersOn] = useLetters();
  const [isWhyNotOpen, setIsWhyNotOpen] = useWhyNot(selected.seqs, selection);
  const sheet = useRef<HTMLDialogElement>(null);
  const remainder = useRef<HTMLDialogElement>(null);
  const marking = useMarking();
  const reader = useReader();
  const isStale = selected.seqs.join() !== query.lines.join();
  const showKeys = () => sheet.current?.showModal();
  const letters = benchLetters({
    selection,
    selected,
    deeds,
    log,
    reader,
    askWhy: () => remainder.current?.showModal(),
    toggleWhyNot: () => setIsWhyNotOpen(!isWhyNotOpen),
    askMark: marking.ask,
    t,
  });
  useBenchKeys({ letters, areLettersOn, showKeys });
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-ink-2">{summary}</p>
        <div className="flex items-center gap-2">
          <SessionLog entries={log} zone={zone} undo={deeds.undo} isBusy={deeds.isBusy} />
          <Button size="small" onClick={showKeys}>
            <Keyboard aria-hidden /> {t('keys')}
          </Button>
        </div>
      </div>
      <div className="grid gap-4 lg:min-h-0 lg:flex-1 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
        <LinesCard {...props} selected={selected} />
        <Card className="min-w-0 overflow-hidden lg:min-h-0">
          {/* Until the server has answered, what stands here belongs to other lines. */}
          <div inert={isStale} aria-busy={isStale} className={classNames(LEGS_PANE, isStale && 'opacity-50')}>
            <LegsPane
              query={{ ...query, lines: selected.seqs }}
              privately={props.privately}
              lines={selected.lines}
              selection={selection}
              legs={selected.legs}
              zone={zone}
              toggle={selected.toggleLeg}
              choose={selected.setLegs}
              dismiss={(candidate) => deeds.dismiss(candidate.lineSeq, candidate.leg.id)}
              reconsider={(candidate) => deeds.reconsider(candidate.lineSeq, candidate.leg.id)}
              mark={letters}
              isBusy={deeds.isBusy}
              isWhyNotOpen={isWhyNotOpen}
              setIsWhyNotOpen={setIsWhyNotOpen}
            />
          </div>
        </Card>
      </div>
      <SumBar selected={selected} isBusy={deeds.isBusy} match={letters.m} />
      <MarkDialog dialog={marking.dialog} marking={marking.asked} mark={deeds.mark} />
      <RemainderDialog dialog={remainder} sum={selected.sum} match={deeds.match} />
      <BenchKeySheet dialog={sheet} />
      <DeedToast deed={deeds.deed} undo={deeds.undo} close={() => deeds.setDeed(null)} />
    </>
  );
}

function LinesCard({ rows, proposals, query, pages, empty, selected }: Props & { readonly selected: Selected }) {
  const t = useTranslations('workbench');
  return (
    <Card className="flex min-w-0 flex-col overflow-hidden lg:min-h-0">
      {rows.length === 0 ? (
        empty
      ) : (
        // On a narrow screen the lines leave room for what belongs to them.
        <div className="relative overflow-auto max-lg:max-h-[50dvh] lg:min-h-0 lg:flex-1">
          <LineTable
            rows={rows}
            proposals={proposals}
            query={query}
            selected={selected.seqs}
            toggle={selected.toggleLine}
            selectOnly={selected.selectOnly}
          />
        </div>
      )}
      {(pages.previous || pages.next) && (
        <div className="border-t border-line px-4 py-2">
          <CursorPages label={t('pages')} previous={pages.previous} next={pages.next} />
        </div>
      )}
    </Card>
  );
}

const LEGS_PANE = 'transition-opacity lg:h-full lg:overflow-auto';

/** The dialog that asks what lines are that are no payments, and for which lines it asks. */
function useMarking() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<Marking>({ seqs: [], as: 'b' });
  const ask = (next: Marking) => {
    setAsked(next);
    dialog.current?.showModal();
  };
  return { dialog, asked, ask };
}

/** "Why not?" is open where nothing is proven; a person's choice holds for the lines it was made for. */
function useWhyNot(seqs: readonly string[], { candidates }: BenchSelection) {
  const of = seqs.join(' ');
  const [chosen, setChosen] = useState<{ readonly of: string; readonly isOpen: boolean } | null>(null);
  const isProven = candidates.some(({ strength }) => strength === 'proven');
  const isOpen = chosen?.of === of ? chosen.isOpen : !isProven;
  return [isOpen, (next: boolean) => setChosen({ of, isOpen: next })] as const;
}
