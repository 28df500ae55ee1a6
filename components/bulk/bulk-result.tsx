'use client';

import {
  CircleCheck,
  CircleMinus,
  CircleQuestionMark,
  CircleX,
  Download,
  Hourglass,
  type LucideIcon,
} from 'lucide-react';
import Link from 'next/link';
import { useEffect, useId, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import type { Tone } from '@/components/ui/tone';
import { csvOf } from '@/lib/exports/small-csv';
import { formatCount } from '@/lib/format';
import type { BulkOutcome, BulkState } from './bulk-state';

const LOOKS = {
  done: { words: 'Done', icon: CircleCheck, tone: 'positive' },
  waiting: { words: 'Waits for a second person', icon: Hourglass, tone: 'progress' },
  unchanged: { words: 'Was so already', icon: CircleMinus, tone: 'neutral' },
  unknown: { words: 'Not in the store', icon: CircleQuestionMark, tone: 'caution' },
  refused: { words: 'Not done', icon: CircleX, tone: 'negative' },
} as const satisfies Record<BulkOutcome, { words: string; icon: LucideIcon; tone: Tone }>;

type Props = {
  readonly state: BulkState;
  /** What each row is, for the head of the column and the name of the file. */
  readonly subject: string;
  readonly hrefOf: (id: string) => string;
  readonly onClose: () => void;
};

/** What became of each of many, in a dialog that opens by itself once there is an answer; as a file too. */
export function BulkResult({ state, subject, hrefOf, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (state && 'rows' in state) dialog.current?.showModal();
  }, [state]);
  if (!state || !('rows' in state)) return null;
  const counts = (Object.keys(LOOKS) as BulkOutcome[]).flatMap((outcome) => {
    const count = state.rows.filter((row) => row.outcome === outcome).length;
    return count > 0 ? [`${formatCount(count)} ${LOOKS[outcome].words.toLowerCase()}`] : [];
  });
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-surface p-0 text-ink shadow-lg backdrop:bg-black/40"
    >
      <div className="flex max-h-[80dvh] flex-col">
        <header className="border-b border-line px-4 py-3">
          <h2 id={heading} className="text-base font-semibold [overflow-wrap:anywhere]">
            {state.title}
          </h2>
          <p className="text-body text-ink-2">{counts.join(', ')}</p>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div tabIndex={0} className="min-h-0 overflow-auto -outline-offset-2">
          <table className="w-full border-collapse text-body">
            <caption className="sr-only">What became of each</caption>
            <thead>
              <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-4 [&>th]:py-2 [&>th]:font-medium">
                <th scope="col">{subject}</th>
                <th scope="col">Result</th>
              </tr>
            </thead>
            <tbody>
              {state.rows.map(({ id, outcome, why }) => (
                <tr key={id} className="border-b border-line last:border-0 [&>td]:px-4 [&>td]:py-2">
                  <td>
                    <Link
                      href={hrefOf(id)}
                      prefetch={false}
                      className="font-mono text-xs break-all text-accent hover:underline"
                    >
                      {id}
                    </Link>
                  </td>
                  <td>
                    <Badge icon={LOOKS[outcome].icon} tone={LOOKS[outcome].tone}>
                      {LOOKS[outcome].words}
                    </Badge>
                    {why && <p className="mt-1 text-xs text-ink-2">{why}</p>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <form method="dialog" className="flex items-center justify-end gap-2 border-t border-line px-4 py-3">
          <a
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(fileOf(state.rows))}`}
            download={`concilia-${subject.toLowerCase()}-result.csv`}
            className={buttonClass({ size: 'small' })}
          >
            <Download aria-hidden /> CSV
          </a>
          <Button type="submit" look="primary" size="small">
            Close
          </Button>
        </form>
      </div>
    </dialog>
  );
}

type Row = Extract<NonNullable<BulkState>, { rows: unknown }>['rows'][number];

function fileOf(rows: readonly Row[]): string {
  return csvOf(
    ['id', 'result', 'why'],
    rows.map(({ id, outcome, why }) => [id, LOOKS[outcome].words, why ?? '']),
  );
}
