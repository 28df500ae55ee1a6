import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { said, spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { search, searchNear } from '@/lib/search';
import { answerOf } from '@/lib/search-answer';
import { countOf } from '@/lib/search-groups';
import { shownReadings } from '@/lib/search-readings';
import { readAsked } from '@/lib/search-text';

const HITS = 5;
/** More than the longest text that is searched, in any encoding. */
const MAX_BYTES = 16_384;

/**
 * What the palette shows for a text, as a SearchAnswer. The text is the body of a POST and `as` one of its readings: an
 * account number that somebody types stands in no address and in no access log.
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await viewerFor('ask');
  if (viewer instanceof Response) return viewer;
  const reader = await displayReader();
  const tooLong = spoken(said('search.refused.farTooLong'), reader);
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return apiError(413, 'too_long', tooLong);
  const body = await request.text();
  if (body.length > MAX_BYTES) return apiError(413, 'too_long', tooLong);
  const asked = readAsked(body);
  if (asked.kind === 'refused') return apiError(400, 'bad_text', spoken(asked.message, reader));
  if (asked.kind !== 'one') return apiError(400, 'bad_text', spoken(said('search.refused.notOne'), reader));
  const kind = new URL(request.url).searchParams.get('as');
  const groups = await search(sightOf(viewer), asked.text, { kind, limit: HITS });
  const near = countOf(groups) === 0 ? await searchNear(sightOf(viewer), asked.text, { kind, ways: 'first' }) : null;
  return Response.json(answerOf(shownReadings(sightOf(viewer), asked.text), groups, near, reader), {
    headers: { 'cache-control': 'no-store' },
  });
}
