import 'server-only';
import Cursor from 'pg-cursor';
import { exportPool } from '@/lib/db';
import { exceptionExport, exceptionRow } from './exception-view.store';
import type { ExceptionRow, LegRow, LineRow } from './view';
import { legExport, lineExport } from './view.store';
import type { ExceptionQuery, LegQuery, LineQuery } from './view-query';

/** Every leg of a filter in the list's order, in chunks: pulled, so that leaving early frees the connection. */
export function streamLegs(query: Pick<LegQuery, 'filters' | 'sort'>, chunkSize: number): AsyncGenerator<LegRow[]> {
  return pulled(legExport(query), chunkSize);
}

/** The same of lines. */
export function streamLines(query: Pick<LineQuery, 'filters' | 'sort'>, chunkSize: number): AsyncGenerator<LineRow[]> {
  return pulled(lineExport(query), chunkSize);
}

/** The same of exceptions. */
export async function* streamExceptions(
  query: Pick<ExceptionQuery, 'filters' | 'sort'>,
  now: Date,
  chunkSize: number,
): AsyncGenerator<ExceptionRow[]> {
  const chunks = pulled<Parameters<typeof exceptionRow>[0]>(exceptionExport(query, now), chunkSize);
  for await (const rows of chunks) yield rows.map(exceptionRow);
}

type Statement = { readonly text: string; readonly values: unknown[] };

async function* pulled<Row>({ text, values }: Statement, chunkSize: number): AsyncGenerator<Row[]> {
  const client = await exportPool().connect();
  const cursor = client.query(new Cursor<{ row: Row }>(text, values));
  try {
    for (let rows = await cursor.read(chunkSize); rows.length > 0; rows = await cursor.read(chunkSize))
      yield rows.map(({ row }) => row);
  } finally {
    await cursor.close().finally(() => client.release());
  }
}
