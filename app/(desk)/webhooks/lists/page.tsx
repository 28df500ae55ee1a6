import { CircleCheck, Download, ListChecks, PlugZap, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
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
import { formatCount } from '@/lib/format';
import { reportLists } from '@/lib/list-report';
import type { DifferenceFilters, DifferenceState } from '@/lib/lists/difference';
import { listDifferences } from '@/lib/lists/difference.store';
import type { ListReport } from '@/lib/lists/report';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';

export const metadata: Metadata = { title: 'Provider lists' };

const SHOWN_ROWS = 200;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What the providers themselves list, held against our store. */
export default async function ListsPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const { filters, ignored } = readDifferenceQuery(toSearch(await searchParams));
  const now = new Date();
  const [reports, rows, zone] = await Promise.all([
    reportLists(now),
    listDifferences(sight, filters, null, SHOWN_ROWS),
    displayZone(),
  ]);
  const shown = reports.filter(({ list }) => filters.list === null || filters.list === list);
  const count = shown.reduce((sum, { differences }) => sum + differences[filters.state], 0);
  return (
    <>
      <PageHeader title="Webhooks" description="What the providers themselves list, held against our store" />
      <WebhookTabs current="lists" className="mb-4" />
      <IgnoredNotice names={ignored} />
      <div className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <p className="max-w-prose text-body text-ink-2">
            Each provider’s own list is read every hour. A payment that never reached us is added, and what nobody told
            us is filled in. Where the list contradicts what we were told, nothing is changed: it is shown below.
          </p>
          <ButtonLink href="/jobs" size="small">
            Compare now, on the Jobs page
          </ButtonLink>
        </div>
        <Problems reports={reports} />
        <TableCard label="The providers’ lists">
          <ListTable reports={reports} now={now} zone={zone} />
        </TableCard>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Filters filters={filters} reports={reports} />
          {rows.length > 0 && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 xl:ml-auto">
              <p className="text-xs text-ink-2 tabular-nums">
                {count > rows.length
                  ? `the latest ${formatCount(rows.length)} of ${formatCount(count)}; the file has them all`
                  : `${formatCount(count)} ${count === 1 ? NOUNS[filters.state].one : NOUNS[filters.state].many}`}
              </p>
              {/* A plain link: a file is no page of the desk. */}
              <a
                href={differencesHref(filters, '/webhooks/lists/export')}
                className={buttonClass({ size: 'small' })}
                download
              >
                <Download aria-hidden /> Export CSV
              </a>
            </div>
          )}
        </div>
        {filters.state === 'unread' && rows.length > 0 && (
          <p className="text-xs text-ink-2">
            The rows themselves are kept whole:{' '}
            <Link href="/webhooks?origin=listed&result=unrecognised" className="text-accent hover:underline">
              open them under Received
            </Link>
            .
          </p>
        )}
        <TableCard label="Differences">
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

const NOUNS = {
  open: { one: 'difference', many: 'differences' },
  unread: { one: 'row', many: 'rows' },
  settled: { one: 'settled difference', many: 'settled differences' },
} as const satisfies Record<DifferenceState, { one: string; many: string }>;

/** What went wrong in the latest comparison, once per provider. */
function Problems({ reports }: { readonly reports: readonly ListReport[] }) {
  const problems = new Map(reports.map(({ provider, problem }) => [provider, problem]));
  return [...problems].map(([provider, problem]) =>
    problem === null ? null : (
      <Alert
        key={provider}
        tone="caution"
        title={`The latest comparison with ${PROVIDER_LABELS[provider]} did not come to its end`}
      >
        <p className="[overflow-wrap:anywhere]">{problem} What was compared up to there holds.</p>
      </Alert>
    ),
  );
}

const STATE_LABELS: readonly { readonly state: DifferenceState; readonly label: string }[] = [
  { state: 'open', label: 'Differences' },
  { state: 'unread', label: 'Not understood' },
  { state: 'settled', label: 'Settled' },
];

function Filters({
  filters,
  reports,
}: {
  readonly filters: DifferenceFilters;
  readonly reports: readonly ListReport[];
}) {
  const lists = [{ list: null, label: 'All' }, ...reports.map(({ list, label }) => ({ list, label }))];
  return (
    <>
      <LinkChoices
        label="Show"
        choices={STATE_LABELS.map(({ state, label }) => ({
          href: differencesHref({ ...filters, state }),
          label,
          isCurrent: filters.state === state,
        }))}
      />
      <LinkChoices
        label="List"
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
  const compared = reports.filter(({ lastComparedAt }) => lastComparedAt !== null);
  if (compared.length === 0) {
    const missing = [...new Set(reports.map((report) => report.missing))].filter((names) => names !== null);
    if (reports.every((report) => report.missing !== null))
      return (
        <EmptyState icon={PlugZap} title={list ? 'This list cannot be read yet' : 'No list can be read yet'}>
          {missing.length > 1 ? 'For each provider, set its access: ' : 'Set '}
          {missing.join('; ')}.
        </EmptyState>
      );
    return (
      <EmptyState
        icon={ListChecks}
        title="Not compared yet"
        actions={<ButtonLink href="/jobs">Open the Jobs page</ButtonLink>}
      >
        Whether anything differs is not known before the first comparison, which comes within the hour.
      </EmptyState>
    );
  }
  if (state !== 'open')
    return (
      <EmptyState
        icon={SearchX}
        title={state === 'unread' ? 'Every row was understood' : 'No difference has been settled'}
        actions={<ButtonLink href={differencesHref({ state: 'open', list })}>Show the differences</ButtonLink>}
      />
    );
  return (
    <EmptyState icon={CircleCheck} title="No differences">
      <ul>
        {compared.map((report) => (
          <li key={report.list}>
            {report.label}: {formatCount(report.tally?.rows ?? 0)} {report.tally?.rows === 1 ? 'row' : 'rows'} compared
            at <Instant at={report.lastComparedAt} zone={zone} />
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
