import { setTimeout as sleep } from 'node:timers/promises';
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
import type { RailStanding } from '@/lib/reconciliation/overview';
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
/** So long the page waits for the rails: a card that is filled later pushes down what stands below it. */
const SOON_MS = 300;

/** Whether the banks and the providers agree: each rail, each account, and the last run. */
export default async function ReconciliationPage() {
  await requireRight('browse');
  const t = await getTranslations('reconciliation');
  const [accounts, runs, zone, standings] = await Promise.all([
    accountStandings(),
    listRuns(LOOKED_AT_RUNS),
    displayZone(),
    Promise.all(RAILS.map(standingSoon)),
  ]);
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
          {standings.map((standing) => (
            <Standing key={standing.rail} {...standing} />
          ))}
        </div>
        {accounts.length > 0 && <AccountStandings accounts={accounts} zone={zone} />}
      </div>
    </Messages>
  );
}

type Told = RailStanding | 'too long';
type LateProps = { readonly rail: Rail; readonly reading: Promise<Told> };

async function standingSoon(rail: Rail) {
  const reading = inTime(railStanding(rail, shownEnvironment()));
  return { rail, reading, early: await Promise.race([reading, sleep(SOON_MS, null)]) };
}

/** Each rail by itself: one of millions of legs keeps nobody from the others. */
function Standing({ early, ...late }: LateProps & { readonly early: Told | null }) {
  // What is there already has no boundary: React draws one of some size later in any case.
  if (early !== null) return <RailStandingCard rail={late.rail} standing={early} />;
  return (
    <Suspense fallback={<RailStandingCard rail={late.rail} standing="summing" />}>
      <LateStanding {...late} />
    </Suspense>
  );
}

async function LateStanding({ rail, reading }: LateProps) {
  return <RailStandingCard rail={rail} standing={await reading} />;
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
