'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useReader } from '@/components/language/reader';
import { Input } from '@/components/ui/field';
import { spoken } from '@/lib/language/said';
import { completionsOf } from '@/lib/transactions/grammar';
import { LONGEST_TEXT } from '@/lib/transactions/grammar-text';

/** The list's own search: words and operators, which become chips once they are applied. Completed while typing. */
export function FilterText({ text }: { readonly text: string }) {
  const t = useTranslations('filters');
  const reader = useReader();
  const list = useId();
  const [typed, setTyped] = useState(text);
  return (
    <div className="relative w-full max-w-96 min-w-52 flex-1 max-md:max-w-none">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
      />
      <Input
        name="q"
        defaultValue={text}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        list={list}
        data-list-search="true"
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_TEXT}
        className="h-8 pl-8"
      />
      <datalist id={list}>
        {completionsOf(typed).map(({ text: completed, hint }) => (
          <option key={completed} value={completed} label={spoken(hint, reader)} />
        ))}
      </datalist>
    </div>
  );
}
