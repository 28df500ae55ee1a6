import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { useRegion } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { RunDifference, RunSums } from '@/components/rules/run-figures';
import { RunForm } from '@/components/rules/run-form';
import { RunKind } from '@/components/rules/run-table';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { formatLag } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { readRun } from '@/lib/reconciliation/run.store';
import type { RunView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { runPasses } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return { title: t('run.title') };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** What one run of the passes did, or would have done. */
export default async function RunPage({ params }: Props) {
  await requireRight('browse');
  const { id } = await params;
  const t = await getTranslations('rules');
  const [run, zone] = await Promise.all([readRun(id), displayZone()]);
  if (!run) notFound();
  const { figures, isDry, difference } = run;
  return (
    <Messages rooms={['rules']}>
      <PageHeader
        title={isDry ? t('run.dryHeading', { id }) : t('run.heading', { id })}
        description={isDry ? t('run.dryAbout') : t('run.about')}
        back={{ href: '/reconciliation/rules#runs', label: t('title') }}
        actions={<RunForm action={runPasses} />}
      />
      <div className="space-y-4">
        {isDry && <Alert title={t('run.notKept')}>{t('run.notKeptAbout')}</Alert>}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <RunFacts run={run} zone={zone} />
          <SectionCard title={t('run.against')}>
            {figures ? (
              <RunDifference difference={difference} />
            ) : (
              <p className="text-body text-ink-2">{t('run.noFigures')}</p>
            )}
          </SectionCard>
        </div>
        {figures && <RunSums figures={figures} />}
      </div>
    </Messages>
  );
}

/** When it ran, for whom, and what it did to exceptions. */
function RunFacts({ run, zone }: { readonly run: RunView; readonly zone: TimeZone }) {
  const t = useTranslations('rules');
  const region = useRegion();
  const { figures, requestedBy, startedAt } = run;
  const counts = figures?.exceptions;
  return (
    <SectionCard title={t('run.title')}>
      <FactList>
        <Fact label={t('run.kind')}>
          <RunKind run={run} />
        </Fact>
        <Fact label={t('run.started')}>
          <Instant at={startedAt} zone={zone} />
        </Fact>
        <Fact label={t('run.askedBy')}>{requestedBy ?? t('run.nobody')}</Fact>
        <Fact label={t('run.took')}>{figures && formatLag(figures.milliseconds, region)}</Fact>
        <Fact label={t('run.exceptions')}>
          {counts &&
            t('run.exceptionCounts', { opened: counts.opened, reopened: counts.reopened, ended: counts.resolved })}
        </Fact>
      </FactList>
    </SectionCard>
  );
}
