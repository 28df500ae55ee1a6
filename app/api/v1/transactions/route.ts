import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { spokenProblems } from '@/lib/spoken-problems';
import { readListQuery } from '@/lib/transactions/filters';
import { readPage } from '@/lib/transactions/list.store';
import { summaryJson } from '@/lib/transactions/representation';

/** The list of the transactions page, by the same filters: `{data, next_cursor}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'browse', async (caller) => {
    const { query, problems } = readListQuery(new URL(request.url).searchParams);
    if (problems.length > 0) return apiError(400, 'bad_parameter', await spokenProblems(problems));
    const page = await readPage(sightOf(caller), query, new Date());
    if ('message' in page)
      return apiError(400, 'bad_parameter', await spokenProblems([{ parameter: 'cursor', message: page.message }]));
    return Response.json({
      data: page.rows.map(({ transaction }) => summaryJson(transaction)),
      next_cursor: page.next,
    });
  });
}
