import { type Said, said } from '@/lib/language/said';
import { ToldFailure } from './failure';
import { type Json, readJson } from './json';

/** A document is not what it should be; the sentence says how, and quotes nothing of it. */
export class RowsFlaw extends ToldFailure {}

/** The rows of a list while it is being read. `beside` is complete once they have all been taken. */
export type Rows = AsyncIterable<Uint8Array<ArrayBuffer>> & {
  /** The texts, numbers and words beside the array and around it, by their path: `next`, `payload.last`. */
  readonly beside: ReadonlyMap<string, Json>;
};

const LONGEST_ROW = 1024 * 1024;
const LONGEST_SCALAR = 64 * 1024;
/** Far deeper than any provider's row; one that a reader finds too deep is for that reader to say. */
const MAX_DEPTH = 512;

/**
 * The elements of the array at `path` ("events", "payload.content"; "*" for the only array of the document, whatever
 * its name) of one JSON document that arrives in pieces, each as the exact bytes it had there. Memory holds one row, however long the list: the document is never built. What is
 * inside a row is not judged. An array that is `null` is empty: that is how servers written in Go spell it. Throws a
 * `RowsFlaw` when the document is cut off or no JSON object, or when the array is missing, something else, or there
 * twice, also after rows were given.
 */
export function rowsOf(pieces: AsyncIterable<Uint8Array>, path: string): Rows {
  const scanner = new RowScanner(path.split('.'));
  return {
    beside: scanner.beside,
    async *[Symbol.asyncIterator]() {
      for await (const piece of pieces) yield* scanner.feed(piece);
      scanner.end();
    },
  };
}

type Expected = 'document' | 'first name' | 'name' | 'colon' | 'value' | 'first row' | 'row' | 'comma' | 'end';

/** Walks down `path` and no further: every value off the path, and every row, is one that a `Value` passes over. */
class RowScanner {
  readonly beside = new Map<string, Json>();
  #expected: Expected = 'document';
  /** How many objects on the path are open. */
  #level = 0;
  #isInArray = false;
  readonly #isSeen: boolean[] = [];
  /** Whether a `null` stands where the array would. */
  #isEmpty = false;
  #name = '';
  #value: Value | null = null;

  constructor(readonly path: readonly string[]) {}

  *feed(piece: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
    for (let at = 0; at < piece.length; ) {
      const byte = piece[at] ?? 0;
      if (this.#value) {
        at = this.#value.take(piece, at);
        if (!this.#value.isWhole) return;
        const row = this.#took(this.#value);
        if (row) yield row;
      } else {
        if (!isBlank(byte) && !this.#begin(byte)) this.#step(byte);
        at += this.#value === null ? 1 : 0;
      }
    }
  }

  end(): void {
    if (this.#expected === 'document') throw new RowsFlaw(said('proof.what.nothing'));
    if (this.#expected !== 'end') throw new RowsFlaw(said('proof.what.cutOff'));
    if (!this.#isEmpty && !this.#isSeen[this.path.length - 1])
      throw new RowsFlaw(said('proof.what.noListIn', { path: this.path.join('.') }));
  }

  /** Whether a value begins here that is taken as a whole. */
  #begin(byte: number): boolean {
    const isRow = this.#expected === 'row' || (this.#expected === 'first row' && byte !== CLOSE_ARRAY);
    if (isRow) this.#value = new Value(byte, LONGEST_ROW);
    else if ((this.#expected === 'first name' || this.#expected === 'name') && byte === QUOTE)
      this.#value = new Value(byte, LONGEST_SCALAR);
    else if (this.#expected === 'value' && !this.#isOnPath(byte))
      this.#value = new Value(byte, byte === OPEN_OBJECT || byte === OPEN_ARRAY ? null : LONGEST_SCALAR);
    return this.#value !== null;
  }

  /** Whether the value that begins here is the next step of the path; refuses one that cannot be. */
  #isOnPath(byte: number): boolean {
    const last = this.path.length - 1;
    const isAny = this.#level === last && this.path[last] === ANY_NAME;
    if (isAny ? byte !== OPEN_ARRAY : this.#name !== this.path[this.#level]) return false;
    const where = this.path.slice(0, this.#level + 1).join('.');
    if (this.#isSeen[this.#level]) throw new RowsFlaw(said('proof.what.twice', { path: where }));
    if (this.#level === last && byte === LETTER_N) return false; // null, or no JSON at all: seen in #took
    if (this.#level === last && byte !== OPEN_ARRAY) throw new RowsFlaw(said('proof.what.noListIn', { path: where }));
    if (this.#level !== last && byte !== OPEN_OBJECT)
      throw new RowsFlaw(said('proof.what.noObjectIn', { path: where }));
    return true;
  }

  #took(value: Value): Uint8Array<ArrayBuffer> | null {
    this.#value = null;
    const bytes = value.bytes();
    if (this.#expected === 'first name' || this.#expected === 'name') {
      this.#name = scalarOf(bytes) as string;
      this.#expected = 'colon';
      return null;
    }
    this.#expected = 'comma';
    if (this.#isInArray) return bytes;
    if (bytes.length > 0) {
      const around = this.path.slice(0, this.#level);
      this.beside.set([...around, this.#name].join('.'), scalarOf(bytes));
      if (this.#level === this.path.length - 1) this.#isEmpty ||= this.#isNamed() && bytes[0] === LETTER_N;
    }
    return null;
  }

  #isNamed(): boolean {
    const name = this.path[this.#level];
    return name === ANY_NAME || name === this.#name;
  }

  #step(byte: number): void {
    const expected = this.#expected;
    if (expected === 'document' && byte === OPEN_OBJECT) this.#expected = 'first name';
    else if (expected === 'colon' && byte === COLON) this.#expected = 'value';
    else if (expected === 'value') this.#enter(byte);
    else if (expected === 'comma' && byte === COMMA) this.#expected = this.#isInArray ? 'row' : 'name';
    else if (byte === CLOSE_ARRAY && this.#isInArray && (expected === 'comma' || expected === 'first row')) {
      this.#isInArray = false;
      this.#expected = 'comma';
    } else if (byte === CLOSE_OBJECT && !this.#isInArray && (expected === 'comma' || expected === 'first name')) {
      this.#expected = this.#level === 0 ? 'end' : 'comma';
      this.#level = Math.max(0, this.#level - 1);
    } else throw new RowsFlaw(expected === 'document' ? whatIsNot(byte) : NOT_JSON);
  }

  #enter(byte: number): void {
    this.#isSeen[this.#level] = true;
    this.#isInArray = byte === OPEN_ARRAY;
    if (!this.#isInArray) this.#level += 1;
    this.#expected = this.#isInArray ? 'first row' : 'first name';
  }
}

/** One value from its first byte to its last, in however many pieces it comes. With no limit it is passed over, unkept. */
class Value {
  isWhole = false;
  readonly #kind: 'text' | 'word' | 'nested';
  readonly #closers: number[] = [];
  #isInText = false;
  #isEscaped = false;
  readonly #kept: Uint8Array[] = [];
  #size = 0;

  constructor(
    first: number,
    readonly limit: number | null,
  ) {
    if (!isValueStart(first)) throw new RowsFlaw(NOT_JSON);
    const isNested = first === OPEN_OBJECT || first === OPEN_ARRAY;
    this.#kind = first === QUOTE ? 'text' : isNested ? 'nested' : 'word';
  }

  /** Takes what belongs to it from `start` on; gives where that ends. */
  take(piece: Uint8Array, start: number): number {
    let at = start;
    while (at < piece.length && !this.isWhole) {
      const byte = piece[at] ?? 0;
      if (this.#kind === 'word' && (isBlank(byte) || isMark(byte))) {
        this.isWhole = true; // and this byte is somebody else's
      } else {
        if (this.#kind !== 'word') this.#pass(byte);
        at++;
      }
    }
    if (this.limit === null) return at;
    this.#size += at - start;
    if (this.#size > this.limit) throw new RowsFlaw(said('proof.what.longValue', { bytes: String(this.limit) }));
    this.#kept.push(piece.slice(start, at));
    return at;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#kept) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #pass(byte: number): void {
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.#isInText = false;
    } else if (byte === QUOTE) this.#isInText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (this.#closers.push(byte + 2) > MAX_DEPTH)
        throw new RowsFlaw(said('proof.what.deep', { levels: String(MAX_DEPTH) }));
    } else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && this.#closers.pop() !== byte)
      throw new RowsFlaw(NOT_JSON);
    this.isWhole = !this.#isInText && this.#closers.length === 0;
  }
}

const ANY_NAME = '*';
const NOT_JSON = said('proof.what.notJson');

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const LETTER_N = 0x6e;
const LESS_THAN = 0x3c;

/** JSON's four blanks and no others. */
const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isMark = (byte: number) => byte === COMMA || byte === COLON || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
const isValueStart = (byte: number) => !isMark(byte) && byte > 0x20;

function whatIsNot(byte: number): Said {
  return byte === LESS_THAN ? said('proof.what.html') : said('proof.what.notObject');
}

function scalarOf(bytes: Uint8Array): Json {
  const read = readJson(bytes);
  if (!read.ok) throw new RowsFlaw(NOT_JSON);
  return read.value;
}
