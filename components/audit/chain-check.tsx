'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

/** How far the chain holds, in numbers as text; `null` before anybody asked. */
export type CheckState = {
  readonly held: string;
  readonly last: string;
  /** Of the last entry that holds, in hex. */
  readonly head: string;
  readonly flaw: { readonly seq: string; readonly what: 'missing' | 'changed' } | null;
} | null;

/** Whether the log is as it was written, asked for by a button. */
export function ChainCheck({ last, check }: { readonly last: string; readonly check: () => Promise<CheckState> }) {
  const t = useTranslations('audit');
  const [state, ask, isPending] = useActionState<CheckState>(check, null);
  return (
    <form action={ask} className="space-y-2">
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-body text-ink-2 tabular-nums">{t('entries', { last })}</p>
        <Button type="submit" size="small" disabled={isPending}>
          {isPending ? t('checking') : t('check')}
        </Button>
      </div>
      {state && (
        <Alert role="status" tone={state.flaw ? 'negative' : 'positive'} title={titleOf(state, t)}>
          <span className="font-mono text-xs [overflow-wrap:anywhere]">{t('head', { hash: state.head })}</span>
        </Alert>
      )}
    </form>
  );
}

function titleOf(
  { held, last, flaw }: NonNullable<CheckState>,
  t: ReturnType<typeof useTranslations<'audit'>>,
): string {
  if (flaw) return t(`flaw.${flaw.what}`, { seq: flaw.seq, held });
  return held === last ? t('holds', { held }) : t('holdsSoFar', { held, last });
}
