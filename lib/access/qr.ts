/**
 * QR codes (ISO/IEC 18004) of short texts: byte mode, error correction M, versions 1 to 15; for the secret of an
 * authenticator app, which leaves the server for nobody else to draw. Pure.
 */

/** Rows of modules; `true` is dark. */
export type QrCode = readonly (readonly boolean[])[];

/** By version from 1: codewords of correction in each block, and how many blocks, at level M. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24] as const;
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10] as const;
const LEVEL_M_BITS = 0;

/** The code of a text, in the smallest version that holds it. Throws for more than 412 bytes of UTF-8. */
export function qrCode(text: string): QrCode {
  const bytes = new TextEncoder().encode(text);
  const version = CORRECTION.findIndex((_, i) => bytes.length <= dataCodewords(i + 1) - (i + 1 < 10 ? 2 : 3)) + 1;
  if (version === 0) throw new Error(`A text of ${bytes.length} bytes is too long for a QR code`);
  const codewords = withCorrection(dataOf(bytes, version), version);
  const frame = frameOf(version);
  const masked = MASKS.map((mask, place) => drawn(frame, codewords, mask, place));
  const penalties = masked.map(penaltyOf);
  return masked[penalties.indexOf(Math.min(...penalties))] as QrCode;
}

const sizeOf = (version: number) => 17 + 4 * version;

/** Modules that carry codewords: all but the patterns, the format and the version. */
function rawModules(version: number): number {
  const alignments = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const bare = (16 * version + 128) * version + 64;
  const aligned = version < 2 ? bare : bare - (25 * alignments - 10) * alignments + 55;
  return version < 7 ? aligned : aligned - 36;
}

function perVersion(table: readonly number[], version: number): number {
  return table[version - 1] ?? 0;
}

function dataCodewords(version: number): number {
  return Math.floor(rawModules(version) / 8) - perVersion(CORRECTION, version) * perVersion(BLOCKS, version);
}

function dataOf(bytes: Uint8Array, version: number): Uint8Array {
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(0b0100, 4); // bytes
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  const capacity = dataCodewords(version) * 8;
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0; bits.length < capacity; pad++) put(pad % 2 === 0 ? 0xec : 0x11, 8);
  return Uint8Array.from({ length: capacity / 8 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
}

/** The data cut into blocks, each with its correction, and all of them read across. */
function withCorrection(data: Uint8Array, version: number): number[] {
  const blocks = perVersion(BLOCKS, version);
  const shorter = Math.floor(data.length / blocks);
  const shortBlocks = blocks - (data.length % blocks);
  const parts: Uint8Array[] = [];
  for (let i = 0, at = 0; i < blocks; i++) {
    const length = shorter + (i < shortBlocks ? 0 : 1);
    parts.push(data.subarray(at, at + length));
    at += length;
  }
  const divisor = divisorOf(perVersion(CORRECTION, version));
  const corrections = parts.map((part) => remainderOf(part, divisor));
  return [...across(parts), ...across(corrections)];
}

function across(parts: readonly Uint8Array[]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => parts.flatMap((part) => part[i] ?? [])).flat();
}

/** Multiplication in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
export function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> i) & 1) * a);
  return product;
}

function divisorOf(degree: number): number[] {
  let divisor = [1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    const shifted = [...divisor, 0];
    divisor = shifted.map((coefficient, at) => coefficient ^ (at === 0 ? 0 : times(divisor[at - 1] ?? 0, root)));
  }
  return divisor.slice(1);
}

function remainderOf(part: Uint8Array, divisor: readonly number[]): Uint8Array {
  let rest: number[] = divisor.map(() => 0);
  for (const byte of part) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((one, i) => one ^ times(divisor[i] ?? 0, factor));
  }
  return Uint8Array.from(rest);
}

type Frame = { readonly size: number; readonly version: number; readonly fixed: (boolean | null)[][] };

/** What stands in every code of a version; `null` is free. The format is drawn with the mask. */
function frameOf(version: number): Frame {
  const size = sizeOf(version);
  const fixed: (boolean | null)[][] = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  const set = (x: number, y: number, isDark: boolean) => {
    const row = fixed[y];
    if (row && x >= 0 && x < size) row[x] = isDark;
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const ring = (x: number, y: number, reach: number) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const distance = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, distance !== 2 - (reach === 2 ? 1 : 0) && distance !== 4);
      }
  };
  const places = alignmentsOf(version);
  const isFinder = (i: number, j: number) =>
    (i === 0 && (j === 0 || j === places.length - 1)) || (j === 0 && i === places.length - 1);
  places.forEach((x, i) => {
    places.forEach((y, j) => {
      if (!isFinder(i, j)) ring(x, y, 2);
    });
  });
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    ring(x, y, 4);
  for (let i = 0; i < 9; i++)
    for (const [x, y] of [
      [8, i],
      [i, 8],
    ] as const)
      if (fixed[y]?.[x] === null) set(x, y, false);
  for (let i = 0; i < 8; i++)
    for (const [x, y] of [
      [size - 1 - i, 8],
      [8, size - 1 - i],
    ] as const)
      set(x, y, false);
  set(8, size - 8, true);
  if (version >= 7) {
    const bits = (version << 12) | checked(version, 12, 0x1f25);
    for (let i = 0; i < 18; i++) {
      const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
      set(far, near, ((bits >>> i) & 1) === 1);
      set(near, far, ((bits >>> i) & 1) === 1);
    }
  }
  return { size, version, fixed };
}

function alignmentsOf(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = sizeOf(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - step * (count - 2 - i))];
}

/** The check bits of a BCH code. */
function checked(value: number, length: number, generator: number): number {
  let rest = value;
  for (let i = 0; i < length; i++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * generator);
  return rest;
}

type Mask = (x: number, y: number) => boolean;
const MASKS: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function drawn({ size, fixed }: Frame, codewords: readonly number[], mask: Mask, place: number): boolean[][] {
  const modules = fixed.map((row) => row.map((module) => module === true));
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5; // the column of the timing pattern carries nothing
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]?.[x] !== null) continue;
        const isSet = (((codewords[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        bit++;
        const row = modules[y];
        if (row) row[x] = isSet !== mask(x, y);
      }
    }
  }
  const format = (LEVEL_M_BITS << 3) | place;
  const bits = ((format << 10) | checked(format, 10, 0x537)) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    for (const [x, y] of formatPlaces(i, size)) {
      const row = modules[y];
      if (row) row[x] = ((bits >>> i) & 1) === 1;
    }
  }
  return modules;
}

/** Where the i-th bit of the format stands, twice. */
function formatPlaces(i: number, size: number): readonly (readonly [number, number])[] {
  const around = i < 6 ? [8, i] : i < 8 ? [8, i + 1] : i === 8 ? [7, 8] : [14 - i, 8];
  const apart = i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i];
  return [around as [number, number], apart as [number, number]];
}

/** How hard a code is to read: runs of a colour, squares, false finders, too much of one colour. */
function penaltyOf(code: QrCode): number {
  const size = code.length;
  const columns = code.map((_, x) => code.map((row) => row[x] === true));
  const lines = [...code, ...columns].map((line) => line.map((isDark) => (isDark ? '1' : '0')).join(''));
  let penalty = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    penalty += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      const square = [code[y]?.[x], code[y]?.[x + 1], code[y + 1]?.[x], code[y + 1]?.[x + 1]];
      if (square.every((isDark) => isDark === square[0])) penalty += 3;
    }
  }
  const dark = code.flat().filter(Boolean).length;
  return penalty + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10));
}

/** A code as the path of an SVG whose units are modules, without the quiet zone of four around it. */
export function qrPath(code: QrCode): string {
  return code.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}
