import { CalendarClock, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { JobTable } from '@/components/jobs/job-table';
import { KeepFresh } from '@/components/jobs/keep-fresh';
import { jobsHref, readRunQuery } from '@/components/jobs/run-query';
import { RunTable } from '@/components/jobs/run-table';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { TableCard } from '@/components/webhooks/table-card';
import { requireRight } from '@/lib/access/session';
import { JOB_NAMES, JOB_OUTCOMES } from '@/lib/jobs/job';
import type { RunFilters } from '@/lib/jobs/run';
import { jobsStatus } from '@/lib/jobs-status';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { runJobNow } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jobs');
  return { title: t('title') };
}

const LISTED_RUNS = 50;
const FRESH_WHILE_RUNNING_SECONDS = 2;
const FRESH_OTHERWISE_SECONDS = 30;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What runs by itself: when next, how it went, and a way to run it now. */
export default async function JobsPage({ searchParams }: Props) {
  await requireRight('browse');
  const { filters, ignored } = readRunQuery(toSearch(await searchParams));
  const now = new Date();
  const t = await getTranslations('jobs');
  const [{ hasWorker, lines, runs }, zone] = await Promise.all([jobsStatus(filters, LISTED_RUNS, now), displayZone()]);
  const isBusy = lines.some(({ isWaiting, lastRun }) => isWaiting || (lastRun !== null && lastRun.outcome === null));
  return (
    <Messages rooms={['jobs']}>
      <PageHeader title={t('title')} description={t('about')} />
      <KeepFresh everySeconds={isBusy ? FRESH_WHILE_RUNNING_SECONDS : FRESH_OTHERWISE_SECONDS} />
      <IgnoredNotice names={ignored} />
      {!hasWorker && <NoWorker />}
      <Card className="overflow-hidden">
        <JobTable lines={lines} now={now} zone={zone} runNow={runJobNow} />
      </Card>
      <h2 className="mt-8 mb-3 text-sm font-semibold">{t('runs.title')}</h2>
      <div className="space-y-3">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Filters filters={filters} />
        </div>
        <TableCard label={t('runs.label')}>
          {runs.length > 0 ? <RunTable runs={runs} now={now} zone={zone} /> : <NoRuns filters={filters} />}
        </TableCard>
        {runs.length === LISTED_RUNS && (
          <p className="text-xs text-ink-2">{t('runs.listed', { count: LISTED_RUNS })}</p>
        )}
      </div>
    </Messages>
  );
}

function NoWorker() {
  const t = useTranslations('jobs');
  return (
    <Alert tone="negative" title={t('noWorker.title')} className="mb-4">
      {t.rich('noWorker.about', { code: (chunks) => <code className="font-mono text-xs">{chunks}</code> })}
    </Alert>
  );
}

function Filters({ filters }: { readonly filters: RunFilters }) {
  const t = useTranslations('jobs');
  const jobs = [
    { job: null, label: t('runs.allJobs') },
    ...JOB_NAMES.map((job) => ({ job, label: t(`job.${job}.label`) })),
  ];
  const outcomes = [
    { outcome: null, label: t('runs.all') },
    ...JOB_OUTCOMES.map((outcome) => ({ outcome, label: t(`outcome.${outcome}.label`) })),
  ];
  return (
    <>
      <LinkChoices
        label={t('runs.job')}
        choices={jobs.map(({ job, label }) => ({
          href: jobsHref({ ...filters, job }),
          label,
          isCurrent: filters.job === job,
        }))}
      />
      <LinkChoices
        label={t('runs.outcome')}
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
  const t = useTranslations('jobs');
  if (filters.job || filters.outcome) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('runs.noMatch')}
        actions={<ButtonLink href="/jobs">{t('runs.showAll')}</ButtonLink>}
      >
        {t('runs.noMatchAbout')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={CalendarClock} title={t('runs.none')}>
      {t('runs.noneAbout')}
    </EmptyState>
  );
}
