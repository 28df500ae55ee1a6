'use client';

import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useTransition } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { type WorkbenchQuery, workbenchHref } from '@/lib/reconciliation/workbench-query';

/** Searches all free payments: by an id, a name, an amount. The address keeps what was searched for. */
export function FindForm({ query }: { readonly query: WorkbenchQuery }) {
  const t = useTranslations('workbench');
  const router = useRouter();
  const [isSearching, startSearch] = useTransition();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const find = String(new FormData(event.currentTarget).get('find') ?? '').trim() || null;
    startSearch(() => router.replace(workbenchHref({ ...query, find }), { scroll: false }));
  };
  return (
    <search aria-label={t('find.label')} aria-busy={isSearching}>
      <form onSubmit={search} className="flex items-center gap-2">
        <span className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
          />
          <Input
            key={query.find}
            name="find"
            defaultValue={query.find ?? ''}
            aria-label={t('find.field')}
            placeholder={t('find.example')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            className="h-8 pl-8"
          />
        </span>
        <Button type="submit" className="h-8" disabled={isSearching}>
          {isSearching ? t('find.searching') : t('find.search')}
        </Button>
        {query.find && (
          <ButtonLink
            href={workbenchHref({ ...query, find: null })}
            replace
            scroll={false}
            look="ghost"
            size="icon-small"
            aria-label={t('find.back')}
          >
            <X aria-hidden />
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
