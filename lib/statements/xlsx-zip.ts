import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { said } from '@/lib/language/said';
import { type StatementFile, UnreadableFile } from './statement';

const MAX_COMPRESSED_BYTES = 50 * 1024 * 1024;
const MAX_BYTES = 300 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const PIECE = 16 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const OLE2 = 0xe011cfd0;

type Entry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
};

/** The file in memory. Throws UnreadableFile where it is larger than any workbook of a bank. */
export async function compressedBytes(file: StatementFile): Promise<Buffer> {
  const tooLarge = () => new UnreadableFile(said('parsing.xlsx.tooLarge'));
  if (file.size > MAX_COMPRESSED_BYTES) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.open()) {
    size += piece.length;
    if (size > MAX_COMPRESSED_BYTES) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * The files inside a workbook. What they say about their size is checked before anything is inflated, and counted again
 * while inflating: 300 MiB for all that is read. Throws UnreadableFile on anything else than a whole, open workbook.
 */
export class Zip {
  private readonly entries: ReadonlyMap<string, Entry>;
  private inflated = 0;

  constructor(private readonly bytes: Buffer) {
    if (bytes.length >= 4 && bytes.readUInt32LE(0) === OLE2) {
      throw new UnreadableFile(said('parsing.xlsx.passwordOrOld'));
    }
    this.entries = readDirectory(bytes);
    let size = 0;
    for (const entry of this.entries.values()) size += entry.size;
    if (size > MAX_BYTES) throw new UnreadableFile(said('parsing.xlsx.tooLargeUnpacked'));
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The text of a file inside in pieces. */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8');
    for await (const piece of this.inflate(name)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }

  private async *inflate(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new UnreadableFile(said('parsing.xlsx.missing', { part: name }));
    if (entry.isEncrypted) throw new UnreadableFile(said('parsing.xlsx.password'));
    const data = dataOf(this.bytes, entry);
    let size = 0;
    let crc = 0;
    for await (const piece of entry.method === 0 ? slices(data) : inflated(data, entry)) {
      size += piece.length;
      this.inflated += piece.length;
      if (size > entry.size) throw broken(entry, 'larger');
      if (this.inflated > MAX_BYTES) throw broken(entry, 'unpacked');
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc) throw broken(entry, 'damaged');
  }
}

type Flaw = 'larger' | 'unpacked' | 'damaged' | 'packed' | 'place' | 'cut' | 'twice';

function broken({ name }: { readonly name: string }, reason: Flaw): UnreadableFile {
  return new UnreadableFile(said('parsing.xlsx.broken', { part: name, reason }));
}

function* slices(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
}

async function* inflated(data: Buffer, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.method !== 8) throw broken(entry, 'packed');
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  const source = Readable.from(slices(data), { objectMode: false });
  source.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_|^ERR_/.test(String(error.code))) {
      throw broken(entry, 'damaged');
    }
    throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function dataOf(bytes: Buffer, entry: Entry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw broken(entry, 'place');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.compressed > bytes.length) throw broken(entry, 'cut');
  return bytes.subarray(start, start + entry.compressed);
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new UnreadableFile(said('parsing.xlsx.tooManyFiles', { most: MAX_ENTRIES }));
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) throw new UnreadableFile(said('parsing.xlsx.brokenTable'));
    const next = at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) throw new UnreadableFile(said('parsing.xlsx.brokenTable'));
    const entry = readEntry(bytes, at);
    // Names of workbook parts have no case.
    if (entries.has(entry.name.toLowerCase())) throw broken(entry, 'twice');
    entries.set(entry.name.toLowerCase(), entry);
    at = next;
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number): Entry {
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30));
  const wide = wideFields(extra);
  // Where 32 bits do not suffice, the field says so and the wide ones follow in this order.
  const field = (offset: number) => {
    const value = bytes.readUInt32LE(at + offset);
    return value === 0xffffffff ? Number(wide.shift() ?? value) : value;
  };
  const size = field(24);
  const compressed = field(20);
  const offset = field(42);
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  const name = bytes.toString('utf8', at + 46, nameEnd);
  return {
    name,
    isEncrypted,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressed,
    size,
    offset,
  };
}

function wideFields(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const data = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(data.length / 8) }, (_, i) => data.readBigUInt64LE(i * 8));
  }
  return [];
}

/** The end of the table of contents is the last thing in the file, but for a comment. */
function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new UnreadableFile(said('parsing.xlsx.none'));
}
