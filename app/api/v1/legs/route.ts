import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { legJson } from '@/lib/reconciliation/representation';
import { readLegs } from '@/lib/reconciliation/view.store';
import { LEG_LIST, readViewQuery } from '@/lib/reconciliation/view-query';
import { spokenProblems } from '@/lib/spoken-problems';

/** The legs of reconciliation, by the same filters as their pages: `{data, next_cursor}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'browse', async (caller) => {
    const { query, problems } = readViewQuery(LEG_LIST, new URL(request.url).searchParams);
    if (problems.length > 0) return apiError(400, 'bad_parameter', problems);
    const page = await readLegs(sightOf(caller), query);
    if ('message' in page)
      return apiError(400, 'bad_parameter', await spokenProblems([{ parameter: 'cursor', message: page.message }]));
    return Response.json({ data: page.rows.map(legJson), next_cursor: page.next });
  });
}
