import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { amountCell, csvTexts, type FileColumn, xlsxStream } from './table-file';

type Row = { readonly id: string; readonly amount: string | null; readonly text: string };

const COLUMNS: readonly FileColumn<Row>[] = [
  { name: 'id', kind: 'text', cell: (row) => row.id },
  { name: 'amount', kind: 'amount', cell: (row) => row.amount },
  { name: 'text', kind: 'text', cell: (row) => row.text },
];
const ROWS: readonly Row[] = [
  { id: '646180157000000004', amount: '-1250.50', text: '=HYPERLINK("http://x")' },
  { id: '007', amount: null, text: 'São José, "casa"\r\n2' },
  { id: '0x1', amount: '1234567890123456.78', text: '+52 55' },
];

async function* chunks() {
  yield ROWS.slice(0, 2);
  yield [];
  yield ROWS.slice(2);
}

test('a workbook keeps ids whole, amounts as numbers, and runs no text as a formula', async () => {
  const bytes = new Uint8Array(await new Response(xlsxStream('Legs', COLUMNS, chunks())).arrayBuffer());
  const sheet = (await readXlsx(bytes)).sheets[0];
  expect(sheet?.name).toBe('Legs');
  expect(sheet?.rows).toEqual([
    ['id', 'amount', 'text'],
    ['646180157000000004', -1250.5, '=HYPERLINK("http://x")'],
    ['007', null, 'São José, "casa"\r\n2'],
    ['0x1', '1234567890123456.78', '+52 55'],
  ]);
  expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([]);
});

test('a CSV file has every row once, keeps digits, and puts formulas out of action', async () => {
  let text = '';
  for await (const piece of csvTexts(COLUMNS, chunks())) text += piece;
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(data).toEqual([
    ['id', 'amount', 'text'],
    ['646180157000000004', '-1250.50', `'=HYPERLINK("http://x")`],
    ['007', '', 'São José, "casa"\r\n2'],
    ['0x1', '1234567890123456.78', "'+52 55"],
  ]);
});

test('an amount is a number only where a spreadsheet keeps all its digits', () => {
  expect(amountCell('123456789012.345')).toBe(123456789012.345);
  expect(amountCell('0.000000000000001')).toBe(0.000000000000001);
  expect(amountCell('1234567890123456')).toBe('1234567890123456');
  expect(amountCell('1298.376624000000000001')).toBe('1298.376624000000000001');
  expect(amountCell('1e3')).toBe('1e3');
});
