import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { loggedFile } from '@/lib/audit';
import { keptAnswer } from '@/lib/export-file';
import { displayReader } from '@/lib/reader';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A file that was made in the background, while it is kept. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return apiAnswer(request, 'export', async (caller) => {
    const answer = await keptAnswer(sightOf(caller), (await params).id, new Date(), await displayReader());
    if (answer) return loggedFile(caller, answer, {});
    const t = await getTranslations('exports');
    return apiError(404, 'not_found', t('error.notKept'));
  });
}
