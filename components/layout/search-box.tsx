'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLetters } from '@/components/keys/letters';
import { isTyping } from '@/components/keys/use-keys';
import type { PaletteProps } from '@/components/search/palette';
import { Kbd } from '@/components/ui/kbd';

/** Fetched when it is first wanted: a page is there without it. */
const Palette = dynamic(() => import('@/components/search/palette').then((file) => file.Palette), { ssr: false });

/**
 * The desk's one search: a plain form that needs no script, and over it the palette, which ⌘K or Ctrl+K opens from
 * anywhere. `/` puts the cursor into the field where the page has no search of its own.
 */
export function SearchBox(props: Omit<PaletteProps, 'onClose'>) {
  const t = useTranslations('frame');
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const search = useSearchParams();
  // Other lists have a `q` of their own.
  const asked = usePathname() === '/search' ? (search.get('q') ?? '') : '';
  useSearchKeys(
    () => setIsOpen(true),
    () => {
      field.current?.focus();
      field.current?.select();
    },
  );
  return (
    <search aria-label={t('search.region')} className="w-full max-w-xl min-w-0">
      <form action={props.ask} className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={field}
          key={asked}
          name="text"
          type="search"
          defaultValue={asked}
          aria-label={t('search.field')}
          aria-keyshortcuts="/"
          placeholder={t('search.hint')}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          required
          className="peer h-9 w-full min-w-0 rounded-lg border border-line bg-sunken pr-12 pl-9 text-body text-ink transition-colors hover:border-line-strong focus:bg-surface"
        />
        <button
          type="button"
          onClick={() => setIsOpen(true)}
          aria-label={t('search.palette')}
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K Meta+K"
          className="absolute top-1/2 right-1.5 -translate-y-1/2 cursor-pointer rounded-md"
        >
          <Kbd className="px-1.5">⌘K</Kbd>
        </button>
      </form>
      {isOpen && <Palette {...props} onClose={() => setIsOpen(false)} />}
    </search>
  );
}

/** Heard last, at the window: a list that has a search of its own takes `/` for itself before. */
function useSearchKeys(openPalette: () => void, focusField: () => void): void {
  const [areLettersOn] = useLetters();
  const latest = useRef({ openPalette, focusField, areLettersOn });
  latest.current = { openPalette, focusField, areLettersOn };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && !event.shiftKey && event.key.toLowerCase() === 'k') latest.current.openPalette();
      else if (event.key === '/' && !isCommand && latest.current.areLettersOn && !isTyping(event.target))
        latest.current.focusField();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
