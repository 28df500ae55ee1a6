import { Timer } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { exportCount } from '@/components/exports/export-count';
import { ExportDialog } from '@/components/exports/export-dialog';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import { RefundChips } from '@/components/refunds/refund-chips';
import { RefundFilters } from '@/components/refunds/refund-filters';
import { viewedRefundsHref } from '@/components/refunds/refund-links';
import { viewTabs } from '@/components/refunds/shipped-views';
import { StrandedLine } from '@/components/refunds/stranded-line';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { ButtonLink } from '@/components/ui/button';
import { LinkChoices } from '@/components/ui/link-choices';
import { LinkTabs } from '@/components/ui/link-tabs';
import { requireRight } from '@/lib/access/session';
import { spoken } from '@/lib/language/said';
import { displayZone } from '@/lib/preferences';
import type { Environment } from '@/lib/providers/catalogue';
import { displayReader } from '@/lib/reader';
import { strandedSums } from '@/lib/refunds/board.store';
import { type RefundQuery, readRefundQuery, writeRefundQuery } from '@/lib/refunds/refund-query';
import { assignableUsers } from '@/lib/remarks/store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { shownEnvironment } from '@/lib/shown-environment';
import { privatelyAt } from '../privately';
import { BoardPane } from './board-pane';
import { readRows, TablePane } from './table-pane';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('refunds');
  return { title: t('title') };
}

/** Money on its way back, as a board or as a table. */
export default async function RefundsPage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  const viewer = await requireRight('browse');
  const now = new Date();
  const search = toSearch(await searchParams);
  const privately = await privatelyAt(viewer, 'refunds', '/refunds', search);
  const { query, problems } = readRefundQuery(search);
  // Real money and tests are never in one list: where the address does not say which, it is the desk's own.
  const environment = (query.filters.environment[0] ?? shownEnvironment()) as Environment;
  const read = { ...query, filters: { ...query.filters, environment: [environment] } };
  const [t, reader, zone, users, stranded] = await Promise.all([
    getTranslations('refunds'),
    displayReader(),
    displayZone(),
    assignableUsers(),
    strandedSums(environment, now),
  ]);
  const ignored = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
  const people = users.map(({ email }) => email);
  // The board counts what is open: its file has more.
  const table = query.view === 'table' ? await readRows({ read, now }) : null;
  const pane = { query, read, environment, people, zone, now };
  return (
    <Messages rooms={['refunds', 'bulk', 'exports', 'transactions', 'table', 'identifiers', 'remarks']}>
      {/* From a tablet up board and table scroll in a pane of their own: heads, totals and page links stay in sight. */}
      <div className="flex flex-col md:h-[calc(100dvh-7.5rem)] md:min-h-[40rem]">
        <PageHeader
          title={t('title')}
          description={<StrandedLine stranded={stranded} environment={environment} />}
          actions={<Actions query={query} read={read} count={exportCount(table)} />}
        />
        <IgnoredParameters problems={ignored} />
        <ForgottenNotice kept={privately.kept} />
        <LinkTabs tabs={viewTabs(query, zone, now, t)} label={t('view.shipped')} className="mb-3 shrink-0" />
        <div className="mb-4 space-y-3">
          <RefundFilters query={query} zone={zone} viewer={viewer.email} people={people} privately={privately} />
          <RefundChips query={query} kept={privately.kept} />
        </div>
        {table ? <TablePane {...pane} table={table} /> : <BoardPane {...pane} />}
      </div>
    </Messages>
  );
}

type ActionsProps = { readonly query: RefundQuery; readonly read: RefundQuery; readonly count: number | null };

function Actions({ query, read, count }: ActionsProps) {
  const t = useTranslations('refunds');
  const choice = (view: 'board' | 'table', label: string) => ({
    href: viewedRefundsHref(query, view),
    label,
    isCurrent: query.view === view,
  });
  return (
    <>
      <LinkChoices
        label={t('view.label')}
        choices={[choice('board', t('view.board')), choice('table', t('view.table'))]}
      />
      <ButtonLink href="/refunds/limits">
        <Timer aria-hidden /> {t('limits.link')}
      </ButtonLink>
      <ExportDialog
        list="refunds"
        query={writeRefundQuery({ filters: read.filters, sort: read.sort }).toString()}
        count={count}
      />
    </>
  );
}
