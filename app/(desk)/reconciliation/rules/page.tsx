import { Play } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { RuleTable } from '@/components/rules/rule-table';
import { RunForm } from '@/components/rules/run-form';
import { RunTable } from '@/components/rules/run-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TableCard } from '@/components/webhooks/table-card';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { rulesInForce } from '@/lib/reconciliation/rule.store';
import { ruleScores } from '@/lib/reconciliation/rule-score.store';
import { listRuns } from '@/lib/reconciliation/run.store';
import { runPasses } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return { title: t('title') };
}

const LISTED_RUNS = 50;

/** By which rules lines and payments find each other, and what every run of them did. */
export default async function RulesPage() {
  await requireRight('browse');
  const t = await getTranslations('rules');
  const reconciliation = await getTranslations('reconciliation');
  const [rules, scores, runs, zone] = await Promise.all([
    rulesInForce(),
    ruleScores(new Date()),
    listRuns(LISTED_RUNS),
    displayZone(),
  ]);
  return (
    <Messages rooms={['rules']}>
      <PageHeader title={reconciliation('title')} description={t('about')} actions={<RunForm action={runPasses} />} />
      <ReconciliationTabs current="rules" className="mb-4" />
      <h2 className="mb-3 text-sm font-semibold">{t('rules')}</h2>
      <TableCard label={t('rules')}>
        <RuleTable rules={rules} scores={scores} />
      </TableCard>
      <h2 id="runs" className="mt-8 mb-3 text-sm font-semibold">
        {t('runs')}
      </h2>
      <TableCard label={t('runsOf')}>
        {runs.length > 0 ? (
          <RunTable runs={runs} zone={zone} />
        ) : (
          <EmptyState icon={Play} title={t('noRun')}>
            {t('noRunAbout')}
          </EmptyState>
        )}
      </TableCard>
      {runs.length === LISTED_RUNS && <p className="mt-3 text-xs text-ink-2">{t('latest', { count: LISTED_RUNS })}</p>}
    </Messages>
  );
}
