import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { AlertLine } from '@/components/alerts/home-line';
import { EXCEPTIONS, NO_EXCEPTION_FILTERS } from '@/components/exceptions/exception-links';
import { LatestTransactions } from '@/components/home/latest';
import { RiskCards } from '@/components/home/risk-cards';
import { SourcesStrip } from '@/components/home/sources-strip';
import { Messages } from '@/components/language/messages';
import { FirstDelivery } from '@/components/layout/first-delivery';
import { PageHeader } from '@/components/layout/page-header';
import { refundsHref } from '@/components/refunds/refund-links';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionCard } from '@/components/ui/card';
import { may, sightOf } from '@/lib/access/rights';
import { currentViewer, requireRight } from '@/lib/access/session';
import { countAlerts } from '@/lib/alerts/list.store';
import { env } from '@/lib/env';
import { readAcknowledgementTotals } from '@/lib/events/acknowledgement.store';
import { countLedger } from '@/lib/feeds/ledger.store';
import { formatInstant } from '@/lib/format';
import { countUnrecognised, hasDeliveries, readMoneyAtRisk, readSources } from '@/lib/home.store';
import { chartPeriod } from '@/lib/home-charts';
import { displayRegion, displayZone } from '@/lib/preferences';
import { UNRESOLVED } from '@/lib/reconciliation/exception-query';
import { readExceptions } from '@/lib/reconciliation/exception-view.store';
import { readTable } from '@/lib/refunds/board.store';
import { NO_REFUND_FILTERS } from '@/lib/refunds/refund-query';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { shownEnvironment } from '@/lib/shown-environment';
import { NO_FILTERS } from '@/lib/transactions/filters';
import { LISTS } from '@/lib/transactions/filters-values';
import { readPage } from '@/lib/transactions/list.store';
import { HomeCharts } from './home-charts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

const LATEST = 8;

export default async function HomePage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  // Whoever may only ask has a home of their own.
  const viewer = await currentViewer();
  if (viewer && !may(viewer, 'browse')) redirect('/support');
  const sight = sightOf(await requireRight('browse'));
  const asked = toSearch(await searchParams).get('show');
  const shown = asked ? LISTS.currency(asked) : null;
  const t = await getTranslations('home');
  const words = await getTranslations('words');
  const frame = await getTranslations('frame');
  const zone = await displayZone();
  const now = new Date();
  const { APP_URL } = env();
  const environment = shownEnvironment();
  const filters = { ...NO_FILTERS, environment: [environment] };
  const openExceptions = { ...NO_EXCEPTION_FILTERS, state: UNRESOLVED };
  const lateRefunds = { ...NO_REFUND_FILTERS, environment: [environment], column: ['late', 'stuck'] as const };
  const [
    isStarted,
    sums,
    { totals: refundSums },
    exceptions,
    ledger,
    falseAnswers,
    unrecognised,
    sources,
    latest,
    alerts,
  ] = await Promise.all([
    hasDeliveries(),
    readMoneyAtRisk(environment),
    readTable({ filters: lateRefunds, view: 'table', sort: '-triggered_at', limit: 1, cursor: null }, now),
    readExceptions(sight, { filters: openExceptions, sort: '-day', limit: 1, cursor: null }, now),
    countLedger(),
    readAcknowledgementTotals(),
    countUnrecognised(),
    readSources(now),
    readPage(sight, { filters, sort: '-occurred_at', limit: LATEST, cursor: null }, now),
    countAlerts(now),
  ]);
  const rows = 'rows' in latest ? latest.rows : [];
  const clock = formatInstant(now, zone, await displayRegion());
  return (
    <Messages rooms={['home']}>
      <PageHeader
        title={t('risk.title')}
        description={t('risk.asOf', {
          environment: words(`environment.${environment}`),
          date: clock.date,
          time: clock.time.slice(0, 5),
          zone: frame(`zone.names.${zone}`),
        })}
      />
      {shown && 'message' in shown && <IgnoredParameters problems={[{ parameter: 'show', message: shown.message }]} />}
      {!isStarted && (
        <Card className="mb-6">
          <FirstDelivery appUrl={APP_URL} />
        </Card>
      )}
      <div className="space-y-6">
        <AlertLine counts={alerts} />
        <RiskCards
          sums={sums}
          refunds={{
            sums: refundSums.map(withUnknown),
            href: refundsHref({ filters: lateRefunds, view: 'table' }),
          }}
          exceptions={{
            sums: 'totals' in exceptions ? exceptions.totals.map(withUnknown) : [],
            href: EXCEPTIONS,
          }}
          lost={{ undelivered: ledger.found + ledger.failed, acknowledged: falseAnswers.open }}
          unrecognised={unrecognised}
          environment={environment}
        />
        <SectionCard title={t('sources.title')} bodyClassName="p-0">
          <SourcesStrip sources={sources} now={now} zone={zone} />
        </SectionCard>
        {isStarted && (
          <HomeCharts
            period={chartPeriod(zone, now)}
            environment={environment}
            currency={shown && 'value' in shown ? shown.value : null}
          />
        )}
        {rows.length > 0 && <Latest rows={rows} zone={zone} />}
      </div>
    </Messages>
  );
}

function Latest(props: ComponentProps<typeof LatestTransactions>) {
  const t = useTranslations('home');
  return (
    <SectionCard
      title={t('latest.title')}
      bodyClassName="p-0"
      actions={
        <ButtonLink href="/transactions" size="small">
          {t('latest.all')}
        </ButtonLink>
      }
    >
      <LatestTransactions {...props} />
    </SectionCard>
  );
}

/** Where no amount of a currency is told there is no sum, and all of its rows are unknown. */
function withUnknown<T extends { readonly sum: string | null; readonly count: number }>(total: T) {
  return { ...total, unknown: total.sum === null ? total.count : 0 };
}
