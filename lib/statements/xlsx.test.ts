import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { profileSchema } from './profile';
import { UnreadableFile } from './statement';
import { allOf, madeFile, madeProfile, told } from './table-made';
import { readXlsx, xlsxRows } from './xlsx';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...all: readonly [string, string][]) =>
  `<Relationships>${all.map(([type, target], i) => `<Relationship Id="r${i}" Type="${TYPES}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

type Lie = { size?: number; crc?: number; flags?: number; method?: number };

/** A workbook of one sheet with these rows of XML, as a bank's own writer would make it. */
function workbook(rows: string, more: Readonly<Record<string, string>> = {}, lie: Lie = {}): Buffer {
  const files: Record<string, string> = {
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': '<workbook xmlns:r="x"><sheets><sheet name="Uno" sheetId="1" r:id="r0"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/extrato.xml'],
      ['sharedStrings', '/xl/s.xml'],
      ['styles', 'st.xml'],
    ),
    'xl/s.xml': '<sst><si><t>Date</t></si><si><r><t>Te</t></r><r><t>xt</t></r><rPh><t>no</t></rPh></si></sst>',
    'xl/st.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy&quot; h&quot;"/><numFmt numFmtId="171" formatCode="[$R$-416] #,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    'xl/worksheets/extrato.xml': `<x:worksheet xmlns:x="y"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
    ...more,
  };
  return zipped(
    Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]),
    lie,
  );
}

function zipped(files: readonly (readonly [string, Buffer])[], lie: Lie): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const isSheet = name.includes('worksheets');
    const data = deflateRawSync(content);
    const fixed = Buffer.alloc(30);
    fixed.writeUInt32LE(0x04034b50);
    fixed.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE((isSheet ? lie.flags : undefined) ?? 0, 8);
    entry.writeUInt16LE((isSheet ? lie.method : undefined) ?? 8, 10);
    entry.writeUInt32LE((isSheet ? lie.crc : undefined) ?? crc32(content), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE((isSheet ? lie.size : undefined) ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(fixed, Buffer.from(name), data);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}

const row = (...cells: readonly string[]) => `<x:row>${cells.join('')}</x:row>`;
const number = (value: string, style = 0) => `<x:c s="${style}"><x:v>${value}</x:v></x:c>`;
const text = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
const shared = (index: number) => `<x:c t="s"><x:v>${index}</x:v></x:c>`;
const HEADINGS = row(shared(0), shared(1), text('Amount'), text('Balance'));
const profile = madeProfile({ format: 'xlsx', decimal: ',' });
const read = async (bytes: Uint8Array, more = {}) =>
  (await allOf(readXlsx(madeFile(bytes, 'a.xlsx'), { ...profile, ...more }))).map(told);

test('a workbook that another writer made is read: numbers exactly, dates as days, texts as they are', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['nothing']] },
      {
        name: 'Extracto',
        rows: [
          ['Banco Ejemplo'],
          ['Date', 'Text', 'Amount', 'Balance'],
          [new Date(Date.UTC(2026, 0, 5)), 'Pago & <ñ> "x"', -1234.56, 0.1],
          ['06/01/2026', 'Otro', '1.234,56', 1e3],
          [null, null, null, null],
          ['Aviso legal'],
        ],
      },
    ],
  });
  expect(await read(bytes, { sheet: 'Extracto' })).toEqual([
    'row 1 · note',
    'row 2 · note',
    'row 3 · 2026-01-05 · -1234.56 · 0.1 · payment',
    'row 4 · 2026-01-06 · 1234.56 · 1000 · payment',
    'row 6 · note',
  ]);
  await expect(read(bytes)).rejects.toThrow(/are missing; there are the headings “nothing”/);
  await expect(read(bytes, { sheet: 'Dos' })).rejects.toThrow('has no sheet “Dos”; it has “Notes”, “Extracto”');
});

test('formats of dates are told from formats of money, and entities and runs are read', async () => {
  const rows = row(number('46027', 1), text('a &amp; b&#10;_x0041_'), number('1234.5599999999999', 3), number('1.5E3'));
  const [, part] = await allOf(readXlsx(madeFile(workbook(HEADINGS + rows)), profile));
  expect(part).toMatchObject({ line: { bookedOn: '2026-01-05', amount: '1234.56', balance: '1500', text: 'a & b A' } });
  expect(await read(workbook(HEADINGS + row(number('46027.5', 2), text('x'), number('1'), number('1'))))).toContain(
    'row 2 · 2026-01-05 · 1 · 1 · payment',
  );
});

test('a number that lost digits is no amount and no id', async () => {
  const columns = { date: 'Date', amount: 'Amount', text: ['Text'], ids: { clabe: 'Balance' } };
  const more = profileSchema.parse({ ...profile, columns });
  const rows = [number('1234567890123456.78'), number('1')].flatMap((amount) =>
    ['6.4618011040000006E17', '12345'].map((id) => row(number('46027', 1), text('x'), amount, number(id))),
  );
  expect(await read(workbook(HEADINGS + rows.join('')), more)).toEqual([
    'row 1 · note',
    expect.stringContaining('more digits than a workbook can hold'),
    expect.stringContaining('more digits than a workbook can hold'),
    expect.stringContaining('is stored as a number and has lost digits'),
    'row 5 · 2026-01-05 · 1 · no balance · payment · clabe 12345',
  ]);
});

describe('files that are no sane workbook', () => {
  const sheet = HEADINGS + row(number('46027', 1), text('x'), number('1'), number('1'));
  const size = `<x:worksheet xmlns:x="y"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`.length;
  const bomb = (megabytes: number) => `${HEADINGS}<!--${' '.repeat(500_000)}-->`.repeat(megabytes * 2);

  test.each([
    ['not a zip', () => Buffer.from('hello, this is only a text'), /no workbook/],
    ['empty', () => Buffer.alloc(0), /no workbook/],
    ['cut off', () => workbook(sheet).subarray(0, 700), /no workbook/],
    ['with a password, as an OLE2 container', () => Buffer.from('d0cf11e0a1b11ae1'.repeat(8), 'hex'), /has a password/],
    ['with a password, as a zip', () => workbook(sheet, {}, { flags: 1 }), /has a password/],
    ['of another packing', () => workbook(sheet, {}, { method: 12 }), /packed in a way/],
    ['damaged', () => workbook(sheet, {}, { crc: 1 }), /is damaged/],
    ['larger than it says', () => workbook(sheet, {}, { size: size - 1 }), /larger than it says/],
    ['smaller than it says', () => workbook(sheet, {}, { size: size + 1 }), /is damaged/],
    ['a bomb that admits it', () => workbook(sheet, {}, { size: 301 * 1024 * 1024 }), /larger than 300 MB/],
    ['a bomb that lies', () => workbook(bomb(40), {}, { size: 1000 }), /larger than it says/],
    [
      'with a document type',
      () => workbook(sheet, { 'xl/s.xml': '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>' }),
      /document type/,
    ],
    ['without its texts', () => workbook(row(shared(7))), /a text that the workbook does not have/],
    ['with an endless row', () => workbook(row('<x:c r="XFD1"><x:v>1</x:v></x:c>')), /more than 1000 cells/],
    ['with a row beyond the last', () => workbook('<x:row r="1048577"><x:c/></x:row>'), /more than 1048576 rows/],
    ['with an endless text', () => workbook(row(text('x'.repeat(2_000_000)))), /no complete XML/],
    [
      'without a workbook',
      () => workbook(sheet, { '_rels/.rels': relations() }),
      /a part that it refers to is missing/,
    ],
    [
      'without its sheet',
      () => zipped([['_rels/.rels', Buffer.from(relations(['officeDocument', 'x']))]], {}),
      /x is missing/,
    ],
  ])('%s', async (_, bytes, says) => {
    const reading = read(bytes());
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toThrow(says);
  });

  test('larger than 50 MB, whatever size it claims', async () => {
    async function* open() {
      for (let i = 0; i < 60; i++) yield new Uint8Array(1024 * 1024);
    }
    await expect(allOf(xlsxRows({ name: 'a', size: 1, open }))).rejects.toThrow(/larger than 50 MB/);
    await expect(allOf(xlsxRows({ name: 'a', size: 60e6, open }))).rejects.toThrow(/larger than 50 MB/);
  });
});

describe('whatever bytes are changed', () => {
  let whole: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    whole = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Date', 'Text', 'Amount', 'Balance'],
            ['06/01/2026', 'x', 1, 1],
          ],
        },
      ],
    });
  });

  test('nothing but UnreadableFile is thrown', async () => {
    const changes = fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(10_000), async (made, cut) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of made) bytes[at % bytes.length] = value;
        const file = madeFile(cut % 5 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
        const outcome = await allOf(readXlsx(file, profile)).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || outcome instanceof UnreadableFile ? 'fine' : outcome).toBe('fine');
      }),
      { numRuns: 600 },
    );
  }, 60_000);
});
