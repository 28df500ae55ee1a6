import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { countOf, SEARCH_GROUPS, type SearchGroup, type SearchGroups } from '@/lib/search-groups';
import type { TimeZone } from '@/lib/time-zones';
import { MAX_COUNTED } from '@/lib/transactions/hit';
import { ExceptionHitList, HitList, LineHitList } from './hit-list';
import { type SearchAddress, searchHref } from './search-href';

type Props = {
  readonly groups: SearchGroups;
  readonly typed: string;
  readonly zone: TimeZone;
  readonly address: SearchAddress;
};

/** What is exactly this text, by what it is; more of one group is a page of its own. */
export function SearchResults({ groups, typed, zone, address }: Props) {
  const isOnly = countOf(groups) === 1;
  const shown = { typed, isFocused: isOnly };
  const payments = (name: 'transactions' | 'steps' | 'events') => (
    <HitList hits={groups[name].hits} zone={zone} {...shown} />
  );
  const lists: Record<SearchGroup, ReactNode> = {
    transactions: payments('transactions'),
    steps: payments('steps'),
    events: payments('events'),
    lines: <LineHitList hits={groups.lines.hits} {...shown} />,
    exceptions: <ExceptionHitList hits={groups.exceptions.hits} {...shown} />,
  };
  const found = SEARCH_GROUPS.filter((name) => groups[name].hits.length > 0);
  return found.map((name) => (
    <Group key={name} name={name} groups={groups} address={address}>
      {lists[name]}
    </Group>
  ));
}

type GroupProps = Pick<Props, 'groups' | 'address'> & { readonly name: SearchGroup; readonly children: ReactNode };

function Group({ name, groups, address, children }: GroupProps) {
  const t = useTranslations('search');
  const { count, next } = groups[name];
  const isMore = count > MAX_COUNTED;
  const isPaged = address.group === name;
  return (
    <section aria-label={t(`group.${name}`)}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-sm font-semibold text-ink">{t(`group.${name}`)}</h2>
        <p className="text-xs text-ink-2">
          {isMore ? t('exactlyMore', { count: MAX_COUNTED }) : t('exactly', { count })}
        </p>
        {next !== null && !isPaged && (
          <Link
            href={searchHref({ ...address, group: name, after: null })}
            prefetch={false}
            className="ml-auto text-xs font-medium text-accent hover:underline"
          >
            {isMore ? t('allOfMore', { count: MAX_COUNTED }) : t('all', { count })}
          </Link>
        )}
      </div>
      <div className="mt-2">{children}</div>
      {isPaged && (
        <nav aria-label={t(`pages.${name}`)} className="mt-3 flex gap-2">
          <ButtonLink href={searchHref({ ...address, group: null, after: null })} size="small" prefetch={false}>
            {t('pages.all')}
          </ButtonLink>
          {address.after && (
            <ButtonLink href={searchHref({ ...address, after: null })} size="small" prefetch={false}>
              {t('pages.first')}
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink href={searchHref({ ...address, after: next })} size="small" rel="next" prefetch={false}>
              {t('pages.next')}
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}
