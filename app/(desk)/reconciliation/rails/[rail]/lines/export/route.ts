import { apiError } from '@/lib/access/api';
import { currentViewer } from '@/lib/access/session';
import { FILE_FORMATS, fileAnswer, takeFormat } from '@/lib/exports/answer';
import { LINE_COLUMNS } from '@/lib/exports/lines-file';
import { streamLines } from '@/lib/reconciliation/stream.store';
import { isRail, readRailLines } from '../../rail-query';

const CHUNK_ROWS = 2_000;

type Context = { readonly params: Promise<{ readonly rail: string }> };

/** Exactly the lines that the table shows for this query string, all pages of them and in its order, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await currentViewer())) return apiError(401, 'unauthorized', 'Sign in to download this file.');
  const { rail } = await params;
  if (!isRail(rail)) return apiError(404, 'not_found', 'There is no such rail.');
  const search = new URL(request.url).searchParams;
  const format = takeFormat(search);
  if (format === null)
    return apiError(400, 'bad_parameter', [{ parameter: 'format', message: `One of ${FILE_FORMATS.join(', ')}.` }]);
  const { read, problems } = readRailLines(rail, search);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (problems.length > 0) return apiError(400, 'bad_parameter', problems);
  const name = `concilia-${rail}-lines-${new Date().toISOString().slice(0, 10)}`;
  return fileAnswer({ format, name, sheet: 'Lines', columns: LINE_COLUMNS, chunks: streamLines(read, CHUNK_ROWS) });
}
