'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useTransition } from 'react';
import { untyped } from '@/lib/kept-value';
import { PARAMETER_LISTS } from '@/lib/private-parameters';
import type { Privately } from './privately';

type Props = {
  readonly action: string;
  readonly list: keyof typeof PARAMETER_LISTS;
  readonly privately: Privately;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A plain form whose address is the state; what must not stand there is posted, and a token stands for it. */
export function PrivateForm({ action, list, privately: { keep, kept }, className, children }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string' && value.trim() !== '') search.append(name, untyped(value, kept));
    const { valuesOf, keptOf } = PARAMETER_LISTS[list];
    const isPrivate = valuesOf(search).length > 0;
    if (!isPrivate && keptOf(search).length === 0) return;
    event.preventDefault();
    startTransition(async () => {
      const named = isPrivate ? await keep(list, search.toString()) : search;
      router.push(`${action}?${named}`, { scroll: false });
    });
  };
  return (
    <form action={action} onSubmit={onSubmit} aria-busy={isPending} className={className}>
      {children}
    </form>
  );
}
