'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { classNames } from './class-names';

export type SearchFormProps = {
  /** Where the list is: "/transactions". */
  readonly action: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** The shortest address of the list that says what a filled form, or an address, says. */
  readonly hrefOf: (search: URLSearchParams) => string;
  /** Whether a filled form has something in it that must not stand in an address, and who makes one without it. */
  readonly privately?: {
    readonly isMeant: (search: URLSearchParams) => boolean;
    readonly hrefOf: (search: string) => Promise<string>;
  };
  readonly className?: string;
  readonly children: ReactNode;
};

/**
 * The filters of a list: a plain GET form that, once there is script, applies a choice when it is made and a panel when
 * it closes, keeps the address short, and follows the address when it changes by other means (Back, a chip's ✕).
 */
export function SearchForm({ action, label, hrefOf, privately, className, children }: SearchFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const current = hrefOf(new URLSearchParams(useSearchParams().toString()));
  const asked = useRef(current);
  const isDrawn = useRef(false);
  const [isPending, startTransition] = useTransition();

  const apply = () => {
    if (!form.current) return;
    const search = searchOf(form.current);
    if (privately?.isMeant(search)) {
      startTransition(async () => router.push(await privately.hrefOf(search.toString()), { scroll: false }));
      return;
    }
    const next = hrefOf(search);
    if (next === asked.current) return;
    asked.current = next;
    startTransition(() => router.push(next, { scroll: false }));
  };
  const applyNow = useRef(apply);
  applyNow.current = apply;

  useEffect(() => {
    asked.current = current;
    // What was typed or chosen before the script came stays: React then tells of it as of any change.
    if (form.current && isDrawn.current) follow(form.current, new URLSearchParams(current.split('?')[1]));
    isDrawn.current = true;
  }, [current]);

  useEffect(() => {
    const element = form.current;
    // `toggle` does not bubble; it is caught on the way down.
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') applyNow.current();
    };
    element?.addEventListener('toggle', onToggle, true);
    return () => element?.removeEventListener('toggle', onToggle, true);
  }, []);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    apply();
    // Enter submits from inside a panel too.
    for (const panel of form.current?.querySelectorAll<HTMLElement>(':popover-open') ?? []) panel.hidePopover();
  };
  const onChange = ({ target }: FormEvent) => {
    const isChoice = target instanceof HTMLSelectElement || (target as HTMLInputElement).type === 'checkbox';
    if (isChoice && !(target as HTMLElement).closest('[popover]')) apply();
  };
  return (
    <search aria-label={label} aria-busy={isPending}>
      <form
        ref={form}
        action={action}
        method="get"
        autoComplete="off"
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

/** Puts into every field what the address says. `data-adds` marks a field that only adds to a list: it starts empty. */
function follow(form: HTMLFormElement, search: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = search.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLInputElement && field.type !== 'hidden')
      field.value = field.dataset.adds ? '' : (search.get(field.name) ?? '');
    else if (field instanceof HTMLSelectElement)
      // The first choice is what an address without the parameter means.
      field.value = search.get(field.name) ?? field.options[0]?.value ?? '';
  }
}
