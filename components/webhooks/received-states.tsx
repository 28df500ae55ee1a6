import { CircleCheck, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FirstDelivery } from '@/components/layout/first-delivery';
import { Instant } from '@/components/transactions/instant';
import { ButtonLink } from '@/components/ui/button';
import { ChipList } from '@/components/ui/chip-list';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong } from '@/components/ui/list-states';
import { type DeliveryFilters, NO_DELIVERY_FILTERS, type ReceivedPage } from '@/lib/events/received';
import { isFiltered, type ReceivedQuery } from '@/lib/events/received-query';
import { type ShownKept, wordsOf } from '@/lib/kept-value';
import type { Translator } from '@/lib/language/catalogue';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { receivedHref } from './received-href';

type NothingProps = { readonly query: ReceivedQuery; readonly kept: ShownKept; readonly appUrl: string };

/** What stands where rows would stand: nothing yet, all done, or nothing that matches. */
export function NothingReceived({ query, kept, appUrl }: NothingProps) {
  const t = useTranslations('webhooks');
  const { filters, place, isTailing } = query;
  if (filters.result === 'waiting' && !isFiltered({ ...filters, result: null, provider: null })) {
    return (
      <EmptyState icon={CircleCheck} title={t('empty.allRead')}>
        {filters.provider ? t('empty.allReadOfProvider') : t('empty.allReadAbout')}
      </EmptyState>
    );
  }
  const example = filters.find?.slice(0, 40);
  if (!isFiltered(filters) && !place) return <FirstDelivery appUrl={appUrl} />;
  return (
    <EmptyState
      icon={SearchX}
      title={place ? t('empty.noneBeyond') : t('empty.none')}
      actions={<ButtonLink href={receivedHref({ isTailing })}>{t('empty.showAll')}</ButtonLink>}
    >
      <FilterChips query={query} kept={kept} />
      {filters.find && !kept[filters.find] && !filters.find.trim().startsWith('{') && (
        <p className="mt-3">
          {t.rich('empty.idsOnly', {
            code: () => <code className="font-mono text-xs">{`{"id":${JSON.stringify(example)}}`}</code>,
          })}
        </p>
      )}
    </EmptyState>
  );
}

/** What the list is narrowed to. */
function FilterChips({ query: { filters, isTailing }, kept }: Omit<NothingProps, 'appUrl'>) {
  const t = useTranslations('webhooks');
  const tellings = useTranslations('deliveries');
  const frame = useTranslations('frame');
  const chips = conditionsOf(filters, kept, t, tellings, frame).map(({ field, words }) => ({
    value: words,
    href: receivedHref({ filters: { ...filters, [field]: NO_DELIVERY_FILTERS[field] }, isTailing }),
  }));
  return <ChipList chips={chips} className="mt-2 justify-center" />;
}

type Condition = { readonly field: keyof DeliveryFilters; readonly words: string };

function conditionsOf(
  filters: DeliveryFilters,
  kept: ShownKept,
  t: Translator<'webhooks'>,
  tellings: Translator<'deliveries'>,
  frame: Translator<'frame'>,
): Condition[] {
  const { provider, result, proof, origin, answer, lag, duplicates, received_from, received_to, tz, find } = filters;
  const zone = frame(`zone.names.${tz}`);
  const conditions: (Condition | null | false)[] = [
    find !== null && { field: 'find', words: wordsOf(find, kept) },
    provider && { field: 'provider', words: PROVIDER_LABELS[provider] },
    result && { field: 'result', words: tellings(`result.${result}.label`) },
    proof && { field: 'proof', words: tellings(`proof.${proof}.label`) },
    origin && { field: 'origin', words: tellings(`origin.${origin}.label`) },
    answer !== null && { field: 'answer', words: t('filter.answer.one', { status: answer }) },
    lag && { field: 'lag', words: t(`filter.lag.over.${lag}`) },
    duplicates && { field: 'duplicates', words: t('filter.duplicates') },
    received_from !== null && {
      field: 'received_from',
      words: t('filter.time.chipFrom', { date: received_from, zone }),
    },
    received_to !== null && { field: 'received_to', words: t('filter.time.chipTo', { date: received_to, zone }) },
  ];
  return conditions.filter((condition) => condition !== null && condition !== false);
}

/** The database gave up on a filter that would have read too much. */
export function ReceivedTookTooLong({ query }: { readonly query: ReceivedQuery }) {
  const t = useTranslations('webhooks');
  return <ListTookTooLong href={receivedHref(query)} clearHref="/webhooks" advice={t('tooLongAdvice')} />;
}

type NoteProps = {
  readonly searched: ReceivedPage['searched'];
  readonly zone: TimeZone;
  readonly query: ReceivedQuery;
};

/** How far a search inside bodies has looked, so that "nothing" is not taken for "never". */
export function SearchedNote({ searched, zone, query: { place, filters } }: NoteProps) {
  const t = useTranslations('webhooks');
  if (!searched || searched.count === 0) return null;
  const { count, to, isCut } = searched;
  const isForward = place?.direction === 'newer';
  return (
    <p className="text-xs text-ink-2">
      {t.rich('searched', {
        count,
        which: isCut ? (isForward ? 'next' : place ? 'older' : 'newest') : 'all',
        isNarrowed: isFiltered({ ...filters, find: null }) ? 'yes' : 'no',
        isForward: isForward ? 'yes' : 'no',
        onward: isCut ? (isForward ? 'previous' : 'next') : 'none',
        at: () => <Instant at={to} zone={zone} />,
      })}
    </p>
  );
}
