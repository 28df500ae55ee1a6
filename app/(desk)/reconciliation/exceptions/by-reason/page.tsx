import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BY_REASON, filteredExceptionsHref, reasonHref } from '@/components/exceptions/exception-links';
import { ExceptionList } from '@/components/exceptions/exception-list';
import { ExceptionsTookTooLong, NoExceptionMatches } from '@/components/exceptions/exception-states';
import type { RowGroup } from '@/components/exceptions/group-head';
import { ListTotals } from '@/components/transactions/list-totals';
import { requireRight } from '@/lib/access/session';
import { withSubjects } from '@/lib/reconciliation/exception-subject.store';
import { readExceptions } from '@/lib/reconciliation/exception-view.store';
import type { Reason } from '@/lib/reconciliation/reason';
import type { PageSearchParams } from '@/lib/search-params';
import { assignChosen, noteChosen, resolveChosen } from '../actions';
import { QueueFrame } from '../frame';
import { type AskedQueue, askedQueue, type Queue, readQueue } from '../queue';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exceptions');
  return { title: t('titleByReason') };
}

/** So many of each reason are shown; its head leads to all of them. */
const ROWS_OF_A_REASON = 5;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** The same queue, grouped by reason with the sums of each. */
export default async function ExceptionsByReasonPage({ searchParams }: Props) {
  const asked = await askedQueue(await requireRight('browse'), BY_REASON, searchParams);
  const page = await readQueue(asked, { ...asked.read, cursor: null, limit: 1 });
  return (
    <QueueFrame asked={asked} path={BY_REASON} page={page}>
      <Grouped asked={asked} page={page} />
    </QueueFrame>
  );
}

async function Grouped({ asked, page }: { readonly asked: AskedQueue; readonly page: Queue }) {
  const { query, people } = asked;
  const t = await getTranslations('exceptions');
  if (page === 'too long') return <ExceptionsTookTooLong query={query} />;
  if ('message' in page) return <NoExceptionMatches hidden={0} />;
  const groups = await Promise.all(page.reasons.map(({ reason }) => groupOf(reason, asked)));
  return (
    <>
      <ExceptionList
        groups={groups}
        query={query}
        isSortable={false}
        people={people}
        actions={{ assign: assignChosen, addNotes: noteChosen, resolve: resolveChosen }}
        empty={<NoExceptionMatches hidden={0} />}
      />
      {page.totals.length > 0 && <ListTotals totals={page.totals} label={t('atStake')} />}
    </>
  );
}

async function groupOf(reason: Reason, { query, read, sight, now }: AskedQueue): Promise<RowGroup> {
  const own = { ...read, cursor: null, limit: ROWS_OF_A_REASON, filters: { ...read.filters, reason: [reason] } };
  const says = await getTranslations('reasons');
  const page = await readExceptions(sight, own, now);
  const { rows, totals } = 'message' in page ? { rows: [], totals: [] } : page;
  return {
    title: says(`reason.${reason}.label`),
    helpHref: reasonHref(reason),
    href: filteredExceptionsHref(query, { reason: [reason] }),
    totals,
    rows: await withSubjects(sight, rows),
  };
}
