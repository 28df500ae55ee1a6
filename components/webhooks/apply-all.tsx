'use client';

import { Download, RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
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
  const [applied, apply, isApplying] = useActionState(action, null);
  const [checked, ask, isAsking] = useActionState(check, null);
  const [isSure, setSure] = useState(false);
  useLooking(checked);
  const said = applied ?? checked;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {said && (
        <p role="status" className="text-xs text-ink-2">
          {said.title}. {said.text}
        </p>
      )}
      {toApply > 0 && !isSure && (
        <Button size="small" onClick={() => setSure(true)}>
          <Download aria-hidden /> Fetch and apply all…
        </Button>
      )}
      {toApply > 0 && isSure && (
        <form action={apply} className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="key" value={ALL_KEYS} />
          <span className="text-xs text-ink-2">
            {toApply === 1 ? 'One event goes' : `${formatCount(toApply)} events go`} into our store, by the door of
            every webhook.
          </span>
          <Button type="submit" name="do" value="apply" look="primary" size="small" disabled={isApplying}>
            Do it
          </Button>
          <Button size="small" look="ghost" onClick={() => setSure(false)}>
            Cancel
          </Button>
        </form>
      )}
      <form action={ask}>
        <Button type="submit" size="small" disabled={isAsking}>
          <RefreshCw aria-hidden className={isAsking ? 'motion-safe:animate-spin' : undefined} /> Check now
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
