import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { profileSchema } from './profile';
import { MOST_WAITING, shownFileName, type Upload } from './upload';
import { discardUpload, fileOf, keepUpload, keepUploadProfile, readUpload } from './upload.store';

/** Files that wait between the steps of an import. */

const home = mkdtempSync(path.join(tmpdir(), 'concilia-uploads-'));
process.env.DATA_DIR = home;
const folder = path.join(home, 'uploads');

beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const NOW = new Date();
const ANA = 'ana';

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}
const kept = async (text = 'a;b\n', name = 'march.csv') =>
  (await keepUpload(pieces(text), { name, owner: ANA }, NOW)) as Upload;

test('a file is kept as it came, with its hash, for its owner alone', async () => {
  const upload = await keepUpload(pieces('one;', 'two'), { name: 'march.csv', owner: ANA }, NOW);
  if (typeof upload === 'string') throw new Error(upload);
  expect(upload).toMatchObject({ size: 7, hash: createHash('sha256').update('one;two').digest('hex') });
  const bytes: Uint8Array[] = [];
  for await (const piece of fileOf(upload).open()) bytes.push(piece);
  expect(Buffer.concat(bytes).toString()).toBe('one;two');
  expect(await readUpload(upload.id, ANA)).toEqual(upload);
  expect(await readUpload(upload.id, 'ben')).toBeNull();
});

test('nothing that a client says is part of a path', async () => {
  const upload = await kept('x', '../../etc/passwd');
  expect(upload.name).toBe('passwd');
  expect(readdirSync(folder).every((name) => name.startsWith(upload.id))).toBe(true);
  for (const id of ['../../etc/passwd', '', `${upload.id}.json`, `../uploads/${upload.id}`])
    expect(await readUpload(id, ANA)).toBeNull();
  expect(shownFileName('C:\\bank\\m\u0000.csv')).toBe('m\ufffd.csv');
});

test('how it shall be read waits with it, and both go together', async () => {
  const upload = await kept();
  const profile = profileSchema.parse({ format: 'csv', zone: 'UTC' });
  await keepUploadProfile(upload, profile);
  expect((await readUpload(upload.id, ANA))?.profile).toEqual(profile);
  await discardUpload(upload);
  expect(await readUpload(upload.id, ANA)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('an empty file, one that is too large and one that breaks off leave nothing behind', async () => {
  expect(await keepUpload(pieces(), { name: 'x', owner: ANA }, NOW)).toBe('empty');
  const mebibyte = new Uint8Array(1024 * 1024);
  const endless = async function* () {
    for (;;) yield mebibyte;
  };
  expect(await keepUpload(endless(), { name: 'x', owner: ANA }, NOW)).toBe('too_large');
  const broken = async function* () {
    yield mebibyte;
    throw new Error('gone');
  };
  await expect(keepUpload(broken(), { name: 'x', owner: ANA }, NOW)).rejects.toThrow('gone');
  expect(readdirSync(folder)).toEqual([]);
});

test('so many wait and no more, until one is a day old', async () => {
  const uploads = await Promise.all(Array.from({ length: MOST_WAITING }, (_, i) => kept(`file ${i}`)));
  expect(await kept()).toBe('too_many');
  const [oldest] = uploads;
  const yesterday = new Date(+NOW - 25 * 3_600_000);
  for (const ending of ['file', 'json']) utimesSync(path.join(folder, `${oldest?.id}.${ending}`), yesterday, yesterday);
  expect(await kept()).toMatchObject({ name: 'march.csv' });
  expect(await readUpload(oldest?.id ?? '', ANA)).toBeNull();
});
