import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvHead, csvWriter } from './csv';
import type { Cell, FileShape, Preset } from './file-format';

function shape(preset: Preset = 'international'): FileShape {
  const columns = [
    { name: 'external_ref', kind: 'id' },
    { name: 'amount', kind: 'amount' },
    { name: 'failure', kind: 'text' },
  ] as const;
  return { format: 'csv', preset, columns };
}

function cellsOf(rows: readonly (readonly Cell[])[], preset: Preset = 'international'): string[][] {
  const text = csvHead(shape(preset)) + csvWriter(shape(preset))(rows);
  expect(text.endsWith('\r\n')).toBe(true);
  const delimiter = preset === 'brazil' ? ';' : ',';
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data.slice(1);
}

describe('the formula guard', () => {
  test.each([
    '=HYPERLINK("http://x.example")',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＠x',
    '-',
    '-1,5',
  ])('makes %j inert with an apostrophe, in every column of text', (text) => {
    expect(cellsOf([[text, null, text]])).toEqual([[`'${text}`, '', `'${text}`]]);
    expect(cellsOf([[text, null, text]], 'brazil')).toEqual([[`'${text}`, '', `'${text}`]]);
  });

  test.each(['-12.50', '12.50', '-0.0000000001', '+5511999990000', 'a=b', "'=1"])('leaves %j as it is', (text) => {
    expect(cellsOf([[text, null, text]])).toEqual([[text, '', text]]);
  });

  test('lets a negative amount stay a number without quotes, with either decimal sign', () => {
    expect(csvWriter(shape())([['a', '-12.50', 'b']])).toBe('a,-12.50,b\r\n');
    expect(csvWriter(shape('brazil'))([['a', '-12.50', 'b']])).toBe('a;-12,50;b\r\n');
  });

  test('holds for what should have been an amount and is none', () => {
    expect(cellsOf([['a', '=1+1', 'b']])).toEqual([['a', "'=1+1", 'b']]);
  });
});

test('the lines of several chunks follow one another as one file', () => {
  const write = csvWriter(shape());
  const row = ['1', '2.00', 'x'];
  expect(write([row, row]) + write([]) + write([row])).toBe('1,2.00,x\r\n'.repeat(3));
});

test('commas, semicolons, quotes, line breaks and blanks at the ends survive, whichever parts the cells', () => {
  const rows = ['a,b', 'a;b', 'a"b', 'a\r\nb', ' a', 'a ', ''].map((text) => [text, '1.5', text]);
  expect(cellsOf(rows)).toEqual(rows);
  expect(cellsOf(rows, 'brazil')).toEqual(rows.map(([ref, , text]) => [ref, '1,5', text]));
});
