import { describe, expect, test } from 'vitest';
import { readCsv } from './csv';
import { type StatementFile, UnreadableFile } from './statement';
import { allOf, madeFile, madeProfile, told } from './table-made';

const read = async (content: string | Uint8Array, more = {}, piece?: number) =>
  (await allOf(readCsv(madeFile(content, 'statement.csv', piece), madeProfile(more)))).map(told);
const HEADINGS = 'Date,Text,Amount,Balance\n';

describe('places are lines of the file as an editor counts them', () => {
  const text = `${HEADINGS}01/01/2026,"two\nlines",1.00,1.00\n\n02/01/2026,after,2.00,3.00`;
  const places = ['line 1 · note', 'line 2 · 2026-01-01 · 1.00 · 1.00 · payment', 'line 4 · note'];
  const last = 'line 5 · 2026-01-02 · 2.00 · 3.00 · payment';

  test.each(['\n', '\r\n', '\r'])('also after line breaks in quotes, with %j as line end', async (end) => {
    expect(await read(text.replaceAll('\n', end))).toEqual([...places, last]);
  });

  test('and whatever pieces the file comes in', async () => {
    for (const piece of [1, 2, 3, 7])
      expect(await read(text.replaceAll('\n', '\r\n'), {}, piece)).toEqual([...places, last]);
  });
});

describe('encodings', () => {
  const text = 'Date,Text,Amount,Balance\n01/01/2026,Ação ñ,1.00,1.00\n';
  const textOf = async (bytes: Uint8Array, encoding: string) => {
    const parts = await allOf(readCsv(madeFile(bytes, 'x', 5), madeProfile({ encoding } as object)));
    return parts.flatMap((part) => (part.part === 'line' ? [part.line.text] : []));
  };

  test('Windows-1252, ISO-8859-1 and UTF-16 are read as the profile says', async () => {
    expect(await textOf(Buffer.from(text, 'latin1'), 'windows-1252')).toEqual(['Ação ñ']);
    expect(await textOf(Buffer.from(text, 'latin1'), 'iso-8859-1')).toEqual(['Ação ñ']);
    expect(await textOf(Buffer.from(text, 'utf16le'), 'utf-16le')).toEqual(['Ação ñ']);
  });

  test('a byte order mark outranks the profile', async () => {
    expect(await textOf(Buffer.from(`\ufeff${text}`, 'utf8'), 'windows-1252')).toEqual(['Ação ñ']);
    expect(await textOf(Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-8')).toEqual(['Ação ñ']);
  });

  test('a byte that is none of the encoding names its line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADINGS}01/01/2026,a,1.00,1.00\n`),
      Buffer.from('02/01/2026,\xe7,1,1\n', 'latin1'),
    ]);
    for (const piece of [1, 10, 1000]) {
      await expect(read(bytes, {}, piece)).rejects.toThrow(/Line 3 has bytes that are not UTF-8/);
    }
    await expect(read(`${HEADINGS}a\0b`)).rejects.toThrow(/Line 2 has a zero byte/);
    await expect(read(Buffer.concat([Buffer.from(HEADINGS), Buffer.from([0xc3])]))).rejects.toThrow(/Line 2 has bytes/);
  });
});

describe('rows that are not whole', () => {
  test('too few and too many cells are said with the line; empty ones at the end are none', async () => {
    const rows = '01/01/2026,a,1.00\n01/01/2026,a,1.00,1.00,more\n01/01/2026,a,1.00,1.00,,\n';
    expect(await read(HEADINGS + rows)).toEqual([
      'line 1 · note',
      'line 2 · unreadable: This row has 3 cells instead of 4',
      'line 3 · unreadable: This row has 5 cells instead of 4',
      'line 4 · 2026-01-01 · 1.00 · 1.00 · payment',
    ]);
  });

  test('a quote in the middle of a quoted cell makes its row unreadable and no other', async () => {
    const rows = '01/01/2026,"a" b",1.00,1.00\n02/01/2026,c,1.00,2.00\n';
    expect(await read(HEADINGS + rows)).toEqual([
      'line 1 · note',
      'line 2 · unreadable: A quote inside this row is neither doubled nor at the end of its cell',
      'line 3 · 2026-01-02 · 1.00 · 2.00 · payment',
    ]);
  });

  test('a quote that is never closed is an error of the file, with its line', async () => {
    await expect(
      read(`${HEADINGS}01/01/2026,a,1.00,1.00\n02/01/2026,"b,1.00,2.00\n03/01/2026,c,1,3\n`),
    ).rejects.toThrow('A quote that opens on line 3 is never closed');
  });

  test('a line of 10 MB, a row of 2,000 cells: errors of the file, with the line', async () => {
    const long = `${HEADINGS}01/01/2026,a,1.00,1.00\n${'x'.repeat(10 * 1024 * 1024)}\n`;
    await expect(read(long)).rejects.toThrow(/Line 3 is longer than 1 MiB/);
    await expect(read(long, {}, 20 * 1024 * 1024)).rejects.toThrow(/Line 3 is longer than 1 MiB/);
    await expect(read(`${HEADINGS}"${'x\n'.repeat(1024 * 1024)}`)).rejects.toThrow(/Line 2 is longer than 1 MiB/);
    await expect(read(`${HEADINGS}${','.repeat(2000)}\n`)).rejects.toThrow(/Line 2 has more than 1000 cells/);
  });

  test('missing columns are named, with those that are there', async () => {
    await expect(read('Day,Text,Amount\n')).rejects.toThrow(
      'The columns “Date”, “Balance” are missing; there are the headings “Day”, “Text”, “Amount” (line 1)',
    );
    await expect(read('')).rejects.toThrow(UnreadableFile);
    await expect(read('Date,Text,Amount,Amount,Balance\n')).rejects.toThrow(/“Amount” is there twice/);
  });
});

test('300,000 rows are read as fast as they are taken, and never further ahead than a piece', async () => {
  const ROWS = 300_000;
  const PER_PIECE = 1000;
  let made = 0;
  async function* open() {
    const encoder = new TextEncoder();
    yield encoder.encode(HEADINGS);
    for (let piece = 0; piece < ROWS / PER_PIECE; piece++) {
      let text = '';
      for (let i = 0; i < PER_PIECE; i++) text += `0${(made++ % 9) + 1}/01/2026,"Payment ${made}",1.00,${made}.00\r\n`;
      yield encoder.encode(text);
    }
  }
  const file: StatementFile = { name: 'large.csv', size: 0, open };
  let lines = 0;
  let furthest = 0;
  for await (const part of readCsv(file, madeProfile())) {
    if (part.part === 'line') lines++;
    furthest = Math.max(furthest, made - lines);
  }
  expect({ made, lines }).toEqual({ made: ROWS, lines: ROWS });
  expect(furthest).toBeLessThanOrEqual(2 * PER_PIECE);
}, 60_000);
