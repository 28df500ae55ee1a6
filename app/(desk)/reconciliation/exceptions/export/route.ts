import { apiError } from '@/lib/access/api';
import { currentViewer } from '@/lib/access/session';
import { exceptionLines, exceptionsHeader } from '@/lib/exports/exceptions-csv';
import { pulledStream } from '@/lib/exports/stream';
import { unresolvedUnlessAsked } from '@/lib/reconciliation/exception-query';
import { withSubjects } from '@/lib/reconciliation/exception-subject.store';
import { streamExceptions } from '@/lib/reconciliation/stream.store';
import { EXCEPTION_LIST, type ExceptionQuery, readViewQuery } from '@/lib/reconciliation/view-query';

const CHUNK_ROWS = 1_000;

/** Exactly the rows that the queue shows for this query string, all pages of them and in its order, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  if (!(await currentViewer())) return apiError(401, 'unauthorized', 'Sign in to download this file.');
  const { query, problems } = readViewQuery(EXCEPTION_LIST, new URL(request.url).searchParams);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (problems.length > 0) return apiError(400, 'bad_parameter', problems);
  const now = new Date();
  return new Response(pulledStream(csvOf(unresolvedUnlessAsked(query), now)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="concilia-exceptions-${now.toISOString().slice(0, 10)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

async function* csvOf(query: ExceptionQuery, now: Date): AsyncGenerator<string> {
  yield exceptionsHeader();
  for await (const rows of streamExceptions(query, now, CHUNK_ROWS)) yield exceptionLines(await withSubjects(rows));
}
