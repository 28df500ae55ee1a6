import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/env';
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
 * Files between the steps of an import, in DATA_DIR/uploads: the bytes, and beside them a note of what they are. A
 * file's place is made of an id that was drawn here; nothing a client says is ever part of a path.
 */

const ID = /^[A-Za-z0-9_-]{22}$/;
const noteSchema = z.object({
  owner: z.string(),
  name: z.string(),
  size: z.number(),
  hash: z.string(),
  receivedAt: z.string(),
  profile: profileSchema.nullable().catch(null),
});

const folder = () => path.join(/*turbopackIgnore: true*/ env().DATA_DIR, 'uploads');
const bytesPath = (id: string) => path.join(/*turbopackIgnore: true*/ folder(), `${id}.file`);
const notePath = (id: string) => path.join(/*turbopackIgnore: true*/ folder(), `${id}.json`);

/** Keeps a file as it comes, never in memory whole. What is too large leaves nothing behind. */
export async function keepUpload(
  pieces: AsyncIterable<Uint8Array>,
  { name, owner, profile = null }: { name: string; owner: string; profile?: Profile | null },
  now: Date,
): Promise<Upload | UploadRefusal> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  if ((await sweep(now)) >= MOST_WAITING) return 'too_many';
  const id = randomBytes(16).toString('base64url');
  const written = await write(id, pieces).catch(async (error: unknown) => {
    await discard(id);
    throw error;
  });
  if (typeof written === 'string') {
    await discard(id);
    return written;
  }
  const upload: Upload = { id, owner, name: shownFileName(name), ...written, receivedAt: now.toISOString(), profile };
  await note(upload);
  return upload;
}

async function write(
  id: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ size: number; hash: string } | UploadRefusal> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(bytesPath(id), 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      size += piece.byteLength;
      if (size > LARGEST_FILE_BYTES) return 'too_large';
      hash.update(piece);
      await file.writeFile(piece);
    }
  } finally {
    await file.close();
  }
  return size > 0 ? { size, hash: hash.digest('hex') } : 'empty';
}

/** The file of an id, for its owner alone; `null` where there is none, or not any more. */
export async function readUpload(id: string, owner: string): Promise<Upload | null> {
  if (!ID.test(id)) return null;
  const text = await unlessMissing(readFile(notePath(id), 'utf8'));
  if (text === null || !(await unlessMissing(stat(bytesPath(id))))) return null;
  const upload = { id, ...noteSchema.parse(JSON.parse(text)) };
  return upload.owner === owner ? upload : null;
}

/** Keeps how a file shall be read. */
export async function keepUploadProfile(upload: Upload, profile: Profile | null): Promise<void> {
  await note({ ...upload, profile });
}

/** Removes a file that is not needed any more. */
export async function discardUpload({ id }: Upload): Promise<void> {
  await discard(id);
}

/** The file to be read, as often as asked. */
export function fileOf({ id, name, size }: Upload): StatementFile {
  return { name, size, open: () => createReadStream(bytesPath(id)) };
}

/** Written beside and moved into place: a note is there whole or not at all. */
async function note({ id, ...upload }: Upload): Promise<void> {
  const draft = `${notePath(id)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify(upload), { mode: 0o600 });
  await rename(draft, notePath(id));
}

async function discard(id: string): Promise<void> {
  for (const place of [notePath(id), bytesPath(id)]) await rm(place, { force: true });
}

/** Removes what nobody came back for; returns how many files wait. */
async function sweep(now: Date): Promise<number> {
  let waiting = 0;
  for (const name of await readdir(folder())) {
    const place = path.join(/*turbopackIgnore: true*/ folder(), name);
    const found = await unlessMissing(stat(place));
    if (!found) continue;
    if (+now - found.mtimeMs > WAITS_HOURS * 3_600_000) await rm(place, { force: true });
    else if (name.endsWith('.file')) waiting++;
  }
  return waiting;
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
