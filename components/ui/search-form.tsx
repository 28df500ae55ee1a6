'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { classNames } from './class-names';

type Typed = Readonly<Record<string, string>>;

export type SearchFormProps = {
  /** Where the list is: "/transactions". */
  readonly action: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** The shortest address of the list that says what a filled form, or an address, says. */
  readonly hrefOf: (search: URLSearchParams) => string;
  readonly privately?: {
    /** Whether a filled form has something in it that may have to be kept out of its address. */
    readonly isMeant: (search: URLSearchParams) => boolean;
    /** Keeps it where it has to; resolves to the query string with tokens in its place. */
    readonly keep: (search: string) => Promise<string>;
    /** What fields show for tokens of the address. */
    readonly typed: Typed;
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
  const posted = useRef('');
  const isDrawn = useRef(false);
  const [isPending, startTransition] = useTransition();
  const typed = privately?.typed ?? NOTHING_TYPED;
  const typedText = JSON.stringify(typed);

  const go = (next: string) => {
    if (next === asked.current) return;
    asked.current = next;
    router.push(next, { scroll: false });
  };
  const apply = () => {
    if (!form.current) return;
    const search = searchOf(form.current, typed);
    if (privately?.isMeant(search)) {
      // A panel that closes because its form was submitted asks once more.
      if (posted.current === search.toString()) return;
      posted.current = search.toString();
      startTransition(async () => {
        const named = new URLSearchParams(await privately.keep(search.toString()));
        posted.current = '';
        go(hrefOf(named));
      });
    } else startTransition(() => go(hrefOf(search)));
  };
  const applyNow = useRef(apply);
  applyNow.current = apply;

  useEffect(() => {
    asked.current = current;
    // What was typed or chosen before the script came stays: React then tells of it as of any change.
    if (form.current && isDrawn.current)
      follow(form.current, new URLSearchParams(current.split('?')[1]), JSON.parse(typedText));
    isDrawn.current = true;
  }, [current, typedText]);

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

const NOTHING_TYPED: Typed = {};

function searchOf(form: HTMLFormElement, typed: Typed): URLSearchParams {
  const search = new URLSearchParams();
  const tokens = new Map(Object.entries(typed).map(([token, text]) => [text, token]));
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') search.append(name, tokens.get(value) ?? value);
  return search;
}

/**
 * Puts into every field what the address says. `data-adds` marks a field that only adds to a list: it starts empty;
 * `data-own` one that writes its value in a way of its own, and follows the address by itself.
 */
function follow(form: HTMLFormElement, search: URLSearchParams, typed: Typed): void {
  const shown = (value: string) => typed[value] ?? value;
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = search.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLInputElement && field.type !== 'hidden' && field.dataset.own === undefined)
      field.value = field.dataset.adds ? '' : shown(search.get(field.name) ?? '');
    else if (field instanceof HTMLSelectElement)
      // The first choice is what an address without the parameter means.
      field.value = search.get(field.name) ?? field.options[0]?.value ?? '';
  }
}
