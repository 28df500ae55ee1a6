'use client';

import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useTransition } from 'react';
import type { Privately } from '@/components/private/privately';
import { Button, ButtonLink } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { typedOf, untyped } from '@/lib/kept-value';
import { hasTyped } from '@/lib/private-typed';
import { type WorkbenchQuery, workbenchHref } from '@/lib/reconciliation/workbench-query';

type Props = { readonly query: WorkbenchQuery; readonly privately: Privately };

/** Searches all free payments: by an id, a name, an amount. The address keeps what was searched for, or its token. */
export function FindForm({ query, privately: { keep, kept } }: Props) {
  const t = useTranslations('workbench');
  const router = useRouter();
  const [isSearching, startSearch] = useTransition();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('find') ?? '').trim();
    const asked = new URLSearchParams({ find: untyped(typed, kept) });
    startSearch(async () => {
      const named = hasTyped('workbench', asked)
        ? new URLSearchParams(await keep('workbench', asked.toString()))
        : asked;
      router.replace(workbenchHref({ ...query, find: named.get('find') || null }), { scroll: false });
    });
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
            defaultValue={typedOf(query.find, kept)}
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
