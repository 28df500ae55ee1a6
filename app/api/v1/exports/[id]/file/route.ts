import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { loggedFile } from '@/lib/audit';
import { keptAnswer } from '@/lib/export-file';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A file that was made in the background, while it is kept. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return apiAnswer(request, 'export', async (caller) => {
    const answer = await keptAnswer(sightOf(caller), (await params).id, new Date());
    if (answer) return loggedFile(caller, answer, {});
    return apiError(404, 'not_found', 'There is no such file, or it is not kept any more.');
  });
}
