import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { said, spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { readTransaction } from '@/lib/transactions/detail.store';
import { detailJson } from '@/lib/transactions/representation';

/** One transaction with its events, identifiers, links and refund. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return apiAnswer(request, 'ask', async (caller) => {
    const detail = await readTransaction(sightOf(caller), (await params).id);
    if (detail) return Response.json(detailJson(detail));
    return apiError(404, 'not_found', spoken(said('keys.answer.noTransaction'), await displayReader()));
  });
}
