import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { readChanges } from '@/lib/live.store';
import { readPosition } from '@/lib/live-changes';

/** What moved after a place in the chain of receipts, for those who cannot keep a stream: `Changes`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('browse');
  if (viewer instanceof Response) return viewer;
  const after = readPosition(new URL(request.url).searchParams.get('after'));
  const t = await getTranslations('transactions');
  if (after === null) return apiError(400, 'bad_parameter', t('answer.after'));
  return Response.json(await readChanges(after), { headers: { 'cache-control': 'no-store' } });
}
