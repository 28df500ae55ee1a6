import type { ExceptionsPath } from '@/components/exceptions/exception-links';
import { sightOf } from '@/lib/access/rights';
import type { Viewer } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { unresolvedUnlessAsked } from '@/lib/reconciliation/exception-query';
import { readExceptions } from '@/lib/reconciliation/exception-view.store';
import { EXCEPTION_LIST, type ExceptionQuery, readViewQuery } from '@/lib/reconciliation/view-query';
import { assignableUsers } from '@/lib/remarks/store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import { listAccounts } from '@/lib/statements/account.store';
import { privatelyAt } from '../../privately';

/** What both forms of the queue are given. */
export async function askedQueue(viewer: Viewer, path: ExceptionsPath, searchParams: Promise<PageSearchParams>) {
  const search = toSearch(await searchParams);
  const privately = await privatelyAt(viewer, 'exceptions', path, search);
  const { query, problems } = readViewQuery(EXCEPTION_LIST, search);
  const [zone, users, accounts] = await Promise.all([displayZone(), assignableUsers(), listAccounts()]);
  const now = new Date();
  return {
    query,
    /** As it is read: without what is resolved, unless that is asked for. */
    read: unresolvedUnlessAsked(query),
    problems,
    privately,
    viewer: viewer.email,
    sight: sightOf(viewer),
    people: users.map(({ email }) => email),
    accounts: new Map(accounts.map(({ id, name }) => [id, name])) as ReadonlyMap<string, string>,
    zone,
    now,
    today: now.toISOString().slice(0, 10),
  };
}
export type AskedQueue = Awaited<ReturnType<typeof askedQueue>>;

/** A page, or that the database's own limit ended the reading; anything else goes to the error page. */
export async function readQueue({ sight, now }: Pick<AskedQueue, 'sight' | 'now'>, query: ExceptionQuery) {
  return inTime(readExceptions(sight, query, now));
}
export type Queue = Awaited<ReturnType<typeof readQueue>>;
