import { CircleCheck, CircleQuestionMark, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { useRegion } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { ApplyAll } from '@/components/webhooks/apply-all';
import { CheckLine } from '@/components/webhooks/check-line';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { LedgerForm } from '@/components/webhooks/ledger-form';
import { LedgerTable } from '@/components/webhooks/ledger-table';
import { FEED_LABELS } from '@/components/webhooks/ledger-words';
import { TableCard } from '@/components/webhooks/table-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { LEDGER_STATES, type LedgerCounts } from '@/lib/feeds/ledger';
import { countLedger, readLedger } from '@/lib/feeds/ledger.store';
import { type LedgerFilters, type LedgerQuery, ledgerHref, readLedgerQuery, statesOf } from '@/lib/feeds/ledger-query';
import { formatInstant } from '@/lib/format';
import { JOBS } from '@/lib/jobs/job';
import type { JobRun } from '@/lib/jobs/run';
import { lastRuns } from '@/lib/jobs/run.store';
import { nextRun } from '@/lib/jobs/schedule';
import { displayZone } from '@/lib/preferences';
import { FEEDS } from '@/lib/providers/listing';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';
import { effectsOf, mayConfirm } from '@/lib/unacknowledged';
import { actOnLedger, checkNow } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('acknowledgements');
  return { title: t('ledger.title') };
}

const PAGE_ROWS = 50;
const JOB = 'brla-unacknowledged';

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What BRLA believes it could not tell us, compared with what we have. */
export default async function UnacknowledgedPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const query = readLedgerQuery(toSearch(await searchParams));
  const now = new Date();
  const [{ rows, next }, counts, { last }, zone, t] = await Promise.all([
    readLedger(sight, query, query.after, PAGE_ROWS),
    countLedger(),
    lastRuns(JOB),
    displayZone(),
    getTranslations('acknowledgements'),
  ]);
  const effects = await effectsOf(rows.map((row) => row.body));
  const shown = rows.flatMap(({ body: _, ...row }, i) => (effects[i] ? [{ ...row, effect: effects[i] }] : []));
  const toApply = counts.found + counts.failed + counts.gone;
  return (
    <Messages rooms={['acknowledgements']}>
      <PageHeader title={t('webhooks')} description={t('ledger.description')} />
      <WebhookTabs current="unacknowledged" className="mb-4" />
      <IgnoredNotice names={query.ignored} />
      <div className="space-y-4">
        <CheckLine last={last} nextAt={nextRun(JOBS[JOB].cron, now)} counts={counts} zone={zone}>
          <ApplyAll toApply={toApply} action={actOnLedger} check={checkNow} />
        </CheckLine>
        <Filters query={query} counts={counts} />
        <LedgerForm action={actOnLedger} whyNotConfirm={mayConfirm() ? null : t('ledger.whyNotConfirm')}>
          <TableCard label={t('ledger.tableLabel')}>
            {shown.length > 0 ? (
              <LedgerTable rows={shown} zone={zone} now={now} />
            ) : (
              <Nothing query={query} last={last} zone={zone} />
            )}
          </TableCard>
        </LedgerForm>
        {(query.after || next) && (
          <CursorPages
            label={t('ledger.pages')}
            previous={query.after && ledgerHref(query)}
            next={next && ledgerHref(query, next)}
          />
        )}
      </div>
    </Messages>
  );
}

function Filters({ query, counts }: { readonly query: LedgerFilters; readonly counts: LedgerCounts }) {
  const t = useTranslations('acknowledgements');
  const sum = (view: LedgerFilters['view']) => statesOf(view).reduce((total, state) => total + counts[state], 0);
  const views = [
    { view: 'open' as const, label: t('ledger.filter.open') },
    ...LEDGER_STATES.map((view) => ({ view, label: t(`ledger.state.${view}.label`) })),
    { view: 'all' as const, label: t('ledger.filter.all') },
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <LinkChoices
        label={t('ledger.filter.state')}
        choices={views
          .filter(({ view }) => view === 'open' || view === 'all' || view === query.view || sum(view) > 0)
          .map(({ view, label }) => ({
            href: ledgerHref({ ...query, view }),
            label: t('ledger.filter.counted', { label, count: sum(view) }),
            isCurrent: query.view === view,
          }))}
      />
      <LinkChoices
        label={t('ledger.filter.listedBy')}
        choices={[null, ...FEEDS].map((feed) => ({
          href: ledgerHref({ ...query, feed }),
          label: feed ? FEED_LABELS[feed] : t('ledger.filter.all'),
          isCurrent: query.feed === feed,
        }))}
      />
    </div>
  );
}

type NothingProps = { readonly query: LedgerQuery; readonly last: JobRun | null; readonly zone: TimeZone };

/** Never blank: a list that is empty because nobody asked is another thing than one that is empty. */
function Nothing({ query, last, zone }: NothingProps) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  if (query.view !== 'open' || query.feed || query.after) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('ledger.nothing.noMatch')}
        actions={<ButtonLink href="/webhooks/unacknowledged">{t('ledger.nothing.showOpen')}</ButtonLink>}
      >
        {query.after ? t('ledger.nothing.inStateBeyond') : t('ledger.nothing.inState')}
      </EmptyState>
    );
  }
  if (!last || last.endedAt === null || last.counts.compared === undefined) {
    return (
      <EmptyState icon={CircleQuestionMark} title={t('ledger.nothing.unknown')}>
        {t('ledger.nothing.unknownText')}
      </EmptyState>
    );
  }
  const { date, time } = formatInstant(last.endedAt, zone, region);
  return (
    <EmptyState icon={CircleCheck} title={t('ledger.nothing.good')}>
      {t('ledger.nothing.goodText', { date, time, count: last.counts.compared })}
    </EmptyState>
  );
}
