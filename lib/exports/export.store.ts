import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { keptText, said } from '@/lib/language/said';
import type { Export, Prisma } from '@/prisma/generated/client';
import type { ControlTotal, ExportOrder, ExportRecord } from './export';
import type { Place } from './snapshot.store';

/** The book of files: what was handed over, what is being made, and the bytes of what is kept. */

type Start = { readonly id: string; readonly order: ExportOrder; readonly requestedAt: Date };

/** Writes down a file that is streamed at once. */
export async function beginStreamed({ id, order, requestedAt }: Start): Promise<void> {
  const data = { id, ...order, columns: [...order.columns], requestedAt };
  await prisma().export.create({ data: { ...data, state: 'running', isStreamed: true, startedAt: requestedAt } });
}

/** Writes down a file that a job is to make. */
export async function queueExport({ id, order, requestedAt }: Start): Promise<void> {
  const data = { id, ...order, columns: [...order.columns], requestedAt };
  await prisma().export.create({ data: { ...data, state: 'queued', isStreamed: false } });
}

export type Proof = {
  readonly mark: bigint | null;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly totals: readonly ControlTotal[];
};

/** The file is whole; `keptUntil` where its bytes are in the store. `false`: it was cancelled in the meantime. */
export async function completeExport(
  id: string,
  { mark, rows, bytes, sha256, totals }: Proof,
  endedAt: Date,
  keptUntil: Date | null,
): Promise<boolean> {
  const { count } = await prisma().export.updateMany({
    where: { id, state: 'running' },
    data: {
      ...{ state: 'done', mark, rowsWritten: rows, bytes, sha256, totals: totalsJson(totals), endedAt, keptUntil },
      cursor: null,
    },
  });
  return count > 0;
}

/** It is over without being whole. What was written of it so far is said, and its bytes go. */
export async function failExport(id: string, failure: string, endedAt: Date, rowsWritten?: number): Promise<void> {
  const wrote = rowsWritten === undefined ? {} : { rowsWritten };
  await prisma().$transaction([
    prisma().export.updateMany({
      where: { id, state: { in: ['queued', 'running'] } },
      data: { state: 'failed', failure, endedAt, cursor: null, ...wrote },
    }),
    prisma().exportChunk.deleteMany({ where: { exportId: id } }),
  ]);
}

/** Takes back a file that is not done yet. `false`: it was over already. */
export async function cancelExport(id: string, endedAt: Date): Promise<boolean> {
  const { count } = await prisma().export.updateMany({
    where: { id, isStreamed: false, state: { in: ['queued', 'running'] } },
    data: { state: 'cancelled', endedAt, cursor: null },
  });
  if (count > 0) await prisma().exportChunk.deleteMany({ where: { exportId: id } });
  return count > 0;
}

/** The latest files, newest first. */
export async function latestExports(sight: Sight, limit: number): Promise<ExportRecord[]> {
  const rows = await prisma().export.findMany({ orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }], take: limit });
  return seen(sight, rows.map(recordOf));
}

export async function readExport(sight: Sight, id: string): Promise<ExportRecord | null> {
  if (!/^[\w-]{1,64}$/.test(id)) return null;
  const row = await prisma().export.findUnique({ where: { id } });
  return row && seen(sight, recordOf(row));
}

/** Where a file stands that a job makes: the place of its last row, and how many pieces are kept. */
export type Progress = {
  readonly place: Place | null;
  readonly pieces: number;
  readonly rows: number;
  readonly totals: readonly ControlTotal[];
};

/** The oldest file that is not made yet, with how far it came before whoever made it went away. */
export async function nextExport(): Promise<{ record: ExportRecord; progress: Progress } | null> {
  const row = await prisma().export.findFirst({
    where: { isStreamed: false, state: { in: ['queued', 'running'] } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  });
  if (!row) return null;
  const record = recordOf(row);
  const pieces = await prisma().exportChunk.count({ where: { exportId: row.id } });
  const place = row.cursor === null ? null : (JSON.parse(row.cursor) as Place);
  return { record, progress: { place, pieces, rows: record.rowsWritten, totals: record.totals } };
}

/** A job begins or goes on with it. */
export async function beginMaking(id: string, change: { mark: bigint | null; rowsExpected: number; resumes: number }) {
  const { count } = await prisma().export.updateMany({
    where: { id, state: { in: ['queued', 'running'] } },
    data: { state: 'running', ...change, startedAt: new Date() },
  });
  return count > 0;
}

/** Forgets what was made of it. */
export async function beginAnew(id: string): Promise<void> {
  await prisma().$transaction([
    prisma().exportChunk.deleteMany({ where: { exportId: id } }),
    prisma().export.updateMany({ where: { id }, data: { cursor: null, rowsWritten: 0, totals: [], bytes: null } }),
  ]);
}

/** Keeps a piece, and how far the file is with it, in one commit. `false`: it was cancelled in the meantime. */
export function keepPiece(
  id: string,
  piece: { readonly no: number; readonly bytes: Uint8Array<ArrayBuffer> },
  progress: Omit<Progress, 'pieces'>,
): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.export.updateMany({
      where: { id, state: 'running' },
      data: {
        cursor: progress.place && JSON.stringify(progress.place),
        rowsWritten: progress.rows,
        totals: totalsJson(progress.totals),
      },
    });
    if (count > 0) await tx.exportChunk.create({ data: { exportId: id, ...piece } });
    return count > 0;
  });
}

/** The kept pieces of a file, in order, one at a time. */
export async function* keptPieces(id: string): AsyncGenerator<Uint8Array> {
  for (let no = 0; ; no++) {
    const piece = await prisma().exportChunk.findUnique({ where: { exportId_no: { exportId: id, no } } });
    if (!piece) return;
    yield piece.bytes;
  }
}

/** Whoever streamed these is long gone: nobody reads a file for a day. */
const STALE_HOURS = 24;

/** Lets go of bytes whose time is over, and of streams that nobody can be reading any more. */
export async function cleanUp(now: Date): Promise<number> {
  const since = new Date(+now - STALE_HOURS * 3_600_000);
  await prisma().export.updateMany({
    where: { isStreamed: true, state: 'running', requestedAt: { lt: since } },
    data: { state: 'failed', failure: keptText(said('exports.failure.processEnded')), endedAt: now },
  });
  return prisma().$executeRaw`
    DELETE FROM export_chunks c USING exports e
    WHERE e.id = c.export_id AND (e.kept_until < ${now} OR e.state IN ('failed', 'cancelled'))`;
}

function totalsJson(totals: readonly ControlTotal[]): Prisma.InputJsonValue {
  return totals.map((total) => ({ ...total }));
}

function recordOf({ mark, rowsExpected, rowsWritten, bytes, cursor: _, ...row }: Export): ExportRecord {
  return {
    ...(row as unknown as ExportRecord),
    mark: mark === null ? null : String(mark),
    rowsExpected: rowsExpected === null ? null : Number(rowsExpected),
    rowsWritten: Number(rowsWritten),
    bytes: bytes === null ? null : Number(bytes),
  };
}
