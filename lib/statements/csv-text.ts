import { said } from '@/lib/language/said';
import type { Profile } from './profile';
import { type StatementFile, UnreadableFile } from './statement';
import { isWindows1252, mendWindows1252 } from './windows-1252';

/** Bytes decoded at a time: bounds memory whatever pieces a file comes in. */
const PIECE = 256 * 1024;

/** The encoding that a byte order mark at the beginning says, with its length; `null` without one. */
export function markedEncoding(start: Uint8Array): { readonly encoding: string; readonly length: number } | null {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/**
 * The text of a file in pieces, every line end written "\n". A byte order mark outranks `encoding`. Throws
 * UnreadableFile naming the line where bytes are none of the encoding.
 */
export async function* decodedText(file: StatementFile, encoding: Profile['encoding']): AsyncGenerator<string> {
  const lines = new LineEnds();
  let decoder: Decoder | null = null;
  for await (const piece of pieces(file.open())) {
    decoder ??= new Decoder(markedEncoding(piece)?.encoding ?? encoding);
    const text = lines.unified(decoder.text(piece, lines));
    if (text !== '') yield text;
  }
  const rest = lines.last(decoder?.end(lines) ?? '');
  if (rest !== '') yield rest;
}

/** Pieces of at most `PIECE` bytes; the first has at least the bytes of a mark, if the file has as many. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array();
  for await (const bytes of source) {
    let whole = bytes;
    if (start) {
      whole = new Uint8Array(start.length + bytes.length);
      whole.set(start);
      whole.set(bytes, start.length);
      start = whole.length < 3 ? whole : null;
      if (start) continue;
    }
    for (let at = 0; at < whole.length; at += PIECE) yield whole.subarray(at, at + PIECE);
  }
  if (start && start.length > 0) yield start;
}

class Decoder {
  private readonly strict: TextDecoder;
  /** Shows where the first wrong byte is; it runs beside the strict one only in the piece that is wrong. */
  constructor(private readonly encoding: string) {
    this.strict = new TextDecoder(encoding, { fatal: true });
  }

  text(piece: Uint8Array, lines: LineEnds): string {
    return this.decoded(() => this.strict.decode(piece, { stream: true }), piece, lines);
  }

  end(lines: LineEnds): string {
    return this.decoded(() => this.strict.decode(), new Uint8Array(), lines);
  }

  private decoded(decode: () => string, piece: Uint8Array, lines: LineEnds): string {
    let text: string;
    try {
      text = isWindows1252(this.encoding) ? mendWindows1252(decode()) : decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const shown = new TextDecoder(this.encoding).decode(piece);
      const line = lines.after(shown.slice(0, Math.max(shown.indexOf('\ufffd'), 0)));
      throw new UnreadableFile(said('parsing.csv.notEncoding', { line, encoding: this.encoding.toUpperCase() }));
    }
    const zero = text.indexOf('\0');
    if (zero < 0) return text;
    const line = lines.after(text.slice(0, zero));
    throw new UnreadableFile(said('parsing.csv.zeroByte', { line, encoding: this.encoding.toUpperCase() }));
  }
}

/** Counts line ends and writes all of them alike, also where "\r" and "\n" came in two pieces. */
class LineEnds {
  private count = 0;
  private endsWithReturn = false;

  unified(piece: string): string {
    if (piece === '') return '';
    let text = this.endsWithReturn ? `\r${piece}` : piece;
    this.endsWithReturn = text.endsWith('\r');
    if (this.endsWithReturn) text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.count += lineEnds(text);
    return text;
  }

  last(piece: string): string {
    const text = this.unified(piece);
    return this.endsWithReturn ? `${text}\n` : text;
  }

  /** The number of the line on which something stands that comes after `text` in this piece. */
  after(text: string): number {
    const whole = this.endsWithReturn ? `\r${text}` : text;
    return this.count + lineEnds(whole.replace(/\r\n?/g, '\n')) + 1;
  }
}

/** How many "\n" a text has. */
export function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
