'use client';

import { Download, RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ALL_KEYS, type LedgerAction, type LedgerActionState } from './ledger-words';

type Props = {
  readonly toApply: number;
  readonly action: LedgerAction;
  /** Asks the provider now. */
  readonly check: LedgerAction;
};

/** How often and how long the page looks whether the check that was asked for is through. */
const LOOK_MS = 1_500;
const LOOKS = 8;

/** The two things to do with the whole list: ask the provider now, and fetch all that is missing. */
export function ApplyAll({ toApply, action, check }: Props) {
  const t = useTranslations('acknowledgements');
  const [applied, apply, isApplying] = useActionState(action, null);
  const [checked, ask, isAsking] = useActionState(check, null);
  const [isSure, setSure] = useState(false);
  useLooking(checked);
  const answer = applied ?? checked;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {answer && (
        <p role="status" className="text-xs text-ink-2">
          {t('ledger.all.said', { title: answer.title, text: answer.text })}
        </p>
      )}
      {toApply > 0 && !isSure && (
        <Button size="small" onClick={() => setSure(true)}>
          <Download aria-hidden /> {t('ledger.all.button')}
        </Button>
      )}
      {toApply > 0 && isSure && (
        <form action={apply} className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="key" value={ALL_KEYS} />
          <span className="text-xs text-ink-2">{t('ledger.all.sure', { count: toApply })}</span>
          <Button type="submit" name="do" value="apply" look="primary" size="small" disabled={isApplying}>
            {t('ledger.all.doIt')}
          </Button>
          <Button size="small" look="ghost" onClick={() => setSure(false)}>
            {t('ledger.all.cancel')}
          </Button>
        </form>
      )}
      <form action={ask}>
        <Button type="submit" size="small" disabled={isAsking}>
          <RefreshCw aria-hidden className={isAsking ? 'motion-safe:animate-spin' : undefined} />{' '}
          {t('ledger.all.checkNow')}
        </Button>
      </form>
    </div>
  );
}

/** A check runs behind: the page looks a few times for what it found. */
function useLooking(asked: LedgerActionState) {
  const router = useRouter();
  useEffect(() => {
    if (asked?.tone !== 'positive') return;
    let looks = 0;
    const timer = setInterval(() => {
      router.refresh();
      if (++looks === LOOKS) clearInterval(timer);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [asked, router]);
}
