import { CircleCheck, SearchX } from 'lucide-react';
import { FirstDelivery } from '@/components/layout/first-delivery';
import { Instant } from '@/components/transactions/instant';
import { ButtonLink } from '@/components/ui/button';
import { ChipList } from '@/components/ui/chip-list';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong } from '@/components/ui/list-states';
import { type DeliveryFilters, NO_DELIVERY_FILTERS, type ReceivedPage } from '@/lib/events/received';
import { isFiltered, type ReceivedQuery } from '@/lib/events/received-query';
import { formatCount } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { LAG_LABELS, ORIGIN_WORDS, PROOF_WORDS, RESULT_WORDS } from './delivery-words';
import { receivedHref } from './received-href';

/** What stands where rows would stand: nothing yet, all done, or nothing that matches. */
export function NothingReceived({ query, appUrl }: { readonly query: ReceivedQuery; readonly appUrl: string }) {
  const { filters, place, isTailing } = query;
  if (filters.result === 'waiting' && !isFiltered({ ...filters, result: null, provider: null })) {
    return (
      <EmptyState icon={CircleCheck} title="Nothing waits to be read">
        Every delivery{filters.provider ? ' of this provider' : ''} has been read and folded.
      </EmptyState>
    );
  }
  if (!isFiltered(filters) && !place) return <FirstDelivery appUrl={appUrl} />;
  return (
    <EmptyState
      icon={SearchX}
      title={place ? 'No delivery matches beyond this point' : 'No delivery matches'}
      actions={<ButtonLink href={receivedHref({ isTailing })}>Show all deliveries</ButtonLink>}
    >
      <FilterChips query={query} />
      {filters.find && !filters.find.trim().startsWith('{') && (
        <p className="mt-3">
          Ids are known of what was understood. To look inside every body, search for a piece of JSON:{' '}
          <code className="font-mono text-xs">{`{"id":${JSON.stringify(filters.find.slice(0, 40))}}`}</code>
        </p>
      )}
    </EmptyState>
  );
}

/** What the list is narrowed to. */
function FilterChips({ query: { filters, isTailing } }: { readonly query: ReceivedQuery }) {
  const chips = conditionsOf(filters).map(({ field, words }) => ({
    value: words,
    href: receivedHref({ filters: { ...filters, [field]: NO_DELIVERY_FILTERS[field] }, isTailing }),
  }));
  return <ChipList chips={chips} className="mt-2 justify-center" />;
}

type Condition = { readonly field: keyof DeliveryFilters; readonly words: string };

function conditionsOf(filters: DeliveryFilters): Condition[] {
  const { provider, result, proof, origin, answer, lag, duplicates, received_from, received_to, tz, find } = filters;
  const zone = `(${TIME_ZONES[tz]})`;
  const conditions: (Condition | null | false)[] = [
    find !== null && { field: 'find', words: find },
    provider && { field: 'provider', words: PROVIDER_LABELS[provider] },
    result && { field: 'result', words: RESULT_WORDS[result].label },
    proof && { field: 'proof', words: PROOF_WORDS[proof].label },
    origin && { field: 'origin', words: ORIGIN_WORDS[origin].label },
    answer !== null && { field: 'answer', words: `Answered ${answer}` },
    lag && { field: 'lag', words: LAG_LABELS[lag] },
    duplicates && { field: 'duplicates', words: 'Came more than once' },
    received_from !== null && { field: 'received_from', words: `From ${received_from} ${zone}` },
    received_to !== null && { field: 'received_to', words: `To ${received_to} ${zone}` },
  ];
  return conditions.filter((condition) => condition !== null && condition !== false);
}

/** The database gave up on a filter that would have read too much. */
export function ReceivedTookTooLong({ query }: { readonly query: ReceivedQuery }) {
  return (
    <ListTookTooLong href={receivedHref(query)} clearHref="/webhooks" advice="add a time, a provider or a result" />
  );
}

type NoteProps = {
  readonly searched: ReceivedPage['searched'];
  readonly zone: TimeZone;
  readonly query: ReceivedQuery;
};

/** How far a search inside bodies has looked, so that "nothing" is not taken for "never". */
export function SearchedNote({ searched, zone, query: { place, filters } }: NoteProps) {
  if (!searched || searched.count === 0) return null;
  const { count, to, isCut } = searched;
  const isForward = place?.direction === 'newer';
  const which = isCut ? `the ${isForward ? 'next' : place ? 'next older' : 'newest'}` : 'all';
  const isNarrowed = isFiltered({ ...filters, find: null });
  return (
    <p className="text-xs text-ink-2">
      Searched the bodies of {which} {formatCount(count)} {count === 1 ? 'delivery' : 'deliveries'}
      {isNarrowed && ' that the other filters leave'}, {isForward ? 'up to' : 'back to'} <Instant at={to} zone={zone} />
      . {isCut && `${isForward ? 'Previous' : 'Next'} searches on from there. `}
      Bodies over 64 KiB, and those that are not JSON, are not looked into.
    </p>
  );
}
