import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { keptAnswer } from '@/lib/export-file';
import { displayReader } from '@/lib/reader';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A file that was made in the background, while it is kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const answer = await keptAnswer(sightOf(viewer), (await params).id, new Date(), await displayReader());
  if (answer) return loggedFile(viewer, answer, {});
  const t = await getTranslations('exports');
  return apiError(404, 'not_found', t('error.notKeptRunAgain'));
}
