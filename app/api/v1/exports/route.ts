import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { logged } from '@/lib/audit';
import { env } from '@/lib/env';
import { orderJob } from '@/lib/export-file';
import { exportLists } from '@/lib/export-lists';
import { readExportRequest } from '@/lib/export-request';
import { type ExportRecord, isExportList } from '@/lib/exports/export';
import { latestExports } from '@/lib/exports/export.store';
import { manifestJson } from '@/lib/exports/manifest';
import { orderBody } from '@/lib/exports/order-body';
import type { Reader } from '@/lib/language/said';
import { readerOf } from '@/lib/language/translator';
import { displayReader } from '@/lib/reader';

const LISTED = 100;

function manifest(record: ExportRecord, reader: Reader) {
  const href = exportLists[record.list].href(record.query);
  return manifestJson(record, { href, origin: env().APP_URL }, reader, readerOf('en', 'UTC'));
}

/** The latest files with their manifests, newest first: `{data}`. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'export', async (caller) => {
    const [records, reader] = await Promise.all([latestExports(sightOf(caller), LISTED), displayReader()]);
    return Response.json({ data: records.map((record) => manifest(record, reader)) });
  });
}

/** Asks for a file: `{id}`, to be looked at under `/api/v1/exports/<id>` until its state is done. */
export function POST(request: Request): Promise<Response> {
  return apiAnswer(request, 'export', async (caller) => {
    const body = orderBody.safeParse(await request.json().catch(() => null)); // what is no JSON is refused as such below
    if (!body.success) return apiError(400, 'bad_body', z.prettifyError(body.error));
    const { list, query, format, preset, columns } = body.data;
    const t = await getTranslations('exports');
    const reader = await displayReader();
    if (!isExportList(list)) return apiError(400, 'bad_parameter', [{ parameter: 'list', message: t('error.noList') }]);
    const address = new URLSearchParams(query);
    for (const [name, text] of Object.entries({ format, preset, columns: columns.join(',') })) address.set(name, text);
    const asker = { sight: sightOf(caller), requestedBy: caller.email, reader };
    const read = readExportRequest(asker, list, address, new Date());
    if ('problems' in read) return apiError(400, 'bad_parameter', read.problems);
    const id = await orderJob(read, caller.email);
    const deed = { action: 'file_exported', objectKind: 'export', objectId: id } as const;
    await logged(caller, { ...deed, detail: { list, kind: 'ordered' } });
    return Response.json({ id }, { status: 202 });
  });
}
