import { getTranslations } from 'next-intl/server';
import { importHref } from '@/components/statements/import-query';
import { apiError } from '@/lib/access/answer';
import { type Viewer, viewerFor } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { log } from '@/lib/log';
import { readAccount } from '@/lib/statements/account.store';
import { LARGEST_FILE_BYTES, LARGEST_FORM_BYTES, type Upload, type UploadRefusal } from '@/lib/statements/upload';
import { keepUpload } from '@/lib/statements/upload.store';

const STATUS = { empty: 422, too_large: 413, too_many: 429 } as const satisfies Record<UploadRefusal, number>;

/** Takes the file in the body, as it comes; `file` is its name, `account` whose it is. A plain form's file as well. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await viewerFor('reconcile');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('statements');
  // A form on a stranger's page could post in a signed-in person's name.
  if (!['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site')))
    return apiError(403, 'forbidden', t('upload.strange'));
  const search = new URL(request.url).searchParams;
  const account = await readAccount(search.get('account') ?? '');
  if (!account) return apiError(404, 'no_such_account', t('upload.noAccount'));
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  try {
    const kept = isForm ? await keepFromForm(request, viewer) : await keepBody(request, viewer, search.get('file'));
    const isKept = typeof kept !== 'string';
    if (isKept) await logged(viewer, uploadDeed(kept, account.id));
    const next = importHref({
      step: isKept ? 'profile' : 'file',
      account: account.id,
      upload: isKept ? kept.id : null,
    });
    if (isForm) return seeOther(isKept ? next : `${next}&refused=${kept}`);
    return isKept ? Response.json({ next }) : apiError(STATUS[kept], kept, t(`refused.${kept}`));
  } catch (error) {
    log.error({ err: error }, 'upload of a statement');
    return apiError(500, 'internal', t('upload.failed'));
  }
}

function uploadDeed({ id, hash }: Upload, account: string) {
  const deed = { action: 'file_uploaded', objectKind: 'upload', objectId: id } as const;
  return { ...deed, detail: { account, sha256: hash } };
}

async function keepBody(request: Request, viewer: Viewer, name: string | null): Promise<Upload | UploadRefusal> {
  if (isOver(request, LARGEST_FILE_BYTES)) return 'too_large';
  if (!request.body) return 'empty';
  return keepUpload(request.body, { name: name ?? '', owner: viewer.id }, new Date());
}

async function keepFromForm(request: Request, viewer: Viewer): Promise<Upload | UploadRefusal> {
  if (isOver(request, LARGEST_FORM_BYTES)) return 'too_large';
  const file = (await request.formData()).get('file');
  if (!(file instanceof File)) return 'empty';
  return keepUpload(file.stream(), { name: file.name, owner: viewer.id }, new Date());
}

function isOver(request: Request, limit: number): boolean {
  return Number(request.headers.get('content-length')) > limit;
}

/** Of this site, whatever it is called from outside. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
