import { CalendarClock, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { JobTable } from '@/components/jobs/job-table';
import { KeepFresh } from '@/components/jobs/keep-fresh';
import { OUTCOME_WORDS } from '@/components/jobs/outcome-badge';
import { jobsHref, readRunQuery } from '@/components/jobs/run-query';
import { RunTable } from '@/components/jobs/run-table';
import { PageHeader } from '@/components/layout/page-header';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { TableCard } from '@/components/webhooks/table-card';
import { requireRight } from '@/lib/access/session';
import { JOB_NAMES, JOB_OUTCOMES, JOBS } from '@/lib/jobs/job';
import type { RunFilters } from '@/lib/jobs/run';
import { jobsStatus } from '@/lib/jobs-status';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { runJobNow } from './actions';

export const metadata: Metadata = { title: 'Jobs' };

const LISTED_RUNS = 50;
const FRESH_WHILE_RUNNING_SECONDS = 2;
const FRESH_OTHERWISE_SECONDS = 30;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What runs by itself: when next, how it went, and a way to run it now. */
export default async function JobsPage({ searchParams }: Props) {
  await requireRight('browse');
  const { filters, ignored } = readRunQuery(toSearch(await searchParams));
  const now = new Date();
  const [{ hasWorker, lines, runs }, zone] = await Promise.all([jobsStatus(filters, LISTED_RUNS, now), displayZone()]);
  const isBusy = lines.some(({ isWaiting, lastRun }) => isWaiting || (lastRun !== null && lastRun.outcome === null));
  return (
    <>
      <PageHeader title="Jobs" description="What the desk does by itself at set times, and how it went" />
      <KeepFresh everySeconds={isBusy ? FRESH_WHILE_RUNNING_SECONDS : FRESH_OTHERWISE_SECONDS} />
      <IgnoredNotice names={ignored} />
      {!hasWorker && <NoWorker />}
      <Card className="overflow-hidden">
        <JobTable lines={lines} now={now} zone={zone} runNow={runJobNow} />
      </Card>
      <h2 className="mt-8 mb-3 text-sm font-semibold">Latest runs</h2>
      <div className="space-y-3">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Filters filters={filters} />
        </div>
        <TableCard label="Latest runs of jobs">
          {runs.length > 0 ? <RunTable runs={runs} now={now} zone={zone} /> : <NoRuns filters={filters} />}
        </TableCard>
        {runs.length === LISTED_RUNS && <p className="text-xs text-ink-2">The latest {LISTED_RUNS} are shown.</p>}
      </div>
    </>
  );
}

function NoWorker() {
  return (
    <Alert tone="negative" title="No worker is running" className="mb-4">
      Nothing below runs, neither at its time nor when asked for, until one does.{' '}
      <code className="font-mono text-xs">npm start</code> runs one beside the server: look at what it printed last.
    </Alert>
  );
}

function Filters({ filters }: { readonly filters: RunFilters }) {
  const jobs = [{ job: null, label: 'All' }, ...JOB_NAMES.map((job) => ({ job, label: JOBS[job].label }))];
  const outcomes = [
    { outcome: null, label: 'All' },
    ...JOB_OUTCOMES.map((outcome) => ({ outcome, label: OUTCOME_WORDS[outcome].label })),
  ];
  return (
    <>
      <LinkChoices
        label="Job"
        choices={jobs.map(({ job, label }) => ({
          href: jobsHref({ ...filters, job }),
          label,
          isCurrent: filters.job === job,
        }))}
      />
      <LinkChoices
        label="Outcome"
        choices={outcomes.map(({ outcome, label }) => ({
          href: jobsHref({ ...filters, outcome }),
          label,
          isCurrent: filters.outcome === outcome,
        }))}
      />
    </>
  );
}

function NoRuns({ filters }: { readonly filters: RunFilters }) {
  if (filters.job || filters.outcome) {
    return (
      <EmptyState icon={SearchX} title="No run matches" actions={<ButtonLink href="/jobs">Show all</ButtonLink>}>
        There is none of this job with this outcome.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={CalendarClock} title="Nothing has run yet">
      The first job begins within five minutes of the start of a worker, or at once when you ask for it.
    </EmptyState>
  );
}
