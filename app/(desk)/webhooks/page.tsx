import { RotateCcw } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { ButtonLink } from '@/components/ui/button';
import { CursorPages } from '@/components/ui/cursor-pages';
import { DeliveryTable } from '@/components/webhooks/delivery-table';
import { ReceivedFilters } from '@/components/webhooks/received-filters';
import { receivedHref, reprocessAllHref } from '@/components/webhooks/received-href';
import { NothingReceived, ReceivedTookTooLong, SearchedNote } from '@/components/webhooks/received-states';
import { SelectionForm } from '@/components/webhooks/selection-form';
import { TableCard } from '@/components/webhooks/table-card';
import { TailSwitch } from '@/components/webhooks/tail-switch';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { env } from '@/lib/env';
import { listDeliveries } from '@/lib/events/delivery.store';
import type { ReceivedPage } from '@/lib/events/received';
import { readKeptReceived } from '@/lib/events/received-kept.store';
import { isFiltered, type ReceivedQuery } from '@/lib/events/received-query';
import type { ShownKept } from '@/lib/kept-value';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { MAX_REPROCESSED } from '@/lib/reprocess';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import type { TimeZone } from '@/lib/time-zones';
import { privatelyAt } from '../privately';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('title') };
}

const PAGE_ROWS = 50;
const LIST = 'received';

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Everything that was let in at the door, as it came, and what was made of it. */
export default async function ReceivedTab({ searchParams }: Props) {
  const viewer = await requireRight('browse');
  const sight = sightOf(viewer);
  const search = toSearch(await searchParams);
  if (search.get('tab') === 'refused') redirect('/webhooks/refused'); // links from before it had a page of its own
  const t = await getTranslations('webhooks');
  const reader = await displayReader();
  const { zone } = reader;
  const privately = await privatelyAt(viewer, 'received', '/webhooks', search);
  const { query, read, problems } = await readKeptReceived(sight, search);
  const list = read === null ? NONE : await readList(sight, read);
  // What is wrong with the search is said at its box.
  const faults = problems.filter(({ parameter }) => parameter !== 'find');
  return (
    <Messages rooms={['deliveries']}>
      <PageHeader title={t('title')} description={t('about.received')} />
      <WebhookTabs current={query.filters.result === 'unrecognised' ? 'unrecognised' : 'received'} className="mb-4" />
      <IgnoredParameters
        problems={faults.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }))}
      />
      <ForgottenNotice kept={privately.kept} />
      <div className="space-y-3">
        <ReceivedFilters query={query} typed={search.get('find') ?? ''} zone={zone} privately={privately} />
        {list === 'too long' ? (
          <TableCard label={t('received.label')}>
            <ReceivedTookTooLong query={query} />
          </TableCard>
        ) : (
          <Received list={list} query={query} zone={zone} isWhole={problems.length === 0} kept={privately.kept} />
        )}
      </div>
    </Messages>
  );
}

/** What a value that is forgotten finds. */
const NONE: ReceivedPage = { rows: [], count: 0, newer: null, older: null, searched: null };

/** The page, or that the database's own limit ended the reading; anything else goes to the error page. */
function readList(sight: Sight, { filters, place }: ReceivedQuery): Promise<ReceivedPage | 'too long'> {
  return inTime(listDeliveries(sight, filters, place, PAGE_ROWS, MAX_REPROCESSED + 1));
}

type ListProps = {
  readonly list: ReceivedPage;
  readonly query: ReceivedQuery;
  readonly zone: TimeZone;
  /** Everything in the address was understood: only then may all that match be acted on. */
  readonly isWhole: boolean;
  readonly kept: ShownKept;
};

function Received({ list, query, zone, isWhole, kept }: ListProps) {
  const t = useTranslations('webhooks');
  const { filters, place } = query;
  const { rows, newer, older } = list;
  const at = (seq: string | null, direction: 'newer' | 'older') =>
    seq && receivedHref({ filters, place: { seq, direction } });
  return (
    <>
      <ListHead list={list} query={query} isWhole={isWhole} />
      <SearchedNote searched={list.searched} query={query} zone={zone} />
      <SelectionForm id={LIST}>
        <TableCard label={t('received.label')}>
          {rows.length > 0 ? (
            <DeliveryTable deliveries={rows} zone={zone} />
          ) : (
            <NothingReceived query={query} kept={kept} appUrl={env().APP_URL} />
          )}
        </TableCard>
      </SelectionForm>
      {(newer !== null || older !== null || place) && (
        <CursorPages label={t('received.pages')} previous={at(newer, 'newer')} next={at(older, 'older')} />
      )}
    </>
  );
}

/** How many there are, what can be done with all of them, and the switch for new ones. */
function ListHead({ list: { rows, count }, query, isWhole }: Omit<ListProps, 'zone' | 'kept'>) {
  const t = useTranslations('webhooks');
  const { filters, place, isTailing } = query;
  const isOver = count > MAX_REPROCESSED;
  const counted = {
    count: Math.min(count, MAX_REPROCESSED),
    isOver: isOver ? 'yes' : 'no',
    isFiltered: isFiltered(filters) ? 'yes' : 'no',
  };
  return (
    <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-body text-ink-2">{t('received.count', counted)}</p>
        {isWhole && isFiltered(filters) && count > 0 && (
          <ButtonLink href={reprocessAllHref(query)} prefetch={false} size="small">
            <RotateCcw aria-hidden />{' '}
            {isOver ? t('received.readNewest', { count: MAX_REPROCESSED }) : t('received.readAll', { count })}
          </ButtonLink>
        )}
      </div>
      {place === null ? (
        <TailSwitch
          isOn={isTailing}
          otherHref={receivedHref({ filters, isTailing: !isTailing })}
          after={rows[0]?.seq ?? '0'}
          isWaiting={rows.some(({ outcome }) => outcome === null)}
          listId={LIST}
        />
      ) : (
        <ButtonLink href={receivedHref({ filters })} size="small" look="ghost" prefetch={false}>
          {t('received.newest')}
        </ButtonLink>
      )}
    </div>
  );
}
