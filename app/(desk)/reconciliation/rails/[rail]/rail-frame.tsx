import { Download, FileSpreadsheet } from 'lucide-react';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { RAIL_TITLES } from '@/components/reconciliation/rail-words';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { buttonClass } from '@/components/ui/button';
import { LinkChoices } from '@/components/ui/link-choices';
import type { Rail } from '@/lib/reconciliation/leg';
import type { Problem } from '@/lib/reconciliation/view-query';

type Props = {
  readonly rail: Rail;
  readonly shows: 'legs' | 'lines';
  /** The address of the export of the same filter, without its format. */
  readonly exportHref: string;
  readonly problems: readonly Problem[];
  readonly filters: ReactNode;
  readonly children: ReactNode;
};

/** What legs and lines of a rail have around them: the switch between the two, the filters, and the files. */
export function RailFrame({ rail, shows, exportHref, problems, filters, children }: Props) {
  const path = `/reconciliation/rails/${rail}`;
  return (
    // From a tablet up the table scrolls in a pane of its own: heads, totals and page links stay in sight.
    <div className="flex flex-col md:h-[calc(100dvh-7.5rem)] md:min-h-[40rem]">
      <PageHeader
        title="Reconciliation"
        description={`${RAIL_TITLES[rail]}: what the providers say against what the ${rail === 'chain' ? 'chain and the ledger show' : 'banks say'}`}
        actions={
          <>
            <LinkChoices
              label="Show"
              choices={[
                { href: path, label: 'Legs', isCurrent: shows === 'legs' },
                { href: `${path}/lines`, label: 'Unmatched lines', isCurrent: shows === 'lines' },
              ]}
            />
            <a href={withFormat(exportHref, 'csv')} download className={buttonClass()}>
              <Download aria-hidden /> Export CSV
            </a>
            <a href={withFormat(exportHref, 'xlsx')} download className={buttonClass()}>
              <FileSpreadsheet aria-hidden /> Export XLSX
            </a>
          </>
        }
      />
      <ReconciliationTabs current={rail} className="mb-4 shrink-0" />
      <IgnoredParameters problems={problems} />
      <div className="mb-4 space-y-3">{filters}</div>
      {children}
    </div>
  );
}

function withFormat(href: string, format: 'csv' | 'xlsx'): string {
  return `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
}
