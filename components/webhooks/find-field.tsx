'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useReader } from '@/components/language/reader';
import { Input } from '@/components/ui/field';
import { searchOf } from '@/lib/events/received-search';
import { spoken } from '@/lib/language/said';

/** The search box of what was received: an id, or a piece of JSON; while it is no JSON yet, a line says what is missing. */
export function FindField({ value }: { readonly value: string }) {
  const t = useTranslations('deliveries');
  const reader = useReader();
  const [asked, setAsked] = useState(value);
  const [typed, setTyped] = useState(value);
  if (asked !== value) {
    // Back, and a search that was cleared elsewhere.
    setAsked(value);
    setTyped(value);
  }
  const search = typed.trim() === '' ? null : searchOf(typed);
  const problem = search && 'message' in search ? spoken(search.message, reader) : null;
  return (
    <div className="w-full min-w-0">
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          name="find"
          type="search"
          defaultValue={value}
          onInput={(event) => setTyped(event.currentTarget.value)}
          aria-label={t('find.label')}
          aria-describedby="find-help"
          aria-invalid={problem !== null}
          placeholder={t('find.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
          className="h-9 pl-8 font-mono text-xs placeholder:font-sans placeholder:text-body"
        />
      </div>
      <p id="find-help" className="mt-1 text-xs text-ink-2 empty:hidden">
        {problem && <span className="font-medium text-caution">{t('find.notSearched', { problem })}</span>}
        {search && 'by' in search && search.by === 'fragment' && t('find.fragment')}
      </p>
    </div>
  );
}
