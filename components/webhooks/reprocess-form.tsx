'use client';

import { Download, RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { type ReprocessState, SHOWN_EFFECTS, summaryText } from './effect-row';
import { EffectTable } from './effect-table';

type Props = {
  readonly seqs: readonly string[];
  readonly action: (before: ReprocessState, data: FormData) => Promise<ReprocessState>;
  /** False where nothing would change: there is nothing to do then. */
  readonly isUseful: boolean;
  /** What would change; it gives way to what did. */
  readonly children: ReactNode;
  readonly cancel: ReactNode;
};

/** From "this would change" to "this changed". A plain form: without script the answer comes with a new page. */
export function ReprocessForm({ seqs, action, isUseful, children, cancel }: Props) {
  const t = useTranslations('deliveries');
  const [state, run, isRunning] = useActionState(action, null);
  if (state && 'rows' in state) return <Result {...state} />;
  return (
    <form action={run} className="space-y-3">
      <input type="hidden" name="seqs" value={seqs.join(',')} />
      {children}
      {state && (
        <Alert tone="negative" role="alert" title={t('effects.notDone')}>
          {state.failure}
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {isUseful && (
          <Button type="submit" look="primary" disabled={isRunning}>
            <RotateCcw aria-hidden className={isRunning ? 'motion-safe:animate-spin' : undefined} />
            {isRunning ? t('effects.doing') : t('effects.do')}
          </Button>
        )}
        {cancel}
      </div>
    </form>
  );
}

function Result({ summary, rows, csv }: Extract<ReprocessState, { rows: unknown }>) {
  const t = useTranslations('deliveries');
  const heading = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const isAlone = summary.asked === 1;
  useEffect(() => {
    heading.current?.focus(); // the button that had the focus is gone
    if (isAlone) router.refresh(); // what the delivery's own page says of it; many would only be tried again
  }, [isAlone, router]);
  const left = summary.asked - summary.unread - rows.length;
  return (
    <div className="space-y-3">
      <div ref={heading} tabIndex={-1} className="outline-none">
        <Alert tone="positive" role="status" title={t('effects.done')}>
          {summaryText(summary, true, t)}.
        </Alert>
      </div>
      {rows.length > 0 && <EffectTable rows={rows} isDone />}
      <div className="flex flex-wrap items-center gap-3">
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
          download="concilia-reprocess.csv"
          className={buttonClass({ size: 'small' })}
        >
          <Download aria-hidden /> {t('effects.csv')}
        </a>
        {left > 0 && <p className="text-xs text-ink-2">{t('effects.first', { count: SHOWN_EFFECTS })}</p>}
      </div>
    </div>
  );
}
