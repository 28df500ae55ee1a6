import { getTranslations } from 'next-intl/server';
import { readDifferenceQuery } from '@/components/webhooks/difference-query';
import { apiError } from '@/lib/access/answer';
import { type Sight, sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { differencesHeader, differencesLines } from '@/lib/exports/differences-csv';
import { pulledStream } from '@/lib/exports/stream';
import type { Reader } from '@/lib/language/said';
import type { DifferenceFilters } from '@/lib/lists/difference';
import { streamDifferences } from '@/lib/lists/difference.store';
import { displayReader } from '@/lib/reader';

/** Rows read and written at once. */
const CHUNK_ROWS = 1_000;

/** Every difference that the page shows for this query string, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('acknowledgements');
  const { filters, ignored } = readDifferenceQuery(new URL(request.url).searchParams);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (ignored.length > 0)
    return apiError(400, 'bad_parameter', t('lists.badParameter', { names: ignored.join(', ').slice(0, 200) }));
  const day = new Date().toISOString().slice(0, 10);
  const file = new Response(pulledStream(csvOf(sightOf(viewer), filters, await displayReader())), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="concilia-list-differences-${day}.csv"`,
      'cache-control': 'no-store',
    },
  });
  return loggedFile(viewer, file, { objectKind: 'list', objectId: 'differences', list: 'differences' });
}

async function* csvOf(sight: Sight, filters: DifferenceFilters, reader: Reader): AsyncGenerator<string> {
  yield differencesHeader(reader);
  for await (const rows of streamDifferences(sight, filters, CHUNK_ROWS)) yield differencesLines(rows, reader);
}
