import { FileInput } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { AccountStandings } from '@/components/reconciliation/account-standings';
import { LastRunCard } from '@/components/reconciliation/last-run-card';
import { RailStandingCard } from '@/components/reconciliation/rail-standing-card';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { RunForm } from '@/components/rules/run-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { RAILS, type Rail } from '@/lib/reconciliation/leg';
import { accountStandings, railStanding } from '@/lib/reconciliation/overview.store';
import { listRuns } from '@/lib/reconciliation/run.store';
import { shownEnvironment } from '@/lib/shown-environment';
import { inTime } from '@/lib/snapshot.store';
import { runPasses } from './rules/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reconciliation');
  return { title: t('title') };
}

/** Among so many of the latest runs the last one that was kept is looked for. */
const LOOKED_AT_RUNS = 50;

/** Whether the banks and the providers agree: each rail, each account, and the last run. */
export default async function ReconciliationPage() {
  await requireRight('browse');
  const t = await getTranslations('reconciliation');
  const [accounts, runs, zone] = await Promise.all([accountStandings(), listRuns(LOOKED_AT_RUNS), displayZone()]);
  const hasStatement = accounts.some(({ latest }) => latest !== null);
  return (
    <Messages rooms={['rules']}>
      <PageHeader
        title={t('title')}
        description={t('about')}
        actions={
          <ButtonLink href="/reconciliation/statements/import">
            <FileInput aria-hidden /> {t('import')}
          </ButtonLink>
        }
      />
      <ReconciliationTabs current="overview" className="mb-4" />
      {!hasStatement && <NoStatement />}
      <div className="space-y-4">
        {hasStatement && (
          <LastRunCard
            run={runs.find(({ isDry, endedAt }) => !isDry && endedAt !== null) ?? null}
            zone={zone}
            actions={<RunForm action={runPasses} />}
          />
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {RAILS.map((rail) => (
            <Suspense key={rail} fallback={<RailStandingCard rail={rail} standing="summing" />}>
              <Standing rail={rail} />
            </Suspense>
          ))}
        </div>
        {accounts.length > 0 && <AccountStandings accounts={accounts} zone={zone} />}
      </div>
    </Messages>
  );
}

/** Each rail by itself: one of millions of legs keeps nobody from the others. */
async function Standing({ rail }: { readonly rail: Rail }) {
  return <RailStandingCard rail={rail} standing={await inTime(railStanding(rail, shownEnvironment()))} />;
}

function NoStatement() {
  const t = useTranslations('reconciliation');
  return (
    <Card className="mb-4">
      <EmptyState
        icon={FileInput}
        title={t('noStatement.title')}
        actions={
          <ButtonLink href="/reconciliation/statements/import" look="primary">
            {t('import')}
          </ButtonLink>
        }
      >
        {t('noStatement.overview')}
      </EmptyState>
    </Card>
  );
}
