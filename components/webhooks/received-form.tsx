'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { classNames } from '@/components/ui/class-names';
import { canonicalHref } from './received-href';

/**
 * A plain GET form that, once there is script, applies a choice when it is made, keeps the address short, and follows
 * the address when it changes by other means (Back, a chip's ✕).
 */
export function ReceivedForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const current = useSearchParams().toString();
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (form.current) follow(form.current, new URLSearchParams(current));
  }, [current]);

  const apply = () => {
    if (!form.current) return;
    const next = canonicalHref(searchOf(form.current));
    if (next === canonicalHref(new URLSearchParams(current))) return;
    startTransition(() => router.push(next, { scroll: false }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    apply();
    for (const panel of form.current?.querySelectorAll<HTMLElement>(':popover-open') ?? []) panel.hidePopover();
  };
  const onChange = ({ target }: FormEvent) => {
    const isChoice = target instanceof HTMLSelectElement || (target as HTMLInputElement).type === 'checkbox';
    if (isChoice) apply();
  };
  return (
    <search aria-label="Filter deliveries" aria-busy={isPending}>
      <form
        ref={form}
        action="/webhooks"
        method="get"
        onSubmit={onSubmit}
        onChange={onChange}
        className={classNames('transition-opacity', isPending && 'opacity-60', className)}
      >
        {children}
      </form>
    </search>
  );
}

function searchOf(form: HTMLFormElement): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') search.append(name, value);
  return search;
}

/** Puts into every field what the address says. */
function follow(form: HTMLFormElement, search: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = search.get(field.name) === field.value;
    else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = search.get(field.name) ?? '';
    else if (field instanceof HTMLSelectElement) field.value = search.get(field.name) ?? '';
  }
}
