import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { displayReader } from '@/lib/reader';
import { readTable } from '@/lib/refunds/board.store';
import { readRefundQuery } from '@/lib/refunds/refund-query';
import { refundJson } from '@/lib/refunds/representation';
import { spokenProblems } from '@/lib/spoken-problems';

/** The table of the refunds page, by the same filters: `{data, next_cursor}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'browse', async () => {
    const { query, problems } = readRefundQuery(new URL(request.url).searchParams);
    const reader = await displayReader();
    if (problems.length > 0) return apiError(400, 'bad_parameter', await spokenProblems(problems));
    const { page } = await readTable(query, new Date());
    if ('message' in page)
      return apiError(400, 'bad_parameter', await spokenProblems([{ parameter: 'cursor', message: page.message }]));
    return Response.json({ data: page.rows.map((row) => refundJson(row, reader)), next_cursor: page.next });
  });
}
