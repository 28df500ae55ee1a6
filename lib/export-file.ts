import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { apiError } from '@/lib/access/answer';
import { type Sight, sightOf } from '@/lib/access/rights';
import type { Viewer } from '@/lib/access/session';
import { forgottenIn } from '@/lib/export-kept';
import { type ExportRequest, readExportRequest, readerOf } from '@/lib/export-request';
import { type ExportListName, isKept, JOB_ROWS } from '@/lib/exports/export';
import {
  beginStreamed,
  completeExport,
  failExport,
  keptPieces,
  queueExport,
  readExport,
} from '@/lib/exports/export.store';
import { failureOf } from '@/lib/exports/failure';
import { FORMATS } from '@/lib/exports/file-format';
import { filePieces } from '@/lib/exports/file-pieces';
import { fileName } from '@/lib/exports/manifest';
import { countUpTo, type ExportSnapshot, openSnapshot, WHOLE } from '@/lib/exports/snapshot.store';
import { pulledStream } from '@/lib/exports/stream';
import { enqueue } from '@/lib/jobs/queue.store';
import { keptText, type Reader, said, spoken } from '@/lib/language/said';

/** Nobody squeezes it on its way: that would take longer than to read and to write it. */
const CACHE_CONTROL = 'no-store, no-transform';
/** Counting may take this long; what takes longer is made by the job. */
const COUNT_MS = 5_000;

/** A file as the answer to a download, written while it is read: the same rows as the list, in its order, of one moment. */
export function streamedAnswer(request: ExportRequest): Response {
  const { order, requestedAt } = request;
  const id = randomUUID();
  const reading: Reading = { snapshot: null };
  const body = pulledStream(written(id, request, reading), () => reading.snapshot?.interrupt());
  return new Response(body, {
    headers: {
      'content-type': FORMATS[order.format].type,
      'content-disposition': `attachment; filename="${fileName({ ...order, requestedAt })}"`,
      'cache-control': CACHE_CONTROL,
      // The proof of what is in the file, once its last byte was taken.
      'x-export-id': id,
    },
  });
}

/** What a list's own export address answers: the file, or what of the address was not understood. */
export async function exportAnswer(
  list: ExportListName,
  address: URLSearchParams,
  viewer: Viewer,
  reader: Reader,
): Promise<Response | readonly unknown[]> {
  const asker = { sight: sightOf(viewer), requestedBy: viewer.email, reader };
  const request = readExportRequest(asker, list, address, new Date());
  if ('problems' in request) return request.problems;
  const problems = await forgottenIn(request, new Date());
  return problems.length > 0 ? problems : streamedAnswer(request);
}

export type Ordered = { readonly outcome: 'stream' } | { readonly outcome: 'queued'; readonly id: string };

/** Whether a file is small enough to be streamed at once; else a job is asked to make it. */
export async function orderFile(request: ExportRequest, requestedBy: string): Promise<Ordered> {
  const source = await sourceOf(request);
  const rows = await countUpTo(source, JOB_ROWS, COUNT_MS);
  if (rows !== null && rows < JOB_ROWS) return { outcome: 'stream' };
  return { outcome: 'queued', id: await orderJob(request, requestedBy) };
}

/** Asks a job to make a file, however small; resolves to the file's id. */
export async function orderJob({ order, requestedAt }: ExportRequest, requestedBy: string): Promise<string> {
  const id = randomUUID();
  await queueExport({ id, order, requestedAt });
  await enqueue('exports', requestedBy);
  return id;
}

/** A file that a job has made, as the answer to a download; `null` where it is not kept, 403 for whoever sees less than is in it. */
export async function keptAnswer(sight: Sight, id: string, now: Date, reader: Reader): Promise<Response | null> {
  const record = await readExport('clear', id);
  if (!record || !isKept(record, now)) return null;
  if (record.sight === 'clear' && sight === 'masked')
    return apiError(403, 'forbidden', spoken(said('exports.error.masked'), reader));
  return new Response(pulledStream(keptPieces(record.id)), {
    headers: {
      'content-type': FORMATS[record.format].type,
      'content-disposition': `attachment; filename="${fileName(record)}"`,
      'content-length': String(record.bytes),
      'cache-control': CACHE_CONTROL,
      'x-export-id': record.id,
    },
  });
}

/** Where its rows are read, for whoever ordered it. */
function sourceOf({ asked, order }: ExportRequest) {
  return asked.source({ sight: order.sight, reader: readerOf(order) }, order.columns);
}

type Reading = { snapshot: ExportSnapshot | null };

async function* written(id: string, request: ExportRequest, reading: Reading): AsyncGenerator<Uint8Array> {
  const { order, shape, requestedAt } = request;
  await beginStreamed({ id, order, requestedAt });
  const hash = createHash('sha256');
  const wrote = { rows: 0, bytes: 0, isWhole: false, failure: keptText(said('exports.failure.brokenOff')) };
  try {
    const source = await sourceOf(request);
    const snapshot = await openSnapshot();
    reading.snapshot = snapshot;
    const sheet = spoken(said(`exports.list.${order.list}`), readerOf(order));
    for await (const piece of filePieces(shape, sheet, snapshot.read(source, WHOLE))) {
      hash.update(piece.bytes);
      wrote.rows += piece.rows;
      wrote.bytes += piece.bytes.length;
      yield piece.bytes;
    }
    const totals = await snapshot.totals(source, WHOLE);
    const { rows, bytes } = wrote;
    await completeExport(
      id,
      { mark: snapshot.mark, rows, bytes, sha256: hash.digest('hex'), totals },
      new Date(),
      null,
    );
    wrote.isWhole = true;
  } catch (error) {
    wrote.failure = failureOf(error);
    throw error;
  } finally {
    await reading.snapshot?.close();
    if (!wrote.isWhole) await failExport(id, wrote.failure, new Date(), wrote.rows);
  }
}
