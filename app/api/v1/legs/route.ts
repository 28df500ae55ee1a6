import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { legJson } from '@/lib/reconciliation/representation';
import { readLegs } from '@/lib/reconciliation/view.store';
import { LEG_LIST, readViewQuery } from '@/lib/reconciliation/view-query';
import { spokenProblems } from '@/lib/spoken-problems';

/** The legs of reconciliation, by the same filters as their pages: `{data, next_cursor}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'browse', async (caller) => {
    const { query, problems } = readViewQuery(LEG_LIST, new URL(request.url).searchParams);
    const reader = await displayReader();
    const faults = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
    if (faults.length > 0) return apiError(400, 'bad_parameter', faults);
    const page = await readLegs(sightOf(caller), query);
    if ('message' in page)
      return apiError(400, 'bad_parameter', await spokenProblems([{ parameter: 'cursor', message: page.message }]));
    return Response.json({ data: page.rows.map(legJson), next_cursor: page.next });
  });
}
