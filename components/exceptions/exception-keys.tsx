'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useRef } from 'react';
import type { RemarkAction } from '@/components/remarks/remark-state';
import { Button, ButtonLink } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

type Props = {
  readonly id: string;
  readonly viewer: string;
  readonly isMine: boolean;
  readonly isResolved: boolean;
  /** The next one to do; `null` behind the last. */
  readonly nextHref: string | null;
  readonly assign: RemarkAction;
};

/** The quick ways through the queue: `a` takes this one, `r` goes to its resolution, `n` to the next. Never while typing. */
export function ExceptionKeys({ id, viewer, isMine, isResolved, nextHref, assign }: Props) {
  const [, submit, isPending] = useActionState(assign, null);
  const take = useRef<HTMLFormElement>(null);
  const router = useRouter();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]'))
        return;
      if (event.key === 'a') take.current?.requestSubmit();
      else if (event.key === 'n' && nextHref) router.push(nextHref);
      else if (event.key === 'r') document.querySelector<HTMLElement>('#resolve select, #resolve textarea')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router, nextHref]);
  return (
    <>
      {!isMine && !isResolved && (
        <form ref={take} action={submit}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="assignee" value={viewer} />
          <Button type="submit" size="small" disabled={isPending} aria-keyshortcuts="a">
            Assign to me <Kbd>a</Kbd>
          </Button>
        </form>
      )}
      <ButtonLink href="#resolve" size="small" aria-keyshortcuts="r">
        {isResolved ? 'Reopen' : 'Resolve'} <Kbd>r</Kbd>
      </ButtonLink>
      {nextHref && (
        <ButtonLink href={nextHref} size="small" aria-keyshortcuts="n" prefetch={false}>
          Next <Kbd>n</Kbd>
        </ButtonLink>
      )}
    </>
  );
}
