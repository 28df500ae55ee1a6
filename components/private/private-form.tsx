'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useTransition } from 'react';
import { untyped } from '@/lib/kept-value';
import { hasTyped, type TypedList } from '@/lib/private-typed';
import type { Privately } from './privately';

type Props = {
  readonly action: string;
  readonly list: TypedList;
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
    event.preventDefault();
    startTransition(async () => {
      const named = hasTyped(list, search) ? await keep(list, search.toString()) : search.toString();
      router.push(named ? `${action}?${named}` : action, { scroll: false });
    });
  };
  return (
    <form action={action} onSubmit={onSubmit} aria-busy={isPending} className={className}>
      {children}
    </form>
  );
}
