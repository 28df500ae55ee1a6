'use client';

import { ArrowUp } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { Translator } from '@/lib/language/catalogue';

const EVERY_MS = 2_000;

type Props = {
  readonly isOn: boolean;
  /** The address with the switch the other way. */
  readonly otherHref: string;
  /** The newest number among the rows shown; what comes after it is new. */
  readonly after: string;
  /** A row shown still waits to be read: it changes without anything arriving. */
  readonly isWaiting: boolean;
  /** The id of the list that new rows come on top of. */
  readonly listId: string;
};
type Link = 'live' | 'paused' | 'lost' | 'signed out';

/** Switches new rows on and off. They are drawn by the server: this only asks whether there are any, and when to draw. */
export function TailSwitch({ isOn, otherHref, after, isWaiting, listId }: Props) {
  const router = useRouter();
  const t = useTranslations('deliveries');
  const { state, count, show } = useTail({ isOn, after, isWaiting, listId });
  return (
    <div className="flex items-center gap-2">
      {isOn && (
        <span className="text-xs text-ink-2" data-tail-state={state}>
          {state === 'signed out' ? t('tail.signedOut') : t(`tail.${state}`)}
        </span>
      )}
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => router.replace(otherHref, { scroll: false })}
        className={buttonClass({ size: 'small' }, 'gap-2')}
      >
        <span
          aria-hidden
          className={classNames('flex h-3.5 w-6 rounded-full p-0.5', isOn ? 'justify-end bg-accent' : 'bg-ink-3')}
        >
          <span className="size-2.5 rounded-full bg-surface" />
        </span>
        {t('tail.label')}
      </button>
      {isOn && count > 0 && (
        <button
          type="button"
          onClick={show}
          className={buttonClass(
            { look: 'primary', size: 'small' },
            'fixed top-16 left-1/2 z-30 -translate-x-1/2 rounded-full shadow-lg',
          )}
        >
          <ArrowUp aria-hidden /> {newText(count, t)}
        </button>
      )}
    </div>
  );
}

function useTail({ isOn, after, isWaiting, listId }: Omit<Props, 'otherHref'>) {
  const router = useRouter();
  const search = useSearchParams().toString();
  const t = useTranslations('deliveries');
  const [state, setState] = useState<Link>('live');
  const [count, setCount] = useState(0);
  const said = useRef(0);

  // Rows were drawn: nothing is new any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `after` is what says so
  useEffect(() => {
    setCount(0);
    said.current = 0;
  }, [after]);

  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    let isAsking = false; // a slow answer is waited for, not asked for again
    const look = async () => {
      if (isAsking || document.visibilityState !== 'visible') return;
      isAsking = true;
      const answer = await askTail(search, after);
      isAsking = false;
      if (isOver) return;
      if (typeof answer !== 'number') return setState(answer);
      if (answer > said.current) announce(newText(answer, t));
      said.current = answer;
      const isReading = isBusyWith(document.getElementById(listId));
      setState(isReading ? 'paused' : 'live');
      setCount(isReading ? answer : 0);
      if (!isReading && (answer > 0 || isWaiting)) router.refresh();
    };
    const timer = setInterval(look, EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isOn, search, after, isWaiting, listId, router, t]);

  const show = () => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo({ top: 0 });
    router.refresh();
  };
  return { state, count, show };
}

/** How many deliveries came after a number, or why nobody knows. */
async function askTail(search: string, after: string): Promise<number | 'lost' | 'signed out'> {
  const asked = new URLSearchParams(search);
  asked.set('after', after);
  try {
    const response = await fetch(`/webhooks/tail?${asked}`, { cache: 'no-store' });
    if (response.status === 401) return 'signed out';
    return response.ok ? ((await response.json()) as { count: number }).count : 'lost';
  } catch {
    return 'lost';
  }
}

/** Nothing may move while somebody reads further down, stands on a row, or has chosen some. */
function isBusyWith(list: HTMLElement | null): boolean {
  if (!list) return false;
  const isScrolled = window.scrollY > 0 && list.getBoundingClientRect().top < 64;
  const row = document.activeElement?.closest('tbody');
  return isScrolled || (row != null && list.contains(row)) || list.querySelector('tbody input:checked') !== null;
}

function newText(count: number, t: Translator<'deliveries'>): string {
  return count >= 100 ? t('tail.many') : t('tail.new', { count });
}
