import { apiError } from '@/lib/access/api';
import { currentViewer } from '@/lib/access/session';
import { keptAnswer } from '@/lib/export-file';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A file that was made in the background, while it is kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  if (!(await currentViewer())) return apiError(401, 'unauthorized', 'Sign in to download this file.');
  const answer = await keptAnswer((await params).id, new Date());
  return answer ?? apiError(404, 'not_found', 'There is no such file, or it is not kept any more. Run it again.');
}
