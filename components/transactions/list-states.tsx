import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { formatCount } from '@/lib/format';
import { type Filters, type ListQuery, NO_FILTERS, type Problem } from '@/lib/transactions/filters';
import { FilterChips } from './filter-chips';
import { filteredHref, listHref } from './list-links';

/** What takes the dates out of a filter. */
export const NO_DATES = {
  occurred_from: null,
  occurred_to: null,
  updated_from: null,
  updated_to: null,
} as const satisfies Partial<Filters>;

type NothingProps = {
  readonly query: ListQuery;
  readonly now: Date;
  /** How many match all but the dates; `null` where that was not counted, or there are no dates. */
  readonly outsideDates: number | null;
};

/** There are transactions, but none that fit. */
export function NothingMatches({ query, now, outsideDates }: NothingProps) {
  return (
    <NoRowMatches title="No transaction matches" chips={<FilterChips query={query} now={now} />}>
      {outsideDates !== null && outsideDates > 0 && (
        <p className="mt-4">
          <Link href={filteredHref(query, NO_DATES)} scroll={false} className="font-medium text-accent hover:underline">
            {outsideDates === 1 ? '1 match' : `${formatCount(outsideDates)} matches`} outside the date range
          </Link>
        </p>
      )}
    </NoRowMatches>
  );
}

/** The database gave up on a filter that would have read too much. */
export function TookTooLong({ query }: { readonly query: ListQuery }) {
  return (
    <ListTookTooLong
      href={listHref(query)}
      clearHref={filteredHref(query, NO_FILTERS)}
      advice="add a date range, a provider or a state"
    />
  );
}

/** A page link that belongs to another filter or order. */
export function CursorRefused({ query, message }: { readonly query: ListQuery; readonly message: string }) {
  return <PageLinkRefused href={listHref({ ...query, cursor: null })} message={message} />;
}

/** What in the address was not understood; the list is shown without it. */
export function IgnoredParameters({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert tone="caution" title="Part of the address was ignored" className="mb-4">
      <ul>
        {problems.slice(0, 8).map(({ parameter, message }) => (
          <li key={`${parameter} ${message}`} className="break-words">
            <code className="font-mono text-xs">{parameter.slice(0, 60)}</code> ignored: {message}
          </li>
        ))}
        {problems.length > 8 && <li>and {problems.length - 8} more.</li>}
      </ul>
    </Alert>
  );
}
