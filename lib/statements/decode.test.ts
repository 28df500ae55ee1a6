import { expect, test } from 'vitest';
import { decodeText, readLines } from './decode';
import { UnreadableFile } from './statement';
import { allOf, inEnglishWords, madeFile } from './table-made';
import { mendWindows1252 } from './windows-1252';

const bytes = (...codes: number[]) => new Uint8Array(codes);

test('Windows-1252 has characters where Latin-1 has none', () => {
  expect(decodeText(bytes(0x95, 0x80, 0x93, 0xe9), 'windows-1252')).toBe('•€“é');
  expect(decodeText(bytes(0x9f), 'iso-8859-1')).toBe('Ÿ');
  expect(mendWindows1252('• is • already')).toBe('• is • already');
});

test('a byte order mark outranks what the file says', () => {
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'windows-1252')).toBe('é');
  expect(decodeText(bytes(0xff, 0xfe, 0xe9, 0x00), 'utf-8')).toBe('é');
});

test('bytes without a meaning, zero bytes and unknown encodings are refused', () => {
  expect(() => decodeText(bytes(0xe9, 0x20), 'utf-8')).toThrow(UnreadableFile);
  const refusal = (made: Uint8Array, encoding: string) => {
    try {
      return decodeText(made, encoding);
    } catch (error) {
      throw inEnglishWords(error);
    }
  };
  expect(() => refusal(bytes(0x41, 0x00), 'utf-8')).toThrow(/zero byte/);
  expect(() => refusal(bytes(0x41), 'klingon')).toThrow(/"klingon", which is unknown/);
});

test('lines are numbered, whatever pieces they come in and however they end', async () => {
  const lines = await allOf(readLines(madeFile('uno\r\ndos\n\ncuatro é', 'x.ret', 3)));
  expect(lines.map(({ number, text }) => `${number} ${text}`)).toEqual(['1 uno', '2 dos', '3 ', '4 cuatro é']);
  expect(lines.some(({ isCut }) => isCut)).toBe(false);
});

test('of a line longer than any record its beginning is kept', async () => {
  const lines = await allOf(readLines(madeFile(`${'x'.repeat(3_000_000)}\nshort`)));
  expect(lines.map(({ text, isCut }) => [text.length, isCut])).toEqual([
    [1024 * 1024, true],
    [5, false],
  ]);
});
