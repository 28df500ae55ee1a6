import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
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

export const metadata: Metadata = { title: 'Exports' };

const LISTED = 100;
const FRESH_WHILE_WRITING_SECONDS = 2;

/** The files that were handed over, each with its proof. */
export default async function ExportsPage() {
  const sight = sightOf(await requireRight('export'));
  const [records, zone] = await Promise.all([latestExports(sight, LISTED), displayZone()]);
  const hrefs = new Map(records.map(({ id, list, query }) => [id, exportLists[list].href(query)]));
  const isBusy = records.some(({ state }) => isUnderWay(state));
  return (
    <>
      <PageHeader title="Exports" description="Files that were taken from the desk, and the proof of what is in them" />
      {isBusy && <KeepFresh everySeconds={FRESH_WHILE_WRITING_SECONDS} />}
      {records.length === 0 ? (
        <Card>
          <EmptyState
            icon={FileDown}
            title="No file yet"
            actions={<ButtonLink href="/transactions">Go to transactions</ButtonLink>}
          >
            Every list has an Export button. What is taken from there is written down here, with its rows, control
            totals and SHA-256.
          </EmptyState>
        </Card>
      ) : (
        <TableCard label="Exported files">
          <ExportTable records={records} hrefs={hrefs} now={new Date()} zone={zone} cancel={cancelFile} />
        </TableCard>
      )}
      {records.length === LISTED && <p className="mt-3 text-xs text-ink-2">The latest {LISTED} are shown.</p>}
    </>
  );
}
