import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Cell, FileShape } from './file-format';
import { filePieces } from './file-pieces';
import { amountCell } from './workbook';

const COLUMNS: FileShape['columns'] = [
  { name: 'id', kind: 'id' },
  { name: 'amount', kind: 'amount' },
  { name: 'text', kind: 'text' },
];
const ROWS: readonly (readonly Cell[])[] = [
  ['646180157000000004', '-1250.50', '=HYPERLINK("http://x")'],
  ['007', null, 'São José, "casa"\r\n2'],
  ['0x1', '1234567890123456.78', '+52 55'],
];

async function* chunks() {
  yield ROWS.slice(0, 2);
  yield [];
  yield ROWS.slice(2);
}

async function bytesOf(shape: Partial<FileShape>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const whole = { format: 'csv', preset: 'international', columns: COLUMNS, ...shape } as const;
  const cells = async function* () {
    for await (const rows of chunks()) yield { rows, last: null };
  };
  for await (const { bytes } of filePieces(whole, 'Legs', { cells, lines: null })) pieces.push(bytes);
  return new Uint8Array(Buffer.concat(pieces));
}
const textOf = async (shape: Partial<FileShape>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(shape));

test('a workbook keeps ids whole, amounts as numbers, and runs no text as a formula', async () => {
  const sheet = (await readXlsx(await bytesOf({ format: 'xlsx' }))).sheets[0];
  expect(sheet?.name).toBe('Legs');
  expect(sheet?.rows).toEqual([
    ['id', 'amount', 'text'],
    ['646180157000000004', -1250.5, '=HYPERLINK("http://x")'],
    ['007', null, 'São José, "casa"\r\n2'],
    ['0x1', '1234567890123456.78', '+52 55'],
  ]);
  expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([]);
});

test('an amount is a number only where a spreadsheet keeps all its digits', () => {
  expect(amountCell('123456789012.345')).toBe(123456789012.345);
  expect(amountCell('0.000000000000001')).toBe(0.000000000000001);
  expect(amountCell('1234567890123456')).toBe('1234567890123456');
  expect(amountCell('1298.376624000000000001')).toBe('1298.376624000000000001');
  expect(amountCell('1e3')).toBe('1e3');
});

test('a CSV file has every row once, keeps digits, and puts formulas out of action', async () => {
  expect(Papa.parse<string[]>(await textOf({}), { skipEmptyLines: true }).data).toEqual([
    ['id', 'amount', 'text'],
    ['646180157000000004', '-1250.50', `'=HYPERLINK("http://x")`],
    ['007', '', 'São José, "casa"\r\n2'],
    ['0x1', '1234567890123456.78', "'+52 55"],
  ]);
});

test('Brazil and Argentina part cells by semicolons and decimals by a comma, with a byte order mark', async () => {
  for (const preset of ['brazil', 'argentina'] as const) {
    const text = await textOf({ preset });
    expect(text.startsWith('\ufeffid;amount;text\r\n646180157000000004;-1250,50;')).toBe(true);
    expect(Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data[2]).toEqual([
      '007',
      '',
      'São José, "casa"\r\n2',
    ]);
  }
  expect((await textOf({ preset: 'mexico' })).startsWith('\ufeffid,amount,text\r\n')).toBe(true);
  expect((await textOf({})).startsWith('id,amount,text\r\n')).toBe(true);
});

test('protected ids are text to a spreadsheet, and only where it would make numbers of them', async () => {
  const { data } = Papa.parse<string[]>(await textOf({ format: 'csv_protected' }), { skipEmptyLines: true });
  expect(data.slice(1).map(([id]) => id)).toEqual(['="646180157000000004"', '="007"', '0x1']);
});

test('JSON lines have one object a row, amounts as texts and null for what is not told', async () => {
  const lines = (await textOf({ format: 'jsonl', preset: 'brazil' })).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { id: '646180157000000004', amount: '-1250.50', text: '=HYPERLINK("http://x")' },
    { id: '007', amount: null, text: 'São José, "casa"\r\n2' },
    { id: '0x1', amount: '1234567890123456.78', text: '+52 55' },
  ]);
});
