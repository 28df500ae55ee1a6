import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { env } from '@/lib/env';
import { exportLists } from '@/lib/export-lists';
import { readExport } from '@/lib/exports/export.store';
import { manifestJson } from '@/lib/exports/manifest';
import { readerOf } from '@/lib/language/translator';
import { displayReader } from '@/lib/reader';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** The manifest of a file; its state says whether it can be had. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return apiAnswer(request, 'export', async (caller) => {
    const record = await readExport(sightOf(caller), (await params).id);
    const t = await getTranslations('exports');
    const reader = await displayReader();
    if (!record) return apiError(404, 'not_found', t('error.noFile'));
    const href = exportLists[record.list].href(record.query);
    return Response.json(manifestJson(record, { href, origin: env().APP_URL }, reader, readerOf('en', 'UTC')));
  });
}
