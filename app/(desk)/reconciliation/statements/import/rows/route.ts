import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { statementRowLines, statementRowsHeader } from '@/lib/exports/statement-rows-csv';
import { pulledStream } from '@/lib/exports/stream';
import type { Reader } from '@/lib/language/said';
import { proposeProfile } from '@/lib/propose-profile';
import { displayReader } from '@/lib/reader';
import { readAccount } from '@/lib/statements/account.store';
import { classifyStatement } from '@/lib/statements/import.store';
import { fileOf, readUpload } from '@/lib/statements/upload.store';

const CHUNK_ROWS = 2_000;

/** Every row of a waiting file with what an import would make of it, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('reconcile');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('statements');
  const search = new URL(request.url).searchParams;
  const account = await readAccount(search.get('account') ?? '');
  const upload = await readUpload(search.get('upload') ?? '', viewer.id);
  if (!account || !upload) return apiError(404, 'not_found', t('import.rowsNotHere'));
  const file = fileOf(upload);
  const profile = upload.profile ?? (await proposeProfile(file, account)).profile;
  if (!profile) return apiError(422, 'unreadable', t('import.unknownLayout'));
  const rows = classifyStatement({ account, file, profile }, CHUNK_ROWS);
  const csv = new Response(pulledStream(csvOf(rows, await displayReader())), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="concilia-statement-rows.csv"',
      'cache-control': 'no-store',
    },
  });
  return loggedFile(viewer, csv, { objectKind: 'upload', objectId: upload.id, list: 'statement rows' });
}

async function* csvOf(chunks: ReturnType<typeof classifyStatement>, reader: Reader): AsyncGenerator<string> {
  yield statementRowsHeader(reader);
  for await (const rows of chunks) yield statementRowLines(rows, reader);
}
