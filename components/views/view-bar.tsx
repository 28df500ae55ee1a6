'use client';

import { Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useRegion } from '@/components/language/reader';
import { useTableLayout } from '@/components/table/layout-provider';
import { looksLike } from '@/components/table/layout-state';
import { classNames } from '@/components/ui/class-names';
import { formatCount } from '@/lib/format';
import type { ViewActions } from './view-forms';
import { ViewMenu } from './view-menu';
import type { ViewTab } from './view-tabs';

type Props = {
  readonly tabs: readonly ViewTab[];
  /** The list as it is now, as a query string without page and view. */
  readonly content: string;
  /** Filter or order differ from the open view’s. */
  readonly isQueryChanged: boolean;
  /** Where the numbers beside the names are told. */
  readonly countsPath: string;
  readonly actions: ViewActions;
};

/** The views of a list as tabs, each with how much is in it, and what can be done with the open one. */
export function ViewBar({ tabs, content, isQueryChanged, countsPath, actions }: Props) {
  const t = useTranslations('views');
  const counts = useCounts(countsPath, tabs.map(({ id }) => id).join(','));
  const { layout } = useTableLayout();
  const open = tabs.find(({ isCurrent }) => isCurrent) ?? null;
  const kept = open?.saved?.layout ?? null;
  const isLayoutChanged = kept !== null && (layout === null || !looksLike(layout, kept));
  const isChanged = open?.saved !== null && open !== null && (isQueryChanged || isLayoutChanged);
  return (
    <div className="mb-3 flex items-end gap-2 border-b border-line">
      <nav aria-label={t('label')} data-list-views className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
        {tabs.map((tab) => (
          <Link
            key={tab.id}
            href={tab.href}
            prefetch={false}
            aria-current={tab.isCurrent ? 'page' : undefined}
            title={tab.saved?.isTeam ? t('teamOf', { owner: tab.saved.owner ?? t('ownerLeft') }) : undefined}
            className={classNames(
              '-mb-px inline-flex items-center gap-1.5 rounded-t-md border-b-2 border-transparent px-2.5 py-2 text-body font-medium whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink',
              tab.isCurrent && 'border-accent text-ink [scroll-initial-target:nearest]',
            )}
          >
            {tab.saved?.isTeam && <Users aria-hidden className="size-3.5" />}
            {tab.name}
            {tab.saved?.isTeam && <span className="sr-only"> {t('team')}</span>}
            {tab.isCurrent && isChanged && (
              <span className="size-1.5 rounded-full bg-accent">
                <span className="sr-only">{t('changed')}</span>
              </span>
            )}
            <Count count={counts[tab.id]} />
          </Link>
        ))}
      </nav>
      <ViewMenu
        open={open?.saved ?? null}
        {...{ content, layout, isChanged, actions }}
        resetHref={open?.href ?? null}
      />
    </div>
  );
}

/** Told later than the name; a place for it is kept, so that nothing moves. */
function Count({ count }: { readonly count: number | null | undefined }) {
  const t = useTranslations('views');
  const region = useRegion();
  const text = count === undefined ? '' : count === null ? '…' : formatCount(count, region);
  return (
    <span
      title={count === null ? t('notCounted') : undefined}
      className="inline-block min-w-7 rounded-md bg-sunken px-1.5 text-center text-xs leading-5 text-ink-2 tabular-nums"
    >
      {text || ' '}
    </span>
  );
}

type Counts = Readonly<Record<string, number | null>>;

/** How many rows each view has, asked for after the first paint; nothing where the answer does not come. */
function useCounts(path: string, key: string): Counts {
  const [counts, setCounts] = useState<Counts>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tabs are other numbers
  useEffect(() => {
    const leaving = new AbortController();
    fetch(path, { signal: leaving.signal })
      .then(async (answer) => (answer.ok ? setCounts(await answer.json()) : undefined))
      .catch(() => undefined); // the names say enough without their numbers
    return () => leaving.abort();
  }, [path, key]);
  return counts;
}
