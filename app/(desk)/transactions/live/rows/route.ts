import { getTranslations } from 'next-intl/server';
import { type TransactionRow, toRow } from '@/components/transactions/transaction-row';
import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { readNewcomers } from '@/lib/live.store';
import { MOST_ASKED, type RowChanges, readPosition } from '@/lib/live-changes';
import { inTime } from '@/lib/snapshot.store';
import { NO_FILTERS, readListQuery } from '@/lib/transactions/filters';
import { readRowsByIds } from '@/lib/transactions/list.store';

/**
 * Some rows of the list as they are now: `row` names them, `mark` is the place in the chain of receipts that the list was
 * drawn at, and the rest is the list's own query string. `RowChanges`.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('browse');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('transactions');
  const search = new URL(request.url).searchParams;
  const ids = search.getAll('row');
  const mark = readPosition(search.get('mark'));
  if (mark === null) return apiError(400, 'bad_parameter', t('answer.mark'));
  if (ids.length === 0 || ids.length > MOST_ASKED)
    return apiError(400, 'bad_parameter', t('answer.rows', { most: MOST_ASKED }));
  for (const name of ['row', 'mark']) search.delete(name);
  // As on the page, what cannot be read is left out: the same rows are meant.
  const { filters } = readListQuery(search).query;
  const now = new Date();
  const found = await inTime(
    Promise.all([
      readRowsByIds(sightOf(viewer), { filters: NO_FILTERS }, ids, now),
      readRowsByIds(sightOf(viewer), { filters }, ids, now),
      readNewcomers(ids, mark),
    ]),
  );
  if (found === 'too long') return apiError(503, 'too_long', t('answer.tooLong'));
  const [all, matching, newcomers] = found;
  const changes: RowChanges<TransactionRow> = {
    rows: all.map((one) => toRow(one)),
    matching: matching.map(({ transaction }) => transaction.id),
    newcomers,
  };
  return Response.json(changes, { headers: { 'cache-control': 'no-store' } });
}
