import { CircleCheck, FileSearch, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
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
import type { AcknowledgementState, AcknowledgementTotals } from '@/lib/events/acknowledgement';
import { listAcknowledgements, readAcknowledgementTotals } from '@/lib/events/acknowledgement.store';
import { cleannessOf, type LogCoverage, type LogImport } from '@/lib/events/log-import';
import { listImports, readLogCoverage } from '@/lib/events/log-import.store';
import { formatCount } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';
import { markAsRecovered, undoRecovered } from './actions';

export const metadata: Metadata = { title: 'False acknowledgements' };

const PAGE_ROWS = 50;
const LISTED_IMPORTS = 10;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What a provider believes delivered and the desk never saw. */
export default async function AcknowledgementsPage({ searchParams }: Props) {
  const viewer = await requireRight('browse');
  const query = readAcknowledgementQuery(toSearch(await searchParams));
  const [page, totals, coverage, imports, zone] = await Promise.all([
    listAcknowledgements(query.state, query.place, PAGE_ROWS),
    readAcknowledgementTotals(),
    readLogCoverage(),
    listImports(LISTED_IMPORTS),
    displayZone(),
  ]);
  const now = new Date();
  const actions = may(viewer, 'repair') ? { mark: markAsRecovered, undo: undoRecovered } : null;
  return (
    <>
      <PageHeader title="Webhooks" description="What a provider believes delivered and the desk never saw" />
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
        <p className="max-w-prose text-body text-ink-2">
          BRLA counts any answer below 500 as delivered, and Bitso retries only on 5xx and time-outs: when a proxy
          answers 401 or 404 in front of the desk, the message is lost without trace at their end. Each line below is
          one of those; ask the provider to send it again, by its time.
        </p>
        <States state={query.state} totals={totals} />
        <TableCard label="False acknowledgements">
          {page.rows.length > 0 ? (
            <AcknowledgementTable rows={page.rows} zone={zone} actions={actions} />
          ) : (
            <NoneListed query={query} totals={totals} coverage={coverage} />
          )}
        </TableCard>
        {(page.newer || page.older) && (
          <CursorPages
            label="Pages of false acknowledgements"
            previous={page.newer && acknowledgementsHref(query.state, page.newer, 'newer')}
            next={page.older && acknowledgementsHref(query.state, page.older, 'older')}
          />
        )}
        <ImportCard />
        <Imports imports={imports} count={coverage.imports} zone={zone} />
      </div>
    </>
  );
}

const STATE_LABELS: readonly { readonly state: AcknowledgementState; readonly label: string }[] = [
  { state: 'open', label: 'Open' },
  { state: 'recovered', label: 'Recovered' },
  { state: 'all', label: 'All' },
];

function States({
  state: current,
  totals,
}: {
  readonly state: AcknowledgementState;
  readonly totals: AcknowledgementTotals;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <LinkChoices
        label="State"
        choices={STATE_LABELS.map(({ state, label }) => ({
          href: acknowledgementsHref(state),
          label,
          isCurrent: state === current,
        }))}
      />
      <p className="text-xs text-ink-2 tabular-nums">
        {formatCount(totals.open)} open, {formatCount(totals.recovered)} recovered
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
  if (place)
    return (
      <EmptyState
        icon={SearchX}
        title="None beyond this point"
        actions={<ButtonLink href={acknowledgementsHref(state)}>Back to the newest</ButtonLink>}
      />
    );
  if (state === 'recovered' && totals.open > 0)
    return (
      <EmptyState
        icon={SearchX}
        title="None is marked as recovered"
        actions={<ButtonLink href={acknowledgementsHref('open')}>Show the open ones</ButtonLink>}
      />
    );
  if (state === 'open' && totals.recovered > 0)
    return (
      <EmptyState
        icon={CircleCheck}
        title="All are recovered"
        actions={<ButtonLink href={acknowledgementsHref('recovered')}>Show the recovered ones</ButtonLink>}
      >
        Every false acknowledgement that was found has been marked as recovered.
      </EmptyState>
    );
  if (coverage.stretches.length === 0)
    return (
      <EmptyState icon={FileSearch} title="Nothing to compare with yet">
        Import the log of the proxy in front of the desk to see whether it answered for messages that never came
        through.
      </EmptyState>
    );
  return (
    <EmptyState icon={CircleCheck} title="None found">
      No imported log has an answer below 500 without stored bytes. This says nothing about times of which no log was
      imported.
    </EmptyState>
  );
}

function ImportCard() {
  return (
    <SectionCard
      id="import"
      className="scroll-mt-20"
      title="Compare a log with what arrived"
      description="The log of the proxy in front of the desk; the same lines may be imported again, nothing is listed twice"
      bodyClassName="space-y-4"
    >
      <LogImportForm />
      <div className="max-w-2xl space-y-1.5">
        <p className="text-xs text-ink-2">On the server, for a log of any size, or every night:</p>
        <CodeBlock code="npm run access-log -- /var/log/nginx/access.log" label="the command" />
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
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="imports" className="space-y-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="imports" className="text-sm font-semibold text-ink">
          Imports
        </h2>
        <p className="text-xs text-ink-2 tabular-nums">
          {count > imports.length
            ? `the latest ${formatCount(imports.length)} of ${formatCount(count)}`
            : 'newest first, also those that found nothing'}
        </p>
      </div>
      <TableCard label="Imports of access logs">
        <LogImportTable rows={imports} zone={zone} />
      </TableCard>
    </section>
  );
}
