import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { RunDifference, RunSums } from '@/components/rules/run-figures';
import { RunForm } from '@/components/rules/run-form';
import { RunKind } from '@/components/rules/run-table';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { formatCount, formatLag } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { readRun } from '@/lib/reconciliation/run.store';
import { runPasses } from '../../actions';

export const metadata: Metadata = { title: 'Run' };

type Props = { readonly params: Promise<{ readonly id: string }> };

/** What one run of the passes did, or would have done. */
export default async function RunPage({ params }: Props) {
  await requireRight('browse');
  const { id } = await params;
  const [run, zone] = await Promise.all([readRun(id), displayZone()]);
  if (!run) notFound();
  const { figures, isDry, requestedBy, startedAt, difference } = run;
  return (
    <>
      <PageHeader
        title={isDry ? `Dry run ${id}` : `Run ${id}`}
        description={isDry ? 'What the rules would do now' : 'What the rules did'}
        back={{ href: '/reconciliation/rules#runs', label: 'Rules and runs' }}
        actions={<RunForm action={runPasses} />}
      />
      <div className="space-y-4">
        {isDry && (
          <Alert title="Nothing was kept">
            No line was matched and no exception opened. “Run now” does the same for good.
          </Alert>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <SectionCard title="Run">
            <FactList>
              <Fact label="Kind">
                <RunKind run={run} />
              </Fact>
              <Fact label="Started">
                <Instant at={startedAt} zone={zone} />
              </Fact>
              <Fact label="Asked for by">{requestedBy ?? 'nobody: its time had come'}</Fact>
              <Fact label="Took">{figures && formatLag(figures.milliseconds)}</Fact>
              <Fact label="Exceptions">
                {figures &&
                  `${formatCount(figures.exceptions.opened)} opened, ${formatCount(figures.exceptions.reopened)} reopened, ${formatCount(figures.exceptions.resolved)} ended`}
              </Fact>
            </FactList>
          </SectionCard>
          <SectionCard title="Against the run before it">
            {figures ? (
              <RunDifference difference={difference} />
            ) : (
              <p className="text-body text-ink-2">It has no figures.</p>
            )}
          </SectionCard>
        </div>
        {figures && <RunSums figures={figures} />}
      </div>
    </>
  );
}
