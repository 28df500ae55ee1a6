import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { readMatchQuery } from '@/lib/reconciliation/match-list';
import { readMatches } from '@/lib/reconciliation/match-list.store';
import { matchJson } from '@/lib/reconciliation/representation';

/** The matches of reconciliation with both of their sides, the latest first: `{data, next_cursor}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'browse', async (caller) => {
    const { query, problems } = readMatchQuery(new URL(request.url).searchParams);
    const reader = await displayReader();
    const faults = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
    if (faults.length > 0) return apiError(400, 'bad_parameter', faults);
    const { rows, next } = await readMatches(sightOf(caller), query);
    return Response.json({ data: rows.map((match) => matchJson(match, reader)), next_cursor: next });
  });
}
