import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { isSeq } from '@/lib/events/received';
import { countNewer } from '@/lib/events/received.store';
import { readKeptReceived } from '@/lib/events/received-kept.store';
import { inTime } from '@/lib/snapshot.store';

/** More than this is "many". */
const MAX_COUNTED = 100;

/** How many deliveries that match the list's own query string came after a number; asked every two seconds by a tail. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('browse');
  if (viewer instanceof Response) return viewer;
  const search = new URL(request.url).searchParams;
  const after = search.get('after') ?? '';
  const t = await getTranslations('webhooks');
  if (after !== '0' && !isSeq(after)) return apiError(400, 'bad_parameter', t('problem.after'));
  search.delete('after');
  // As on the page, what cannot be read is left out: the same rows are meant.
  const { read } = await readKeptReceived(sightOf(viewer), search);
  const count = read === null ? 0 : await inTime(countNewer(read.filters, BigInt(after), MAX_COUNTED));
  if (count === 'too long') return apiError(503, 'too_long', t('problem.tooLong'));
  return Response.json({ count }, { headers: { 'cache-control': 'no-store' } });
}
