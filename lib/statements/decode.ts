import { said } from '@/lib/language/said';
import { type StatementFile, UnreadableFile } from './statement';
import { isWindows1252, mendWindows1252 } from './windows-1252';

/** Layouts that only make sense as a whole (OFX, XML, JSON) are read up to here. */
export const WHOLE_FILE_MEBIBYTES = 32;
const WHOLE_FILE_BYTES = WHOLE_FILE_MEBIBYTES * 1024 * 1024;
/** Longer lines are no records of anything; their rest is passed over without being kept. */
const LONGEST_LINE_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/** All bytes of a file. Throws UnreadableFile for a larger one than the limit, whatever size it claims. */
export async function readWhole(file: StatementFile): Promise<Uint8Array> {
  const tooLarge = () =>
    new UnreadableFile(said('parsing.file.tooLarge', { file: file.name, most: WHOLE_FILE_MEBIBYTES }));
  if (file.size > WHOLE_FILE_BYTES) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.open()) {
    length += piece.length;
    if (length > WHOLE_FILE_BYTES) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Bytes as text; a byte order mark outranks the encoding. Throws UnreadableFile for unknown or broken encodings. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  const name = markedEncoding(bytes) ?? encoding;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    throw new UnreadableFile(said('parsing.file.unknownEncoding', { encoding: JSON.stringify(name.slice(0, 40)) }));
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new UnreadableFile(said('parsing.file.notEncoding', { encoding: name }));
  }
  if (text.includes('\0')) throw new UnreadableFile(said('parsing.file.zeroByte', { encoding: name }));
  return isWindows1252(decoder.encoding) ? mendWindows1252(text) : text;
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-8 where it is, else Windows-1252, in which every byte means something. */
export function decodeAny(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return mendWindows1252(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** One line of a file without its end. `isCut` where it was longer than can be kept. */
export type Line = { readonly number: number; readonly text: string; readonly isCut: boolean };

/** The lines of a file of single-byte or UTF-8 text, one after the other; no more than one is held at a time. */
export async function* readLines(file: StatementFile): AsyncGenerator<Line> {
  let kept: Uint8Array[] = [];
  let length = 0;
  let isCut = false;
  let number = 0;
  const line = (): Line => {
    const bytes = Buffer.concat(kept);
    const text = decodeAny(bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes);
    const made = { number: ++number, text, isCut };
    if (text.includes('\0')) throw new UnreadableFile(said('parsing.file.lineZeroByte', { line: number }));
    kept = [];
    length = 0;
    isCut = false;
    return made;
  };
  const keep = (piece: Uint8Array) => {
    const room = LONGEST_LINE_BYTES - length;
    if (piece.length > room) isCut = true;
    if (room <= 0) return;
    kept.push(piece.length > room ? piece.slice(0, room) : piece.slice());
    length += Math.min(piece.length, room);
  };
  for await (const bytes of file.open()) {
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      keep(bytes.subarray(from, end));
      yield line();
      from = end + 1;
    }
    keep(bytes.subarray(from));
  }
  if (length > 0) yield line();
}
