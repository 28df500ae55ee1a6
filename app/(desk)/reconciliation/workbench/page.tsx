import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WaitingNotice } from '@/components/approvals/waiting-notice';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import type { Privately } from '@/components/private/privately';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { Card } from '@/components/ui/card';
import type { WorkbenchActions } from '@/components/workbench/deed';
import { Workbench } from '@/components/workbench/workbench';
import { WorkbenchChips } from '@/components/workbench/workbench-chips';
import { WorkbenchFilters } from '@/components/workbench/workbench-filters';
import { LineCursorRefused, LinesTookTooLong, MayNotReconcile, NoLines } from '@/components/workbench/workbench-states';
import { may, type Sight, sightOf } from '@/lib/access/rights';
import { requireRight, type Viewer } from '@/lib/access/session';
import { openAbout } from '@/lib/approvals/proposal.store';
import { spoken } from '@/lib/language/said';
import { displayRegion, displayZone } from '@/lib/preferences';
import { displayReader } from '@/lib/reader';
import { deedsOf } from '@/lib/reconciliation/deed-log.store';
import type { LinePage } from '@/lib/reconciliation/view';
import { readLines } from '@/lib/reconciliation/view.store';
import { readProgress } from '@/lib/reconciliation/workbench.store';
import { readWorkbenchQuery, type WorkbenchQuery, workbenchHref } from '@/lib/reconciliation/workbench-query';
import type { Progress } from '@/lib/reconciliation/workbench-view';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import { listAccounts } from '@/lib/statements/account.store';
import { readProposals, readSelection } from '@/lib/workbench';
import { privatelyAt } from '../../privately';
import { dismissPair, markLines, matchSelected, reconsider, undoDeed } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workbench');
  return { title: t('title') };
}

const ACTIONS: WorkbenchActions = {
  match: matchSelected,
  undo: undoDeed,
  dismiss: dismissPair,
  reconsider,
  mark: markLines,
};

/** Bank lines beside the payments that may belong to them, for people to match what no rule could. */
export default async function WorkbenchPage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  const viewer = await requireRight('browse');
  const search = toSearch(await searchParams);
  const privately = await privatelyAt(viewer, 'workbench', '/reconciliation/workbench', search);
  const { query, problems } = readWorkbenchQuery(search);
  const accounts = await listAccounts();
  const t = await getTranslations('workbench');
  const reader = await displayReader();
  const ignored = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
  return (
    <Messages rooms={['workbench', 'reasons', 'legs', 'statements', 'keys']}>
      {/* On a wide screen both sides scroll by themselves, so that the sum and what belongs together stay in sight. */}
      <div className="flex flex-col lg:h-[calc(100dvh-6.5rem)] lg:min-h-[38rem]">
        <PageHeader title={t('heading')} description={t('description')} />
        <ReconciliationTabs current="workbench" className="mb-3 shrink-0" />
        <IgnoredParameters problems={ignored} />
        <ForgottenNotice kept={privately.kept} />
        {may(viewer, 'reconcile') ? (
          <>
            <div className="mb-3 space-y-2">
              <WorkbenchFilters query={query} accounts={accounts} privately={privately} />
              <WorkbenchChips query={query} accounts={accounts} kept={privately.kept} />
            </div>
            <WaitingNotice
              proposals={await openAbout({ lines: query.lines, legs: [], exceptions: [] })}
              className="mb-3 shrink-0"
            />
            <Bench query={query} viewer={viewer} privately={privately} />
          </>
        ) : (
          <Card>
            <MayNotReconcile />
          </Card>
        )}
      </div>
    </Messages>
  );
}

type BenchProps = { readonly query: WorkbenchQuery; readonly viewer: Viewer; readonly privately: Privately };

async function Bench({ query, viewer, privately }: BenchProps) {
  const [zone, region] = await Promise.all([displayZone(), displayRegion()]);
  const find = query.find === null ? null : { text: query.find, region };
  const now = new Date();
  const today = new Date(+startOfDay(new TZDate(+now, zone)));
  const [page, selection, progress, log] = await Promise.all([
    readPage(sightOf(viewer), query),
    readSelection(sightOf(viewer), query.lines, find, now),
    readProgress(),
    deedsOf(sightOf(viewer), viewer.email, today),
  ]);
  if (page === 'too long') return <LinesTookTooLong query={query} />;
  if ('message' in page) return <LineCursorRefused query={query} message={page.message} />;
  const href = (cursor: string | null) => cursor && workbenchHref({ ...query, list: { ...query.list, cursor } });
  return (
    <Workbench
      query={query}
      privately={privately}
      rows={page.rows}
      proposals={await readProposals(page.rows)}
      pages={{ previous: href(page.previous), next: href(page.next) }}
      selection={selection}
      log={log}
      zone={zone}
      actions={ACTIONS}
      summary={await summaryOf(page, progress)}
      empty={<NoLines query={query} progress={progress} />}
    />
  );
}

/** The page, or that the database's own limit ended the reading; anything else goes to the error page. */
function readPage(sight: Sight, { list }: WorkbenchQuery): Promise<Awaited<ReturnType<typeof readLines>> | 'too long'> {
  return inTime(readLines(sight, list));
}

async function summaryOf({ totals }: LinePage, { lines, byRules, byPeople }: Progress): Promise<string> {
  const t = await getTranslations('workbench');
  const found = totals.reduce((sum, { count }) => sum + count, 0);
  return t('summary', { found, matched: byRules + byPeople, lines });
}
