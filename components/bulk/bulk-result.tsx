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
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import type { Tone } from '@/components/ui/tone';
import { csvOf } from '@/lib/exports/small-csv';
import type { Translator } from '@/lib/language/catalogue';
import type { BulkOutcome, BulkState } from './bulk-state';

const LOOKS = {
  done: { icon: CircleCheck, tone: 'positive' },
  waiting: { icon: Hourglass, tone: 'progress' },
  unchanged: { icon: CircleMinus, tone: 'neutral' },
  unknown: { icon: CircleQuestionMark, tone: 'caution' },
  refused: { icon: CircleX, tone: 'negative' },
} as const satisfies Record<BulkOutcome, { icon: LucideIcon; tone: Tone }>;

type Props = {
  readonly state: BulkState;
  /** What each row is, for the head of the column and the name of the file. */
  readonly subject: string;
  readonly hrefOf: (id: string) => string;
  readonly onClose: () => void;
};

/** What became of each of many, in a dialog that opens by itself once there is an answer; as a file too. */
export function BulkResult({ state, subject, hrefOf, onClose }: Props) {
  const t = useTranslations('bulk');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (state && 'rows' in state) dialog.current?.showModal();
  }, [state]);
  if (!state || !('rows' in state)) return null;
  const counts = (Object.keys(LOOKS) as BulkOutcome[]).flatMap((outcome) => {
    const count = state.rows.filter((row) => row.outcome === outcome).length;
    return count > 0 ? [t(`result.count.${outcome}`, { count })] : [];
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
            <caption className="sr-only">{t('result.caption')}</caption>
            <thead>
              <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-4 [&>th]:py-2 [&>th]:font-medium">
                <th scope="col">{subject}</th>
                <th scope="col">{t('result.column')}</th>
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
                      {t(`result.outcome.${outcome}`)}
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
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(fileOf(state.rows, t))}`}
            download={t('result.file', { subject: plain(subject) })}
            className={buttonClass({ size: 'small' })}
          >
            <Download aria-hidden /> CSV
          </a>
          <Button type="submit" look="primary" size="small">
            {t('result.close')}
          </Button>
        </form>
      </div>
    </dialog>
  );
}

type Row = Extract<NonNullable<BulkState>, { rows: unknown }>['rows'][number];

function fileOf(rows: readonly Row[], t: Translator<'bulk'>): string {
  return csvOf(
    ['id', 'result', 'why'],
    rows.map(({ id, outcome, why }) => [id, t(`result.outcome.${outcome}`), why ?? '']),
  );
}

/** A word as it may stand in a file's name anywhere. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
}
