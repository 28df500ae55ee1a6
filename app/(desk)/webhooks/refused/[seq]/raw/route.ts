import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { readRefused } from '@/lib/events/refusal-list.store';

/** The body of a refused message, every byte as it came; only ever saved, never shown by the browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ seq: string }> }): Promise<Response> {
  const viewer = await viewerFor('raw');
  if (viewer instanceof Response) return viewer;
  const refusal = await readRefused('clear', (await params).seq);
  const t = await getTranslations('webhooks');
  if (!refusal) return apiError(404, 'not_found', t('refusal.notFound.answer'));
  const file = new Response(new Uint8Array(refusal.body), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="refusal-${refusal.seq}.bin"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
  return loggedFile(viewer, file, {
    ...{ action: 'raw_downloaded', objectKind: 'refusal', objectId: String(refusal.seq) },
  });
}
