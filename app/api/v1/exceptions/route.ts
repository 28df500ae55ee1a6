import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { unresolvedUnlessAsked } from '@/lib/reconciliation/exception-query';
import { exceptionJson } from '@/lib/reconciliation/exception-representation';
import { withSubjects } from '@/lib/reconciliation/exception-subject.store';
import { readExceptions } from '@/lib/reconciliation/exception-view.store';
import { EXCEPTION_LIST, readViewQuery } from '@/lib/reconciliation/view-query';
import { spokenProblems } from '@/lib/spoken-problems';

/** The queue of the exceptions page, by the same filters: `{data, next_cursor}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'browse', async (caller) => {
    const { query, problems } = readViewQuery(EXCEPTION_LIST, new URL(request.url).searchParams);
    const reader = await displayReader();
    const faults = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
    if (faults.length > 0) return apiError(400, 'bad_parameter', faults);
    const page = await readExceptions(sightOf(caller), unresolvedUnlessAsked(query), new Date());
    if ('message' in page)
      return apiError(400, 'bad_parameter', await spokenProblems([{ parameter: 'cursor', message: page.message }]));
    const rows = await withSubjects(sightOf(caller), page.rows);
    return Response.json({ data: rows.map((row) => exceptionJson(row, reader)), next_cursor: page.next });
  });
}
