'use client';

import { Keyboard } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState, useRef } from 'react';
import { type KeyLine, KeySheet } from '@/components/keys/key-sheet';
import { useKeys } from '@/components/keys/use-keys';
import type { RemarkAction } from '@/components/remarks/remark-state';
import { Button, ButtonLink } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Translator } from '@/lib/language/catalogue';

type Props = {
  readonly id: string;
  readonly viewer: string;
  readonly isMine: boolean;
  readonly isResolved: boolean;
  /** The next one to do; `null` behind the last. */
  readonly nextHref: string | null;
  readonly assign: RemarkAction;
};

/** The quick ways through the queue: `a` takes this one, `r` goes to its resolution, `n` to the next. `?` tells them. */
export function ExceptionKeys({ id, viewer, isMine, isResolved, nextHref, assign }: Props) {
  const t = useTranslations('exceptions');
  const [, submit, isPending] = useActionState(assign, null);
  const take = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const sheet = useRef<HTMLDialogElement>(null);
  useKeys({
    a: () => {
      take.current?.requestSubmit();
      return take.current !== null;
    },
    n: () => {
      if (nextHref) router.push(nextHref);
      return nextHref !== null;
    },
    r: () => {
      const field = document.querySelector<HTMLElement>('#resolve select, #resolve textarea');
      field?.focus();
      return field !== null;
    },
    '?': () => {
      sheet.current?.showModal();
      return true;
    },
  });
  return (
    <>
      {!isMine && !isResolved && (
        <form ref={take} action={submit}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="assignee" value={viewer} />
          <Button type="submit" size="small" disabled={isPending} aria-keyshortcuts="a">
            {t('keys.assign')} <Kbd>a</Kbd>
          </Button>
        </form>
      )}
      <ButtonLink href="#resolve" size="small" aria-keyshortcuts="r">
        {isResolved ? t('keys.reopen') : t('keys.resolve')} <Kbd>r</Kbd>
      </ButtonLink>
      {nextHref && (
        <ButtonLink href={nextHref} size="small" aria-keyshortcuts="n" prefetch={false}>
          {t('keys.nextShort')} <Kbd>n</Kbd>
        </ButtonLink>
      )}
      <Button
        size="icon-small"
        look="ghost"
        aria-label={t('keys.keys')}
        title={t('keys.keys')}
        onClick={() => sheet.current?.showModal()}
      >
        <Keyboard aria-hidden />
      </Button>
      <KeySheet dialog={sheet} title={t('keys.title')} lines={keyLines(t)} />
    </>
  );
}

function keyLines(t: Translator<'exceptions'>): readonly KeyLine[] {
  return [
    { keys: ['a'], does: t('keys.assign') },
    { keys: ['r'], does: t('keys.resolveOrReopen') },
    { keys: ['n'], does: t('keys.next') },
    { keys: ['?'], does: t('keys.sheet') },
  ];
}
