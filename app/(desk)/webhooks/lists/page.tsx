import { CircleCheck, Download, ListChecks, PlugZap, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { differencesHref, readDifferenceQuery } from '@/components/webhooks/difference-query';
import { DifferenceTable } from '@/components/webhooks/difference-table';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { ListTable } from '@/components/webhooks/list-table';
import { TableCard } from '@/components/webhooks/table-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { spoken, spokenKept } from '@/lib/language/said';
import { reportLists } from '@/lib/list-report';
import { DIFFERENCE_STATES, type DifferenceFilters } from '@/lib/lists/difference';
import { listDifferences } from '@/lib/lists/difference.store';
import type { ListReport } from '@/lib/lists/report';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('acknowledgements');
  return { title: t('lists.title') };
}

const SHOWN_ROWS = 200;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What the providers themselves list, held against our store. */
export default async function ListsPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const { filters, ignored } = readDifferenceQuery(toSearch(await searchParams));
  const now = new Date();
  const [reports, rows, zone, t] = await Promise.all([
    reportLists(now),
    listDifferences(sight, filters, null, SHOWN_ROWS),
    displayZone(),
    getTranslations('acknowledgements'),
  ]);
  const shown = reports.filter(({ list }) => filters.list === null || filters.list === list);
  const count = shown.reduce((sum, { differences }) => sum + differences[filters.state], 0);
  return (
    <>
      <PageHeader title={t('webhooks')} description={t('lists.description')} />
      <WebhookTabs current="lists" className="mb-4" />
      <IgnoredNotice names={ignored} />
      <div className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <p className="max-w-prose text-body text-ink-2">{t('lists.intro')}</p>
          <ButtonLink href="/jobs" size="small">
            {t('lists.compareNow')}
          </ButtonLink>
        </div>
        <Problems reports={reports} />
        <TableCard label={t('lists.tableLabel')}>
          <ListTable reports={reports} now={now} zone={zone} />
        </TableCard>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Filters filters={filters} reports={reports} />
          {rows.length > 0 && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 xl:ml-auto">
              <p className="text-xs text-ink-2 tabular-nums">
                {count > rows.length
                  ? t('lists.latestOf', { shown: rows.length, count })
                  : t(`lists.counted.${filters.state}`, { count })}
              </p>
              {/* A plain link: a file is no page of the desk. */}
              <a
                href={differencesHref(filters, '/webhooks/lists/export')}
                className={buttonClass({ size: 'small' })}
                download
              >
                <Download aria-hidden /> {t('lists.exportCsv')}
              </a>
            </div>
          )}
        </div>
        {filters.state === 'unread' && rows.length > 0 && (
          <p className="text-xs text-ink-2">
            {t.rich('lists.keptWhole', {
              link: (chunks) => (
                <Link href="/webhooks?origin=listed&result=unrecognised" className="text-accent hover:underline">
                  {chunks}
                </Link>
              ),
            })}
          </p>
        )}
        <TableCard label={t('lists.differencesLabel')}>
          {rows.length > 0 ? (
            <DifferenceTable rows={rows} state={filters.state} zone={zone} />
          ) : (
            <NothingListed filters={filters} reports={shown} zone={zone} />
          )}
        </TableCard>
      </div>
    </>
  );
}

/** What went wrong in the latest comparison, once per provider. */
function Problems({ reports }: { readonly reports: readonly ListReport[] }) {
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  const problems = new Map(reports.map(({ provider, problem }) => [provider, problem]));
  return [...problems].map(([provider, problem]) =>
    problem === null ? null : (
      <Alert key={provider} tone="caution" title={t('lists.problem', { provider: PROVIDER_LABELS[provider] })}>
        <p className="[overflow-wrap:anywhere]">{t('lists.problemText', { problem: spokenKept(problem, reader) })}</p>
      </Alert>
    ),
  );
}

function Filters({
  filters,
  reports,
}: {
  readonly filters: DifferenceFilters;
  readonly reports: readonly ListReport[];
}) {
  const t = useTranslations('acknowledgements');
  const lists = [
    { list: null, label: t('lists.all') },
    ...reports.map(({ list }) => ({ list, label: t(`lists.name.${list}`) })),
  ];
  return (
    <>
      <LinkChoices
        label={t('lists.show')}
        choices={DIFFERENCE_STATES.map((state) => ({
          href: differencesHref({ ...filters, state }),
          label: t(`lists.state.${state}`),
          isCurrent: filters.state === state,
        }))}
      />
      <LinkChoices
        label={t('lists.list')}
        choices={lists.map(({ list, label }) => ({
          href: differencesHref({ ...filters, list }),
          label,
          isCurrent: filters.list === list,
        }))}
      />
    </>
  );
}

/** Nothing to show can mean four things; only one of them is good. */
function NothingListed({
  filters: { state, list },
  reports,
  zone,
}: {
  readonly filters: DifferenceFilters;
  readonly reports: readonly ListReport[];
  readonly zone: TimeZone;
}): ReactNode {
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  const compared = reports.filter(({ lastComparedAt }) => lastComparedAt !== null);
  if (compared.length === 0) {
    const needed = reports.map((report) => report.missing && spoken(report.missing, reader));
    const missing = [...new Set(needed)].filter((names) => names !== null);
    if (reports.every((report) => report.missing !== null))
      return (
        <EmptyState icon={PlugZap} title={list ? t('lists.none.listUnset') : t('lists.none.unset')}>
          {missing.length > 1
            ? t('lists.none.setEach', { missing: missing.join('; ') })
            : t('lists.none.setOne', { missing: missing.join('; ') })}
        </EmptyState>
      );
    return (
      <EmptyState
        icon={ListChecks}
        title={t('lists.none.notCompared')}
        actions={<ButtonLink href="/jobs">{t('lists.none.openJobs')}</ButtonLink>}
      >
        {t('lists.none.notComparedText')}
      </EmptyState>
    );
  }
  if (state !== 'open')
    return (
      <EmptyState
        icon={SearchX}
        title={state === 'unread' ? t('lists.none.allUnderstood') : t('lists.none.noneSettled')}
        actions={<ButtonLink href={differencesHref({ state: 'open', list })}>{t('lists.none.showOpen')}</ButtonLink>}
      />
    );
  return (
    <EmptyState icon={CircleCheck} title={t('lists.none.noDifferences')}>
      <ul>
        {compared.map((report) => (
          <li key={report.list}>
            {t.rich('lists.none.compared', {
              list: t(`lists.name.${report.list}`),
              count: report.tally?.rows ?? 0,
              at: () => <Instant at={report.lastComparedAt} zone={zone} />,
            })}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
