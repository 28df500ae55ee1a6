import { expect, test } from 'vitest';
import { type QrCode, qrCode, qrPath, times } from './qr';

const URI = `otpauth://totp/Concilia:mariana.lopez%40desk.test?secret=${'ABCDEFGH234567'.repeat(4).slice(0, 52)}&issuer=Concilia&digits=6&period=30`;

const bitsAt = (code: QrCode, places: readonly (readonly [number, number])[]) =>
  places.map(([x, y]) => (code[y]?.[x] ? '1' : '0')).join('');

/** The format as the standard prints it: level M with each mask. */
const FORMATS = [
  '101010000010010',
  '101000100100101',
  '101111001111100',
  '101101101001011',
  '100010111111001',
  '100000011001110',
  '100111110010111',
  '100101010100000',
];
const formatOf = (code: QrCode) =>
  bitsAt(code, [
    ...[0, 1, 2, 3, 4, 5, 7].map((x) => [x, 8] as const),
    ...[8, 7, 5, 4, 3, 2, 1, 0].map((y) => [8, y] as const),
  ]);

const UNMASK = [
  (x: number, y: number) => (x + y) % 2 === 0,
  (_: number, y: number) => y % 2 === 0,
  (x: number) => x % 3 === 0,
  (x: number, y: number) => (x + y) % 3 === 0,
  (x: number, y: number) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Reads the codewords as a scanner of versions 1 to 6 does, from a code without damage. */
function codewordsOf(code: QrCode): number[] {
  const size = code.length;
  const align = size - 7;
  const isFixed = (x: number, y: number) =>
    x === 6 ||
    y === 6 ||
    (x < 9 && (y < 9 || y >= size - 8)) ||
    (x >= size - 8 && y < 9) ||
    (size > 21 && Math.abs(x - align) <= 2 && Math.abs(y - align) <= 2);
  const unmask = UNMASK[FORMATS.indexOf(formatOf(code))];
  const bits: string[] = [];
  for (let right = size - 1, turn = 0; right > 0; right -= right === 8 ? 3 : 2, turn++) {
    for (let step = 0; step < size; step++) {
      const y = turn % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isFixed(x, y)) bits.push(code[y]?.[x] !== unmask?.(x, y) ? '1' : '0');
    }
  }
  return (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}

/** What a polynomial with these coefficients is at a power of two; nought where the correction holds. */
function syndrome(block: readonly number[], power: number): number {
  let root = 1;
  for (let i = 0; i < power; i++) root = times(root, 2);
  return block.reduce((sum, coefficient) => times(sum, root) ^ coefficient, 0);
}

test.each([
  ['Hola', 1, 16, 1],
  ['https://desk.test/join', 2, 28, 1],
  ['x'.repeat(62), 4, 64, 2],
  ['ção '.repeat(17), 6, 108, 4],
] as const)('%s is read back, and its correction holds', (text, version, data, blocks) => {
  const code = qrCode(text);
  expect(code.length).toBe(17 + 4 * version);
  expect(FORMATS).toContain(formatOf(code));
  const codewords = codewordsOf(code).slice(0, { 1: 26, 2: 44, 4: 100, 6: 172 }[version]);
  const parts = Array.from({ length: blocks }, (_, block) => codewords.filter((_, i) => i % blocks === block));
  const correction = (parts[0]?.length ?? 0) - data / blocks;
  for (const part of parts)
    for (let power = 0; power < correction; power++) expect(syndrome(part, power), `power ${power}`).toBe(0);
  const bits = parts
    .flatMap((part) => part.slice(0, data / blocks))
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const length = Number.parseInt(bits.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(bits.slice(12 + i * 8, 20 + i * 8), 2));
  expect(bits.slice(0, 4)).toBe('0100');
  expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(text);
});

test('from version 7 on the code says its version, as the standard prints it', () => {
  const code = qrCode('x'.repeat(120));
  expect(code.length).toBe(17 + 4 * 7);
  const far = code.length - 11;
  const places = Array.from({ length: 18 }, (_, i) => [far + (i % 3), Math.floor(i / 3)] as const);
  expect(bitsAt(code, places.reverse())).toBe('000111110010010100');
});

test('the address of an authenticator app fits, and what does not is refused', () => {
  expect(qrCode(URI).length).toBeLessThanOrEqual(17 + 4 * 10);
  expect(() => qrCode('x'.repeat(413))).toThrow('413 bytes');
  expect(qrCode('x'.repeat(412)).length).toBe(17 + 4 * 15);
});

test('a code is drawn module by module', () => {
  const code = qrCode('Hola');
  const dark = code.flat().filter(Boolean).length;
  expect(qrPath(code).match(/M/g)).toHaveLength(dark);
  expect(qrPath(code).startsWith('M0 0h1v1h-1z')).toBe(true);
});
