import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { exportAnswer } from '@/lib/export-file';
import { displayReader } from '@/lib/reader';

/** Exactly the rows that the list shows for this query string, all pages of them and in its order, as a file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const answer = await exportAnswer('transactions', new URL(request.url).searchParams, viewer, await displayReader());
  if (!(answer instanceof Response)) return apiError(400, 'bad_parameter', answer);
  return loggedFile(viewer, answer, { list: 'transactions' });
}
