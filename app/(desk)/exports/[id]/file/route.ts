import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { keptAnswer } from '@/lib/export-file';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A file that was made in the background, while it is kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const answer = await keptAnswer(sightOf(viewer), (await params).id, new Date());
  if (answer) return loggedFile(viewer, answer, {});
  return apiError(404, 'not_found', 'There is no such file, or it is not kept any more. Run it again.');
}
