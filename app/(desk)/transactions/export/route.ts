import { apiError } from '@/lib/access/api';
import { currentViewer } from '@/lib/access/session';
import { exportAnswer } from '@/lib/export-file';

/** Exactly the rows that the list shows for this query string, all pages of them and in its order, as a file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return apiError(401, 'unauthorized', 'Sign in to download this file.');
  const answer = exportAnswer('transactions', new URL(request.url).searchParams, viewer);
  return answer instanceof Response ? answer : apiError(400, 'bad_parameter', answer);
}
