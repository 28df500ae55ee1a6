import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
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
  const found = (Object.keys(SEARCH_GROUPS) as SearchGroup[]).filter((name) => groups[name].hits.length > 0);
  return found.map((name) => (
    <Group key={name} name={name} groups={groups} address={address}>
      {lists[name]}
    </Group>
  ));
}

type GroupProps = Pick<Props, 'groups' | 'address'> & { readonly name: SearchGroup; readonly children: ReactNode };

function Group({ name, groups, address, children }: GroupProps) {
  const { count, next } = groups[name];
  const isPaged = address.group === name;
  return (
    <section aria-label={SEARCH_GROUPS[name]}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-sm font-semibold text-ink">{SEARCH_GROUPS[name]}</h2>
        <p className="text-xs text-ink-2">{exactly(count)}</p>
        {next !== null && !isPaged && (
          <Link
            href={searchHref({ ...address, group: name, after: null })}
            prefetch={false}
            className="ml-auto text-xs font-medium text-accent hover:underline"
          >
            All {countText(count)}
          </Link>
        )}
      </div>
      <div className="mt-2">{children}</div>
      {isPaged && (
        <nav aria-label={`Pages of ${SEARCH_GROUPS[name].toLowerCase()}`} className="mt-3 flex gap-2">
          <ButtonLink href={searchHref({ ...address, group: null, after: null })} size="small" prefetch={false}>
            All groups
          </ButtonLink>
          {address.after && (
            <ButtonLink href={searchHref({ ...address, after: null })} size="small" prefetch={false}>
              First page
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink href={searchHref({ ...address, after: next })} size="small" rel="next" prefetch={false}>
              Next
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}

function exactly(count: number): string {
  return count === 1 ? 'One carries exactly this value' : `${countText(count)} carry exactly this value`;
}

function countText(count: number): string {
  return count > MAX_COUNTED ? `more than ${formatCount(MAX_COUNTED)}` : formatCount(count);
}
