import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { prisma } from '@/lib/db';
import { profileSchema } from './profile';
import { MOST_WAITING, shownFileName, type Upload } from './upload';
import { discardUpload, fileOf, keepUpload, keepUploadProfile, readUpload } from './upload.store';

/** Files that wait between the steps of an import. */

beforeEach(() => prisma().upload.deleteMany());

const NOW = new Date();
const ANA = 'ana';
const MEBIBYTE = 1024 * 1024;

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}
const kept = async (text = 'a;b\n', name = 'march.csv') =>
  (await keepUpload(pieces(text), { name, owner: ANA }, NOW)) as Upload;

async function bytesOf(upload: Upload): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const piece of fileOf(upload).open()) read.push(piece);
  return Buffer.concat(read);
}

async function isNothingLeft(): Promise<boolean> {
  return (await prisma().upload.count()) + (await prisma().uploadPiece.count()) === 0;
}

test('a file is kept as it came, with its hash, for its owner alone', async () => {
  const upload = await keepUpload(pieces('one;', 'two'), { name: 'march.csv', owner: ANA }, NOW);
  if (typeof upload === 'string') throw new Error(upload);
  expect(upload).toMatchObject({ size: 7, hash: createHash('sha256').update('one;two').digest('hex') });
  expect((await bytesOf(upload)).toString()).toBe('one;two');
  expect((await bytesOf(upload)).toString()).toBe('one;two'); // as often as asked
  expect(await readUpload(upload.id, ANA)).toEqual(upload);
  expect(await readUpload(upload.id, 'ben')).toBeNull();
});

test.each([[[MEBIBYTE]], [[MEBIBYTE - 1, 1, 1]], [[3 * MEBIBYTE + 7, 5]], [[1, 2 * MEBIBYTE]]])(
  'whatever pieces it comes in, %j bytes of them, it is the same file',
  async (sizes) => {
    const parts = sizes.map((size, i) => Buffer.alloc(size, `${i} piece ${size} `));
    const upload = (await keepUpload(
      (async function* () {
        yield* parts;
      })(),
      { name: 'x', owner: ANA },
      NOW,
    )) as Upload;
    const whole = Buffer.concat(parts);
    expect(upload.hash).toBe(createHash('sha256').update(whole).digest('hex'));
    expect((await bytesOf(upload)).equals(whole)).toBe(true);
  },
);

test('a name holds no path, and an id that was not drawn here finds nothing', async () => {
  const upload = await kept('x', '../../etc/passwd');
  expect(upload.name).toBe('passwd');
  for (const id of ['../../etc/passwd', '', `${upload.id}.json`, `../uploads/${upload.id}`, 'a'.repeat(22)])
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
  expect(await isNothingLeft()).toBe(true);
  await expect(bytesOf(upload)).rejects.toThrow('removed');
});

test('an empty file, one that is too large and one that breaks off leave nothing behind', async () => {
  expect(await keepUpload(pieces(), { name: 'x', owner: ANA }, NOW)).toBe('empty');
  const mebibyte = new Uint8Array(MEBIBYTE);
  const endless = async function* () {
    for (;;) yield mebibyte;
  };
  expect(await keepUpload(endless(), { name: 'x', owner: ANA }, NOW)).toBe('too_large');
  const broken = async function* () {
    yield mebibyte;
    throw new Error('gone');
  };
  await expect(keepUpload(broken(), { name: 'x', owner: ANA }, NOW)).rejects.toThrow('gone');
  expect(await isNothingLeft()).toBe(true);
});

test('a file that is still arriving is nobody’s yet', async () => {
  let id = '';
  const arriving = async function* () {
    yield new Uint8Array(MEBIBYTE);
    id = (await prisma().upload.findFirstOrThrow()).id;
    expect(await readUpload(id, ANA)).toBeNull();
    yield new Uint8Array(1);
  };
  await keepUpload(arriving(), { name: 'x', owner: ANA }, NOW);
  expect(await readUpload(id, ANA)).toMatchObject({ size: MEBIBYTE + 1 });
});

test('so many wait and no more, until one is a day old', async () => {
  const uploads = await Promise.all(Array.from({ length: MOST_WAITING }, (_, i) => kept(`file ${i}`)));
  expect(await kept()).toBe('too_many');
  const [oldest] = uploads;
  const receivedAt = new Date(+NOW - 25 * 3_600_000);
  await prisma().upload.update({ where: { id: oldest?.id ?? '' }, data: { receivedAt } });
  expect(await kept()).toMatchObject({ name: 'march.csv' });
  expect(await readUpload(oldest?.id ?? '', ANA)).toBeNull();
});
