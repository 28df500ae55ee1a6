import { apiError } from '@/lib/access/api';
import { currentViewer } from '@/lib/access/session';
import { refundLines, refundsHeader } from '@/lib/exports/refunds-csv';
import { pulledStream } from '@/lib/exports/stream';
import { streamRefunds } from '@/lib/refunds/board.store';
import { type RefundQuery, readRefundQuery } from '@/lib/refunds/refund-query';

const CHUNK_ROWS = 2_000;

/** Exactly the rows that the table shows for this query string, all pages of them and in its order, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  if (!(await currentViewer())) return apiError(401, 'unauthorized', 'Sign in to download this file.');
  const { query, problems } = readRefundQuery(new URL(request.url).searchParams);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (problems.length > 0) return apiError(400, 'bad_parameter', problems);
  const now = new Date();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: query.filters.tz, dateStyle: 'short' }).format(now);
  return new Response(pulledStream(csvOf(query, now)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="concilia-refunds-${today}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

async function* csvOf(query: RefundQuery, now: Date): AsyncGenerator<string> {
  yield refundsHeader();
  for await (const rows of streamRefunds(query, now, CHUNK_ROWS)) yield refundLines(rows);
}
