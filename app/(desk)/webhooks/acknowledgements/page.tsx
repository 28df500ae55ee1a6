import { CircleCheck, FileSearch, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import {
  type AcknowledgementQuery,
  acknowledgementsHref,
  readAcknowledgementQuery,
} from '@/components/webhooks/acknowledgement-query';
import { AcknowledgementTable } from '@/components/webhooks/acknowledgement-table';
import { CleanSince } from '@/components/webhooks/clean-since';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { LogImportForm } from '@/components/webhooks/log-import-form';
import { LogImportTable } from '@/components/webhooks/log-import-table';
import { TableCard } from '@/components/webhooks/table-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { may } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import {
  ACKNOWLEDGEMENT_STATES,
  type AcknowledgementState,
  type AcknowledgementTotals,
} from '@/lib/events/acknowledgement';
import { listAcknowledgements, readAcknowledgementTotals } from '@/lib/events/acknowledgement.store';
import { cleannessOf, type LogCoverage, type LogImport } from '@/lib/events/log-import';
import { listImports, readLogCoverage } from '@/lib/events/log-import.store';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';
import { markAsRecovered, undoRecovered } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('acknowledgements');
  return { title: t('lost.title') };
}

const PAGE_ROWS = 50;
const LISTED_IMPORTS = 10;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What a provider believes delivered and the desk never saw. */
export default async function AcknowledgementsPage({ searchParams }: Props) {
  const viewer = await requireRight('browse');
  const query = readAcknowledgementQuery(toSearch(await searchParams));
  const [page, totals, coverage, imports, zone, t] = await Promise.all([
    listAcknowledgements(query.state, query.place, PAGE_ROWS),
    readAcknowledgementTotals(),
    readLogCoverage(),
    listImports(LISTED_IMPORTS),
    displayZone(),
    getTranslations('acknowledgements'),
  ]);
  const now = new Date();
  const actions = may(viewer, 'repair') ? { mark: markAsRecovered, undo: undoRecovered } : null;
  return (
    <Messages rooms={['acknowledgements']}>
      <PageHeader title={t('webhooks')} description={t('lost.description')} />
      <WebhookTabs current="acknowledgements" className="mb-4" />
      <IgnoredNotice names={query.ignored} />
      <div className="space-y-4">
        <CleanSince
          totals={totals}
          coverage={coverage}
          cleanness={cleannessOf(totals, coverage, now)}
          now={now}
          zone={zone}
        />
        <p className="max-w-prose text-body text-ink-2">{t('lost.intro')}</p>
        <States state={query.state} totals={totals} />
        <TableCard label={t('lost.title')}>
          {page.rows.length > 0 ? (
            <AcknowledgementTable rows={page.rows} zone={zone} actions={actions} />
          ) : (
            <NoneListed query={query} totals={totals} coverage={coverage} />
          )}
        </TableCard>
        {(page.newer || page.older) && (
          <CursorPages
            label={t('lost.pages')}
            previous={page.newer && acknowledgementsHref(query.state, page.newer, 'newer')}
            next={page.older && acknowledgementsHref(query.state, page.older, 'older')}
          />
        )}
        <ImportCard />
        <Imports imports={imports} count={coverage.imports} zone={zone} />
      </div>
    </Messages>
  );
}

function States({
  state: current,
  totals,
}: {
  readonly state: AcknowledgementState;
  readonly totals: AcknowledgementTotals;
}) {
  const t = useTranslations('acknowledgements');
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <LinkChoices
        label={t('lost.stateLabel')}
        choices={ACKNOWLEDGEMENT_STATES.map((state) => ({
          href: acknowledgementsHref(state),
          label: t(`lost.state.${state}`),
          isCurrent: state === current,
        }))}
      />
      <p className="text-xs text-ink-2 tabular-nums">
        {t('lost.totals', { open: totals.open, recovered: totals.recovered })}
      </p>
    </div>
  );
}

function NoneListed({
  query: { state, place },
  totals,
  coverage,
}: {
  readonly query: AcknowledgementQuery;
  readonly totals: AcknowledgementTotals;
  readonly coverage: LogCoverage;
}) {
  const t = useTranslations('acknowledgements');
  if (place)
    return (
      <EmptyState
        icon={SearchX}
        title={t('lost.none.beyond')}
        actions={<ButtonLink href={acknowledgementsHref(state)}>{t('lost.none.newest')}</ButtonLink>}
      />
    );
  if (state === 'recovered' && totals.open > 0)
    return (
      <EmptyState
        icon={SearchX}
        title={t('lost.none.noneRecovered')}
        actions={<ButtonLink href={acknowledgementsHref('open')}>{t('lost.none.showOpen')}</ButtonLink>}
      />
    );
  if (state === 'open' && totals.recovered > 0)
    return (
      <EmptyState
        icon={CircleCheck}
        title={t('lost.none.allRecovered')}
        actions={<ButtonLink href={acknowledgementsHref('recovered')}>{t('lost.none.showRecovered')}</ButtonLink>}
      >
        {t('lost.none.allRecoveredText')}
      </EmptyState>
    );
  if (coverage.stretches.length === 0)
    return (
      <EmptyState icon={FileSearch} title={t('lost.none.nothingYet')}>
        {t('lost.none.nothingYetText')}
      </EmptyState>
    );
  return (
    <EmptyState icon={CircleCheck} title={t('lost.none.found')}>
      {t('lost.none.foundText')}
    </EmptyState>
  );
}

function ImportCard() {
  const t = useTranslations('acknowledgements');
  return (
    <SectionCard
      id="import"
      className="scroll-mt-20"
      title={t('import.title')}
      description={t('import.description')}
      bodyClassName="space-y-4"
    >
      <LogImportForm />
      <div className="max-w-2xl space-y-1.5">
        <p className="text-xs text-ink-2">{t('import.onServer')}</p>
        <CodeBlock code="npm run access-log -- /var/log/nginx/access.log" label={t('import.theCommand')} />
      </div>
    </SectionCard>
  );
}

function Imports({
  imports,
  count,
  zone,
}: {
  readonly imports: readonly LogImport[];
  readonly count: number;
  readonly zone: TimeZone;
}) {
  const t = useTranslations('acknowledgements');
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="imports" className="space-y-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="imports" className="text-sm font-semibold text-ink">
          {t('imports.title')}
        </h2>
        <p className="text-xs text-ink-2 tabular-nums">
          {count > imports.length ? t('imports.latest', { shown: imports.length, count }) : t('imports.newestFirst')}
        </p>
      </div>
      <TableCard label={t('imports.label')}>
        <LogImportTable rows={imports} zone={zone} />
      </TableCard>
    </section>
  );
}
