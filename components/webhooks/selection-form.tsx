'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useKeys } from '@/components/keys/use-keys';
import { useRowKeys } from '@/components/transactions/use-row-keys';
import { Button } from '@/components/ui/button';

type Props = { readonly id: string; readonly children: ReactNode };

/**
 * A table whose rows can be chosen, as a plain form: the bar with what can be done rises by style alone, script only
 * counts, chooses all, and walks the rows (`j`, `k`; `x` chooses the row one stands on).
 */
export function SelectionForm({ id, children }: Props) {
  const t = useTranslations('deliveries');
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  useRowKeys(form);

  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=seq]') ?? [])];
  const recount = () => {
    const all = boxes();
    const chosen = all.filter((box) => box.checked).length;
    setCount(chosen);
    const head = form.current?.querySelector<HTMLInputElement>('input[data-all]');
    if (!head) return;
    head.checked = chosen > 0 && chosen === all.length;
    head.indeterminate = chosen > 0 && chosen < all.length;
  };
  const choose = (isChosen: boolean) => {
    for (const box of boxes()) box.checked = isChosen;
    recount();
  };
  const onChange = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.dataset.all !== undefined) choose(target.checked);
    else recount();
  };
  const chooseNone = () => {
    choose(false);
    return count > 0;
  };
  useKeys({
    Escape: chooseNone,
    x: ({ target }) => {
      const row = target instanceof HTMLElement ? target.closest('tr') : null;
      const box = row?.querySelector<HTMLInputElement>('input[name=seq]');
      if (!box || !form.current?.contains(box)) return false;
      box.checked = !box.checked;
      recount();
      return true;
    },
  });
  return (
    <form
      ref={form}
      id={id}
      action="/webhooks/reprocess"
      method="get"
      onChange={onChange}
      className="group/list relative scroll-mt-20"
    >
      {children}
      <div className="sticky bottom-4 z-20 mx-auto mt-3 hidden w-fit max-w-full flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-surface px-3 py-2 shadow-lg group-has-[input[name=seq]:checked]/list:flex max-md:bottom-20">
        <span className="px-1 text-body font-medium">
          {count > 0 ? t('select.count', { count }) : t('select.some')}
        </span>
        <Button type="submit" look="primary" size="small">
          <RotateCcw aria-hidden /> {t('select.readAgain')}
        </Button>
        <Button type="reset" look="ghost" size="small" onClick={() => setTimeout(recount)}>
          {t('select.clear')}
        </Button>
      </div>
    </form>
  );
}
