import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { viewerFor } from '@/lib/access/session';
import { loggedFile } from '@/lib/audit';
import { exportAnswer } from '@/lib/export-file';
import { displayReader } from '@/lib/reader';
import { LEG_LIST, writeViewQuery } from '@/lib/reconciliation/view-query';
import { spokenProblems } from '@/lib/spoken-problems';
import { isRail, readRailLegs } from '../rail-query';

type Context = { readonly params: Promise<{ readonly rail: string }> };

/** Exactly the legs that the table shows for this query string, all pages of them and in its order, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await viewerFor('export');
  if (viewer instanceof Response) return viewer;
  const { rail } = await params;
  if (!isRail(rail)) {
    const t = await getTranslations('reconciliation');
    return apiError(404, 'not_found', t('rail.missing'));
  }
  const search = new URL(request.url).searchParams;
  const own = ['format', 'preset', 'columns'].flatMap((name) => search.getAll(name).map((text) => [name, text]));
  for (const [name] of own) if (name) search.delete(name);
  const { read, problems } = readRailLegs(rail, search);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (problems.length > 0) return apiError(400, 'bad_parameter', await spokenProblems(problems));
  const { filters, sort } = read;
  const address = new URLSearchParams([...writeViewQuery(LEG_LIST, { filters, sort }), ...own]);
  const answer = await exportAnswer('legs', address, viewer, await displayReader());
  if (!(answer instanceof Response)) return apiError(400, 'bad_parameter', answer);
  return loggedFile(viewer, answer, { list: 'legs' });
}
