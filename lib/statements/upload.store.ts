import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { type Profile, profileSchema } from './profile';
import type { StatementFile } from './statement';
import {
  LARGEST_FILE_BYTES,
  MOST_WAITING,
  shownFileName,
  type Upload,
  type UploadRefusal,
  WAITS_HOURS,
} from './upload';

/**
 * Files between the steps of an import, in the database and not on a disk: the next step may be asked of another
 * process, on another machine. An id is drawn here, and only its owner finds the file under it.
 */

const ID = /^[A-Za-z0-9_-]{22}$/;
const PIECE_BYTES = 1024 * 1024;
const profileRead = profileSchema.nullable().catch(null);

/** Keeps a file as it comes, never in memory whole. What is too large leaves nothing behind. */
export async function keepUpload(
  pieces: AsyncIterable<Uint8Array>,
  { name, owner, profile = null }: { name: string; owner: string; profile?: Profile | null },
  now: Date,
): Promise<Upload | UploadRefusal> {
  if ((await sweep(now)) >= MOST_WAITING) return 'too_many';
  const kept = { id: randomBytes(16).toString('base64url'), owner, name: shownFileName(name) };
  await prisma().upload.create({ data: { ...kept, receivedAt: now, profile: profile ?? Prisma.DbNull } });
  const written = await write(kept.id, pieces).catch(async (error: unknown) => {
    await discard(kept.id);
    throw error;
  });
  if (typeof written === 'string') {
    await discard(kept.id);
    return written;
  }
  await prisma().upload.update({ where: { id: kept.id }, data: written });
  return { ...kept, ...written, receivedAt: now.toISOString(), profile };
}

async function write(
  uploadId: string,
  arriving: AsyncIterable<Uint8Array>,
): Promise<{ size: number; hash: string } | UploadRefusal> {
  const hash = createHash('sha256');
  let size = 0;
  let no = 0;
  for await (const bytes of gathered(arriving)) {
    size += bytes.byteLength;
    if (size > LARGEST_FILE_BYTES) return 'too_large';
    hash.update(bytes);
    await prisma().uploadPiece.create({ data: { uploadId, no: no++, bytes } });
  }
  return size > 0 ? { size, hash: hash.digest('hex') } : 'empty';
}

/** The same bytes in pieces of one size, except the last. */
async function* gathered(arriving: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of arriving) {
    parts.push(part);
    size += part.byteLength;
    if (size < PIECE_BYTES) continue;
    const whole = new Uint8Array(Buffer.concat(parts));
    const end = size - (size % PIECE_BYTES);
    for (let from = 0; from < end; from += PIECE_BYTES) yield whole.subarray(from, from + PIECE_BYTES);
    parts = [whole.subarray(end)];
    size -= end;
  }
  if (size > 0) yield new Uint8Array(Buffer.concat(parts));
}

/** The file of an id, for its owner alone; `null` where there is none, or not yet whole, or not any more. */
export async function readUpload(id: string, owner: string): Promise<Upload | null> {
  if (!ID.test(id)) return null;
  const row = await prisma().upload.findUnique({ where: { id } });
  if (row?.owner !== owner || row.size === null || row.hash === null) return null;
  const { name, size, hash, receivedAt, profile } = row;
  const read = profileRead.parse(profile);
  return { id, owner, name, size: Number(size), hash, receivedAt: receivedAt.toISOString(), profile: read };
}

/** Keeps how a file shall be read. */
export async function keepUploadProfile({ id }: Upload, profile: Profile | null): Promise<void> {
  await prisma().upload.updateMany({ where: { id }, data: { profile: profile ?? Prisma.DbNull } });
}

/** Removes a file that is not needed any more. */
export async function discardUpload({ id }: Upload): Promise<void> {
  await discard(id);
}

/** The file to be read, as often as asked. Throws where it was removed meanwhile. */
export function fileOf({ id, name, size }: Upload): StatementFile {
  return { name, size, open: () => piecesOf(id, size) };
}

async function* piecesOf(uploadId: string, size: number): AsyncGenerator<Uint8Array> {
  const read = (no: number) => prisma().uploadPiece.findUnique({ where: { uploadId_no: { uploadId, no } } });
  for (let no = 0; no * PIECE_BYTES < size; no++) {
    const piece = await read(no);
    if (!piece) throw new Error('The file was removed while it was read.');
    yield piece.bytes;
  }
}

async function discard(id: string): Promise<void> {
  await prisma().upload.deleteMany({ where: { id } });
}

/** Removes what nobody came back for; returns how many files wait. */
async function sweep(now: Date): Promise<number> {
  await prisma().upload.deleteMany({ where: { receivedAt: { lt: new Date(+now - WAITS_HOURS * 3_600_000) } } });
  return prisma().upload.count();
}
