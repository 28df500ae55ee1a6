import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { streamEntries } from '@/lib/audit/list.store';
import { readAuditQuery } from '@/lib/audit/query';
import { AUDIT_FORMATS, type AuditFormat, isAuditFormat } from '@/lib/exports/audit-file';
import { pulledStream } from '@/lib/exports/stream';
import { type Reader, said, spoken } from '@/lib/language/said';
import { displayZone } from '@/lib/preferences';
import { displayReader } from '@/lib/reader';
import { withKeptTexts } from '@/lib/search-kept.store';
import { boundsOf, KEPT_FILTERS } from '../bounds';

const CHUNK_ROWS = 1_000;

/** Every entry that the page shows for this query string, as `format`: csv or jsonl. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('audit');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('audit');
  const reader = await displayReader();
  const search = new URL(request.url).searchParams;
  const format = search.get('format') ?? 'csv';
  search.delete('format');
  if (!isAuditFormat(format)) return apiError(400, 'bad_parameter', t('refused.format'));
  const { filters: asked, ignored } = readAuditQuery(search);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (ignored.length > 0) {
    return apiError(400, 'bad_parameter', t('refused.unread', { names: ignored.join(', ').slice(0, 200) }));
  }
  const filters = await withKeptTexts(asked, KEPT_FILTERS);
  if (filters === null) return apiError(400, 'bad_parameter', spoken(said('filters.forgotten.title'), reader));
  const entries = streamEntries(boundsOf(filters, await displayZone()), CHUNK_ROWS);
  const day = new Date().toISOString().slice(0, 10);
  const file = new Response(pulledStream(textOf(entries, AUDIT_FORMATS[format], reader)), {
    headers: {
      'content-type': AUDIT_FORMATS[format].type,
      'content-disposition': `attachment; filename="concilia-audit-${day}.${format}"`,
      'cache-control': 'no-store',
    },
  });
  return loggedFile(viewer, file, { objectKind: 'list', objectId: 'audit', list: 'audit' });
}

async function* textOf(
  chunks: ReturnType<typeof streamEntries>,
  { head, rows }: AuditFormat,
  reader: Reader,
): AsyncGenerator<string> {
  const first = head(reader);
  if (first !== '') yield first;
  for await (const entries of chunks) yield rows(entries);
}
