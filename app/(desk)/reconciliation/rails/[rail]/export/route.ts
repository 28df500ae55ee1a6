import { apiError } from '@/lib/access/api';
import { currentViewer } from '@/lib/access/session';
import { FILE_FORMATS, fileAnswer, takeFormat } from '@/lib/exports/answer';
import { type ExportedLeg, exportedLeg, LEG_COLUMNS } from '@/lib/exports/legs-file';
import { besideLegs } from '@/lib/reconciliation/beside.store';
import { streamLegs } from '@/lib/reconciliation/stream.store';
import type { LegQuery } from '@/lib/reconciliation/view-query';
import { isRail, readRailLegs } from '../rail-query';

const CHUNK_ROWS = 1_000;

type Context = { readonly params: Promise<{ readonly rail: string }> };

/** Exactly the legs that the table shows for this query string, all pages of them and in its order, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await currentViewer())) return apiError(401, 'unauthorized', 'Sign in to download this file.');
  const { rail } = await params;
  if (!isRail(rail)) return apiError(404, 'not_found', 'There is no such rail.');
  const search = new URL(request.url).searchParams;
  const format = takeFormat(search);
  if (format === null)
    return apiError(400, 'bad_parameter', [{ parameter: 'format', message: `One of ${FILE_FORMATS.join(', ')}.` }]);
  const { read, problems } = readRailLegs(rail, search);
  // A file must not be wider than the filter that was meant: what cannot be read refuses the whole.
  if (problems.length > 0) return apiError(400, 'bad_parameter', problems);
  const today = new Date().toISOString().slice(0, 10);
  const name = `concilia-${rail}-legs-${today}`;
  return fileAnswer({ format, name, sheet: 'Legs', columns: LEG_COLUMNS, chunks: chunksOf(read) });
}

async function* chunksOf(query: LegQuery): AsyncGenerator<ExportedLeg[]> {
  for await (const legs of streamLegs(query, CHUNK_ROWS)) {
    const beside = await besideLegs(
      legs.map(({ id }) => id),
      query.filters.book ?? 'bank',
    );
    yield legs.map((leg) => exportedLeg(leg, beside));
  }
}
