import 'server-only';
import { createHash } from 'node:crypto';
import { forgottenIn } from '@/lib/export-kept';
import { readerOf, requestOf } from '@/lib/export-request';
import { areSame, together } from '@/lib/exports/control-totals';
import { type ExportRecord, KEPT_DAYS } from '@/lib/exports/export';
import {
  beginAnew,
  beginMaking,
  cleanUp,
  completeExport,
  failExport,
  keepPiece,
  keptPieces,
  nextExport,
  type Progress,
} from '@/lib/exports/export.store';
import { failureOf } from '@/lib/exports/failure';
import type { FileShape } from '@/lib/exports/file-format';
import { filePieces, type TextFile, textFile, textPieces } from '@/lib/exports/file-pieces';
import { type ExportSnapshot, openSnapshot, WHOLE } from '@/lib/exports/snapshot.store';
import type { Source } from '@/lib/exports/source.store';
import type { JobContext, JobReport } from '@/lib/jobs/job';
import { keptText, said, spoken } from '@/lib/language/said';
import { log } from '@/lib/log';

/** Rows of a piece that is kept: after a crash no more of them are read again. */
const PIECE_ROWS = 20_000;
const PIECE_BYTES = 2 ** 20;

/** Makes the files that wait, the oldest first, and lets go of those whose time is over. */
export async function exportsJob({ now, signal }: JobContext): Promise<JobReport> {
  const removed = await cleanUp(now);
  const counts = { made: 0, failed: 0, removed };
  for (let next = await nextExport(); next && !signal.aborted; next = await nextExport()) {
    const outcome = await made(next.record, next.progress, signal);
    if (outcome === 'done') counts.made++;
    if (outcome === 'failed') counts.failed++;
  }
  const summary = keptText(said('jobs.exported', { made: counts.made, failed: counts.failed }));
  return { outcome: counts.failed > 0 ? 'partial' : 'done', summary, counts };
}

type Outcome = 'done' | 'failed' | 'stopped';

/** What the database refuses fails this file only; where it is away, the file waits for the next run. */
async function made(record: ExportRecord, progress: Progress, signal: AbortSignal): Promise<Outcome> {
  try {
    return await make(record, progress, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    log.error({ err: error, export: record.id }, 'exports: failed');
    await failExport(record.id, failureOf(error), new Date());
    return 'failed';
  }
}

type Making = {
  readonly record: ExportRecord;
  readonly shape: FileShape;
  readonly source: Source;
  readonly snapshot: ExportSnapshot;
  readonly signal: AbortSignal;
};
/** What is written of a file. */
type Written = Progress & { readonly hash: ReturnType<typeof createHash>; readonly bytes: number };
const nothing = (): Written => ({ place: null, pieces: 0, rows: 0, totals: [], hash: createHash('sha256'), bytes: 0 });

async function make(record: ExportRecord, progress: Progress, signal: AbortSignal): Promise<Outcome> {
  const request = requestOf(record, record.requestedAt);
  if ('problems' in request) {
    await failExport(record.id, keptText(said('exports.failure.filterUnread')), new Date());
    return 'failed';
  }
  if ((await forgottenIn(request, new Date())).length > 0) {
    await failExport(record.id, keptText(said('filters.forgotten.title')), new Date());
    return 'failed';
  }
  const source = await request.asked.source({ sight: record.sight, reader: readerOf(record) }, record.columns);
  const snapshot = await openSnapshot();
  try {
    const making = { record, shape: request.shape, source, snapshot, signal };
    const rowsExpected = await snapshot.count(source);
    const resumes = record.startedAt === null ? 0 : record.resumes + 1;
    if (!(await beginMaking(record.id, { mark: snapshot.mark, rowsExpected, resumes }))) return 'stopped';
    const begun = await goneOnWith(making, progress);
    const text = textFile(request.shape);
    const file = text ? await inParts(making, text, begun) : await whole(making, begun);
    if (file === null) return 'stopped';
    const keptUntil = new Date(Date.now() + KEPT_DAYS * 86_400_000);
    const { rows, bytes, totals, hash } = file;
    const proof = { mark: snapshot.mark, rows, bytes, totals, sha256: hash.digest('hex') };
    return (await completeExport(record.id, proof, new Date(), keptUntil)) ? 'done' : 'stopped';
  } finally {
    await snapshot.close();
  }
}

/**
 * What an earlier run has written, if it still holds: where the rows up to its place do not add up to its totals any more,
 * or the file is only whole, it begins anew.
 */
async function goneOnWith(
  { record, shape, source, snapshot }: Making,
  { place, ...progress }: Progress,
): Promise<Written> {
  if (progress.pieces === 0) return nothing();
  const isSame =
    place !== null &&
    textFile(shape) !== null &&
    areSame(await snapshot.totals(source, { after: null, upTo: place, limit: null }), progress.totals);
  if (!isSame) {
    await beginAnew(record.id);
    return nothing();
  }
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of keptPieces(record.id)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { ...progress, place, hash, bytes };
}

/** Part after part, each kept with how far it goes. `null`: it was cancelled, or told to stop. */
async function inParts(making: Making, text: TextFile, begun: Written): Promise<Written | null> {
  const { record, source, snapshot, signal } = making;
  let written = begun;
  for (;;) {
    if (signal.aborted) return null;
    const part = written.pieces === 0 ? [text.head] : [];
    let [rows, last] = [0, written.place];
    const behind = { after: written.place, upTo: null, limit: PIECE_ROWS };
    for await (const piece of textPieces(text, snapshot.read(source, behind))) {
      part.push(piece.bytes);
      rows += piece.rows;
      last = piece.last;
    }
    const bytes = Buffer.concat(part);
    if (bytes.length > 0) {
      const totals = rows === 0 ? [] : await snapshot.totals(source, { ...behind, upTo: last });
      const progress = { place: last, rows: written.rows + rows, totals: together(written.totals, totals) };
      const next = await kept(record.id, { ...written, ...progress }, bytes);
      if (!next) return null;
      written = next;
    }
    if (rows < PIECE_ROWS) return written;
  }
}

/** A file that has to be written in one go. */
async function whole({ record, shape, source, snapshot, signal }: Making, begun: Written): Promise<Written | null> {
  let written: Written | null = begun;
  let rows = 0;
  let waiting: Uint8Array[] = [];
  let size = 0;
  const sheet = spoken(said(`exports.list.${record.list}`), readerOf(record));
  for await (const piece of filePieces(shape, sheet, snapshot.read(source, WHOLE))) {
    rows += piece.rows;
    waiting.push(piece.bytes);
    size += piece.bytes.length;
    if (size < PIECE_BYTES) continue;
    written = signal.aborted ? null : await kept(record.id, { ...written, rows }, Buffer.concat(waiting));
    if (!written) return null;
    [waiting, size] = [[], 0];
  }
  const totals = await snapshot.totals(source, WHOLE);
  return kept(record.id, { ...written, rows, totals }, Buffer.concat(waiting));
}

async function kept(id: string, written: Written, bytes: Uint8Array<ArrayBuffer>): Promise<Written | null> {
  const { hash, pieces: no, ...progress } = written;
  hash.update(bytes);
  if (!(await keepPiece(id, { no, bytes }, progress))) return null;
  return { ...written, pieces: no + 1, bytes: written.bytes + bytes.length };
}
