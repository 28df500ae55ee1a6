import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { env } from '@/lib/env';
import { exportLists } from '@/lib/export-lists';
import { readExport } from '@/lib/exports/export.store';
import { manifestJson } from '@/lib/exports/manifest';
import { displayReader } from '@/lib/reader';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** What a file holds and the proof of it, as JSON. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const record = await readExport(sightOf(viewer), (await params).id);
  const t = await getTranslations('exports');
  const reader = await displayReader();
  if (!record) return apiError(404, 'not_found', t('error.noFile'));
  const href = exportLists[record.list].href(record.query);
  return Response.json(manifestJson(record, { href, origin: env().APP_URL }, reader, reader), {
    headers: { 'cache-control': 'no-store' },
  });
}
