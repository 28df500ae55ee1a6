import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { MAX_LOG_BYTES } from '@/lib/events/acknowledgement';
import { importAccessLog } from '@/lib/import-access-log';
import { log } from '@/lib/log';

/** What the import cannot take. */
class UnusableLog extends Error {
  constructor(
    readonly status: 400 | 413,
    readonly why: 'tooLarge' | 'compressed',
  ) {
    super(why);
  }
}

const TOO_LARGE = new UnusableLog(413, 'tooLarge');
const COMPRESSED = new UnusableLog(400, 'compressed');

/** Imports the access log in the body, as it comes: it is never held in memory whole. `file` is its name. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await viewerFor('repair');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('acknowledgements');
  // A form on a stranger's page could post in a signed-in person's name.
  if (!['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site')))
    return apiError(403, 'forbidden', t('import.error.otherPage'));
  try {
    if (Number(request.headers.get('content-length')) > MAX_LOG_BYTES) throw TOO_LARGE;
    const fileName = new URL(request.url).searchParams.get('file');
    const report = await importAccessLog(bytesOf(request.body), { importedBy: viewer.email, fileName });
    const deed = { action: 'access_log_imported', objectKind: 'list', objectId: 'acknowledgements' } as const;
    await logged(viewer, { ...deed, detail: {} });
    return Response.json(report, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (error instanceof UnusableLog) return apiError(error.status, 'unusable_log', t(`import.error.${error.why}`));
    log.error({ err: error }, 'import of an access log');
    return apiError(500, 'internal', t('import.error.failed'));
  }
}

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const bytes of body ?? []) {
    if (size === 0 && bytes[0] === 0x1f && bytes[1] === 0x8b) throw COMPRESSED;
    size += bytes.byteLength;
    if (size > MAX_LOG_BYTES) throw TOO_LARGE;
    yield bytes;
  }
}
