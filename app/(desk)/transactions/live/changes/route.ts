import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { readChanges } from '@/lib/live.store';
import { readPosition } from '@/lib/live-changes';

/** What moved after a place in the chain of receipts, for those who cannot keep a stream: `Changes`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('browse');
  if (viewer instanceof Response) return viewer;
  const after = readPosition(new URL(request.url).searchParams.get('after'));
  if (after === null) return apiError(400, 'bad_parameter', 'after is a place in the chain of receipts, or 0.');
  return Response.json(await readChanges(after), { headers: { 'cache-control': 'no-store' } });
}
