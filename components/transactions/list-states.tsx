import { Hourglass, SearchX, Unlink } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { type ListQuery, NO_FILTERS, type Problem } from '@/lib/transactions/filters';
import { FilterChips } from './filter-chips';
import { filteredHref, listHref } from './list-links';

/** There are transactions, but none that fit. */
export function NothingMatches({ query }: { readonly query: ListQuery }) {
  return (
    <EmptyState icon={SearchX} title="No transaction matches">
      <p className="mb-4">Every condition below must hold. Take one away to see more.</p>
      <div className="flex justify-center">
        <FilterChips query={query} />
      </div>
    </EmptyState>
  );
}

/** The database gave up on a filter that would have read too much. */
export function TookTooLong({ query }: { readonly query: ListQuery }) {
  return (
    <EmptyState
      icon={Hourglass}
      title="This took too long"
      actions={
        <>
          {/* A plain link: the same address is asked again for certain. */}
          <a href={listHref(query)} className={buttonClass({ look: 'primary' })}>
            Try again
          </a>
          <ButtonLink href={filteredHref(query, NO_FILTERS)}>Clear all filters</ButtonLink>
        </>
      }
    >
      The database stopped reading after ten seconds. It does not mean that nothing matches: add a date range, a
      provider or a state and ask again.
    </EmptyState>
  );
}

/** A page link that belongs to another filter or order. */
export function CursorRefused({ query, message }: { readonly query: ListQuery; readonly message: string }) {
  return (
    <EmptyState
      icon={Unlink}
      title="This page link does not fit"
      actions={
        <ButtonLink href={listHref({ ...query, cursor: null })} look="primary">
          First page of this list
        </ButtonLink>
      }
    >
      {message}
    </EmptyState>
  );
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
