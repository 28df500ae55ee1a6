'use client';

import { Search } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';

/** The desk's one search field: a plain GET form; `/` puts the cursor in it from anywhere but another field. */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const search = useSearchParams();
  // Other lists have a `q` of their own.
  const asked = usePathname() === '/search' ? (search.get('q') ?? '') : '';

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <search aria-label="Payments" className="w-full max-w-xl min-w-0">
      <form action="/search" method="get" className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={field}
          key={asked}
          name="q"
          type="search"
          defaultValue={asked}
          aria-label="Search payments"
          aria-keyshortcuts="/"
          placeholder="External ref, CLABE, E2E, clave de rastreo, hash…"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={2000}
          required
          className="peer h-9 w-full min-w-0 rounded-lg border border-line bg-sunken pr-3 pl-9 text-body text-ink transition-colors hover:border-line-strong focus:bg-surface md:pr-10"
        />
        <Kbd className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden max-md:hidden">
          /
        </Kbd>
      </form>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
