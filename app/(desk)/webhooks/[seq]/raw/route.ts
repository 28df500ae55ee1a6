import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { readDelivery } from '@/lib/events/delivery.store';

/** The body of a delivery, every byte as it came. Never shown by the browser: what a stranger sent is only saved. */
export async function GET(_request: Request, { params }: { params: Promise<{ seq: string }> }): Promise<Response> {
  const viewer = await viewerFor('raw');
  if (viewer instanceof Response) return viewer;
  const delivery = await readDelivery('clear', (await params).seq);
  const t = await getTranslations('webhooks');
  if (!delivery) return apiError(404, 'not_found', t('delivery.notFound.answer'));
  if (delivery.isErased) return apiError(410, 'erased', t('delivery.erased', { seq: delivery.seq }));
  const file = new Response(new Uint8Array(delivery.body), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${delivery.provider}-delivery-${delivery.seq}.bin"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
  return loggedFile(viewer, file, {
    ...{ action: 'raw_downloaded', objectKind: 'delivery', objectId: String(delivery.seq) },
  });
}
