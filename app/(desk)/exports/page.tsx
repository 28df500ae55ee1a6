import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportTable } from '@/components/exports/export-table';
import { KeepFresh } from '@/components/jobs/keep-fresh';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TableCard } from '@/components/webhooks/table-card';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { exportLists } from '@/lib/export-lists';
import { isUnderWay } from '@/lib/exports/export';
import { latestExports } from '@/lib/exports/export.store';
import { displayZone } from '@/lib/preferences';
import { cancelFile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports');
  return { title: t('page.title') };
}

const LISTED = 100;
const FRESH_WHILE_WRITING_SECONDS = 2;

/** The files that were handed over, each with its proof. */
export default async function ExportsPage() {
  const sight = sightOf(await requireRight('export'));
  const [records, zone, t] = await Promise.all([
    latestExports(sight, LISTED),
    displayZone(),
    getTranslations('exports'),
  ]);
  const hrefs = new Map(records.map(({ id, list, query }) => [id, exportLists[list].href(query)]));
  const isBusy = records.some(({ state }) => isUnderWay(state));
  return (
    <>
      <PageHeader title={t('page.title')} description={t('page.description')} />
      {isBusy && <KeepFresh everySeconds={FRESH_WHILE_WRITING_SECONDS} />}
      {records.length === 0 ? (
        <Card>
          <EmptyState
            icon={FileDown}
            title={t('page.none')}
            actions={<ButtonLink href="/transactions">{t('page.toTransactions')}</ButtonLink>}
          >
            {t('page.noneText')}
          </EmptyState>
        </Card>
      ) : (
        <TableCard label={t('page.tableLabel')}>
          <ExportTable records={records} hrefs={hrefs} now={new Date()} zone={zone} cancel={cancelFile} />
        </TableCard>
      )}
      {records.length === LISTED && <p className="mt-3 text-xs text-ink-2">{t('page.latest', { count: LISTED })}</p>}
    </>
  );
}
