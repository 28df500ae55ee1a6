'use client';

import { Download, EyeOff, SendHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useActionState, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import type { LedgerAction } from './ledger-words';

type Props = {
  readonly action: LedgerAction;
  /** Why telling the provider is not possible; `null` where it is. */
  readonly whyNotConfirm: string | null;
  readonly children: ReactNode;
};

/** Undelivered events to choose from, and what can be done with those that were chosen. A plain form without script. */
export function LedgerForm({ action, whyNotConfirm, children }: Props) {
  const t = useTranslations('acknowledgements');
  const [state, run, isRunning] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=key]') ?? [])];
  const onChange = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.dataset.all !== undefined) {
      for (const box of boxes()) box.checked = target.checked;
    }
    setCount(boxes().filter((box) => box.checked).length);
  };
  return (
    <form ref={form} action={run} onChange={onChange} className="group/ledger relative space-y-3">
      {state && (
        <Alert tone={state.tone} role={state.tone === 'positive' ? 'status' : 'alert'} title={state.title}>
          {state.text}
        </Alert>
      )}
      {children}
      <div className="sticky bottom-4 z-20 mx-auto hidden w-fit max-w-full flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-surface px-3 py-2 shadow-lg group-has-[input[name=key]:checked]/ledger:flex max-md:bottom-20">
        <span className="px-1 text-body font-medium tabular-nums">
          {count > 0 ? t('ledger.form.selected', { count }) : t('ledger.form.someSelected')}
        </span>
        <Button type="submit" name="do" value="apply" look="primary" size="small" disabled={isRunning}>
          <Download aria-hidden /> {isRunning ? t('ledger.form.working') : t('ledger.form.apply')}
        </Button>
        <Button
          type="submit"
          name="do"
          value="confirm"
          size="small"
          disabled={isRunning || whyNotConfirm !== null}
          title={whyNotConfirm ?? t('ledger.form.confirmTitle')}
        >
          <SendHorizontal aria-hidden /> {t('ledger.form.confirm')}
        </Button>
        <Input
          name="reason"
          maxLength={300}
          aria-label={t('ledger.form.reasonLabel')}
          placeholder={t('ledger.form.reason')}
          className="h-7 w-44 text-xs"
        />
        <Button type="submit" name="do" value="ignore" look="ghost" size="small" disabled={isRunning}>
          <EyeOff aria-hidden /> {t('ledger.form.ignore')}
        </Button>
      </div>
    </form>
  );
}
