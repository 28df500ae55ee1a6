import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileSchema } from './profile';
import { FOOTER_ROWS, readTable } from './table';
import type { Cell } from './table-cell';
import { allOf, madeProfile, told } from './table-made';

async function* batchOf(rows: readonly (readonly Cell[])[]) {
  yield rows.map((cells, at) => ({ place: `row ${at + 1}`, cells }));
}
const HEADINGS = ['Date', 'Text', 'Amount', 'Balance'];
const parts = (rows: readonly (readonly Cell[])[], more = {}) =>
  allOf(readTable(batchOf(rows), madeProfile(more), { isRagged: false }));
const read = async (rows: readonly (readonly Cell[])[], more = {}) =>
  (await parts([HEADINGS, ...rows], more)).slice(1).map(told);

describe('rows without a date', () => {
  test('are a footer where nothing dated comes after them', async () => {
    const rows = [
      ['01/01/2026', 'a', '1.00', '1.00'],
      ['', 'Total', '1.00', ''],
      ['This is no tax document', '', '', ''],
      ['', '', '', ''],
      ['See 01/01/2026'],
    ];
    const footer = ['row 3 · note', 'row 4 · note', 'row 5 · note', 'row 6 · note'];
    expect((await read(rows)).sort()).toEqual(['row 2 · 2026-01-01 · 1.00 · 1.00 · payment', ...footer]);
  });

  test('are unreadable where a dated row follows, so that no payment hides there', async () => {
    const rows = [
      ['', 'lost its date', '', ''],
      ['01/01/2026', 'a', '1.00', '1.00'],
    ];
    expect(await read(rows)).toEqual([
      'row 2 · unreadable: This row has no date',
      'row 3 · 2026-01-01 · 1.00 · 1.00 · payment',
    ]);
  });

  test('are unreadable with an amount, also at the end', async () => {
    const rows = [
      ['01/01/2026', 'a', '1.00', '1.00'],
      ['', 'b', '2.00', '3.00'],
      ['31/02/2026', 'c', '2.00', '5.00'],
    ];
    expect((await read(rows)).slice(1)).toEqual([
      'row 3 · unreadable: This row has no date',
      'row 4 · unreadable: “31/02/2026” is a day that does not exist, read day first',
    ]);
  });

  test('that go on and on mean that the profile does not fit', async () => {
    const rows = Array.from({ length: FOOTER_ROWS + 1 }, () => ['', 'x', '', '']);
    await expect(read(rows)).rejects.toThrow('More than 1000 rows in a row have no date, up to row 1002');
  });
});

test('a balance row without a day takes that of its neighbour, moves nothing and keeps its balance', async () => {
  const rows = [
    ['', 'Opening balance', '', '10.00'],
    ['01/01/2026', 'a', '1.00', '11.00'],
    ['00/00/0000', 'anything', '11.00', ''],
  ];
  expect(await read(rows)).toEqual([
    'row 2 · 2026-01-01 · 0 · 10.00 · balance',
    'row 3 · 2026-01-01 · 1.00 · 11.00 · payment',
    'row 4 · 2026-01-01 · 0 · 11.00 · balance',
  ]);
});

test('fees and taxes are told by whole words at the beginning', async () => {
  const rows = ['FEE for SPEI', 'Iva 16%', 'IVA', 'Ivana Ejemplo', 'Coffee', 'Opening Balance'].map((text) => [
    '01/01/2026',
    text,
    '1',
    '1',
  ]);
  expect((await read(rows)).map((line) => line.split(' · ')[4])).toEqual([
    'fee',
    'tax',
    'tax',
    'payment',
    'payment',
    'balance',
  ]);
});

test('headings are found below a preamble that grew, and again where the bank repeats them', async () => {
  const rows = [
    ['Bank'],
    ['Account', '1'],
    HEADINGS.map((heading) => ` ${heading.toUpperCase()} `),
    ['01/01/2026', 'a', '1', '1'],
    HEADINGS,
  ];
  expect((await parts(rows, { preamble: 1 })).map(told)).toEqual([
    'row 1 · note',
    'row 2 · note',
    'row 3 · note',
    'row 4 · 2026-01-01 · 1 · 1 · payment',
    'row 5 · note',
  ]);
});

describe('amounts of two columns', () => {
  const columns = { date: 'Date', incoming: 'In', outgoing: 'Out', text: ['Text'] };
  const profile = profileSchema.parse({ format: 'csv', zone: 'UTC', columns });
  test.each([
    ['5.00', '', '5.00'],
    ['', '5.00', '-5.00'],
    ['', '-5.00', '-5.00'],
    ['5.00', '0.00', '5.00'],
    ['0.00', '5.00', '-5.00'],
    ['5.00', '-', '5.00'],
    ['0.00', '0.00', '0.00'],
    ['5.00', '1.00', 'unreadable: Both columns have an amount: 5.00 in and 1.00 out'],
    ['-5.00', '', 'unreadable: The column for incoming money has “-5.00”, which is negative'],
    ['', '', 'unreadable: This row has no amount'],
    ['x', '', 'unreadable: “x” is no amount with “.” before the decimals'],
  ])('%j in and %j out: %s', async (incoming, outgoing, says) => {
    const rows = [
      ['Date', 'Text', 'In', 'Out'],
      ['01/01/2026', 'a', incoming, outgoing],
    ];
    const [, part] = await allOf(readTable(batchOf(rows), profile, { isRagged: false }));
    expect(part && told(part)).toContain(says);
  });
});

test('a direction column decides the sign, and a contradiction is not decided', async () => {
  const columns = { date: 'Date', amount: 'Amount', direction: 'Text', text: [], outgoingWords: ['Saída'] };
  const more = profileSchema.parse({ format: 'csv', zone: 'UTC', columns });
  const rows = ['5', '-5'].flatMap((amount) =>
    ['SAIDA', 'Entrada', ''].map((word) => ['01/01/2026', word, amount, '1']),
  );
  expect((await read(rows, more)).map((line) => line.split(' · ').slice(1, 3).join(' '))).toEqual([
    '2026-01-01 -5',
    '2026-01-01 5',
    'unreadable: The column for the direction is empty',
    '2026-01-01 -5',
    'unreadable: The amount -5 is negative and the direction is “Entrada”',
    'unreadable: The column for the direction is empty',
  ]);
});

test('fields of ids, accounts and tax ids are ids of the line, and a time column makes an instant', async () => {
  const columns = {
    date: 'Date',
    time: 'Time',
    amount: 'Amount',
    account: 'Account',
    taxId: 'CNPJ',
    text: [],
    ids: { e2e: 'E2E' },
  };
  const profile = profileSchema.parse({ format: 'csv', zone: 'America/Sao_Paulo', columns });
  const e2e = 'E12345678202601021530abcdefGHIJ1';
  const rows = [
    ['Date', 'Time', 'Amount', 'Account', 'CNPJ', 'E2E'],
    ['02/01/2026', '12:30', '1.00', '012180000000000008', '11.222.333/0001-81', e2e],
    [
      '02/01/2026',
      '12:30',
      '1.00',
      { kind: 'number', text: '12180000000000000', hasLostDigits: true } as const,
      '',
      '',
    ],
  ];
  const [, first, second] = await allOf(readTable(batchOf(rows), profile, { isRagged: false }));
  expect(first).toMatchObject({ part: 'line', line: { bookedAt: '2026-01-02T15:30:00.000Z' } });
  const ids = first?.part === 'line' ? first.line.ids : [];
  expect(ids).toContainEqual({ kind: 'e2e', value: e2e, key: e2e, from: 'field' });
  expect(ids.map(({ key, from }) => `${key} ${from}`)).toContain('11222333000181 field');
  expect(second && told(second)).toMatch(/unreadable: .* has lost digits/);
});

test('whatever is in a table, each row is told exactly once', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '-',
      '01/01/2026',
      '00/00/0000',
      '1.00',
      '1,00',
      '(2.50)',
      'fee',
      'opening balance',
      'Total',
      'Date',
    ),
    fc.string({ unit: 'binary' }),
  );
  const rows = fc.array(fc.oneof(fc.array(cell, { maxLength: 6 }), fc.constant(HEADINGS)), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const all = [HEADINGS, ...made];
      const places = (await parts(all)).map((part) =>
        part.part === 'line' ? part.line.place : 'place' in part ? part.place : '',
      );
      expect(new Set(places).size).toBe(all.length);
      expect(places).toHaveLength(all.length);
    }),
    { numRuns: 500 },
  );
}, 60_000);
