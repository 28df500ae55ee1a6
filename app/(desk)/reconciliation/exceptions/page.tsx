import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import {
  countExceptionFilters,
  EXCEPTIONS,
  exceptionsHref,
  NO_EXCEPTION_FILTERS,
} from '@/components/exceptions/exception-links';
import { ExceptionList } from '@/components/exceptions/exception-list';
import {
  ExceptionCursorRefused,
  ExceptionsTookTooLong,
  NoExceptionMatches,
  NoExceptionOpen,
} from '@/components/exceptions/exception-states';
import { ListTotals } from '@/components/transactions/list-totals';
import { CursorPages } from '@/components/ui/cursor-pages';
import { requireRight } from '@/lib/access/session';
import { unresolvedUnlessAsked } from '@/lib/reconciliation/exception-query';
import { withSubjects } from '@/lib/reconciliation/exception-subject.store';
import { readExceptions } from '@/lib/reconciliation/exception-view.store';
import { latestKeptRun } from '@/lib/reconciliation/run-latest.store';
import type { PageSearchParams } from '@/lib/search-params';
import { assignChosen, noteChosen, resolveChosen } from './actions';
import { QueueFrame } from './frame';
import { type AskedQueue, askedQueue, type Queue, readQueue } from './queue';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exceptions');
  return { title: t('title') };
}

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** The queue of what does not agree. */
export default async function ExceptionsPage({ searchParams }: Props) {
  const asked = await askedQueue(await requireRight('browse'), EXCEPTIONS, searchParams);
  const page = await readQueue(asked, asked.read);
  return (
    <QueueFrame asked={asked} path={EXCEPTIONS} page={page}>
      <Listed asked={asked} page={page} />
    </QueueFrame>
  );
}

async function Listed({ asked, page }: { readonly asked: AskedQueue; readonly page: Queue }) {
  const { query, people } = asked;
  const t = await getTranslations('exceptions');
  if (page === 'too long') return <ExceptionsTookTooLong query={query} />;
  if ('message' in page) return <ExceptionCursorRefused query={query} message={page.message} />;
  const rows = await withSubjects(asked.sight, page.rows);
  const href = (cursor: string | null) => cursor && exceptionsHref({ ...query, cursor });
  return (
    <>
      <ExceptionList
        groups={[{ title: null, totals: page.totals, rows }]}
        query={query}
        isSortable
        people={people}
        actions={{ assign: assignChosen, addNotes: noteChosen, resolve: resolveChosen }}
        empty={page.totals.length === 0 && <Nothing asked={asked} />}
      />
      {page.totals.length > 0 && <ListTotals totals={page.totals} label={t('atStake')} />}
      {page.totals.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3">
          <p className="text-xs text-ink-2">{t('onPage', { count: rows.length })}</p>
          <CursorPages label={t('pages')} previous={href(page.previous)} next={href(page.next)} />
        </div>
      )}
    </>
  );
}

/** Nothing is open at all, or nothing fits the filter and some are hidden by it. */
async function Nothing({ asked: { query, sight, zone, now } }: { readonly asked: AskedQueue }) {
  if (countExceptionFilters(query.filters) === 0) return <NoExceptionOpen run={await latestKeptRun()} zone={zone} />;
  const all = unresolvedUnlessAsked({ filters: NO_EXCEPTION_FILTERS, sort: '-day', limit: 1, cursor: null });
  const open = await readExceptions(sight, all, now);
  const hidden = 'message' in open ? 0 : open.totals.reduce((sum, { count }) => sum + count, 0);
  return <NoExceptionMatches hidden={hidden} />;
}
