import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { logged, loggedFile } from '@/lib/audit';
import { orderFile, streamedAnswer } from '@/lib/export-file';
import { forgottenIn } from '@/lib/export-kept';
import { readExportRequest } from '@/lib/export-request';
import { isExportList } from '@/lib/exports/export';
import { displayReader } from '@/lib/reader';

/** The form of a list’s Export: a small file is the answer, of a large one its page is. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('exports');
  const reader = await displayReader();
  const data = await request.formData().catch(() => null); // what is no form is refused as such
  if (!data) return apiError(400, 'bad_body', t('error.noForm'));
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const list = text('list');
  if (!isExportList(list)) return apiError(400, 'bad_parameter', [{ parameter: 'list', message: t('error.noList') }]);
  const address = new URLSearchParams(text('query'));
  for (const name of ['format', 'preset', 'columns']) address.set(name, text(name));
  const asker = { sight: sightOf(viewer), requestedBy: viewer.email, reader };
  const read = readExportRequest(asker, list, address, new Date());
  if ('problems' in read) return apiError(400, 'bad_parameter', read.problems);
  const problems = await forgottenIn(read, new Date());
  if (problems.length > 0) return apiError(400, 'bad_parameter', problems);
  const ordered = await orderFile(read, viewer.email);
  if (ordered.outcome === 'stream') return loggedFile(viewer, streamedAnswer(read), { list });
  const deed = { action: 'file_exported', objectKind: 'export', objectId: ordered.id } as const;
  await logged(viewer, { ...deed, detail: { list, kind: 'ordered' } });
  return new Response(null, { status: 303, headers: { location: `/exports/${ordered.id}` } });
}
