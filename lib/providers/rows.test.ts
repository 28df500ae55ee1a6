import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LosslessNumber } from './json';
import { rowsOf } from './rows';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function* cut(bytes: Uint8Array, at: readonly number[]) {
  const places = [...new Set([0, ...at.map((place) => place % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  for (const [i, from] of places.entries()) yield bytes.subarray(from, places[i + 1] ?? from);
}

async function read(text: string, path: string, at: readonly number[] = []) {
  const reader = rowsOf(cut(bytesOf(text), at), path);
  const rows: string[] = [];
  for await (const row of reader) rows.push(textOf(row));
  return { rows, beside: Object.fromEntries(reader.beside) };
}

describe('the rows of a list', () => {
  test('are the bytes that stood there, blanks and digits and all', async () => {
    const text =
      ' {"a":[1,{"events":[0]}],\n"events" : [ {"n": 1.50, "t":"}]\\"{"} ,[ ], "x" ,12e3\t, null,{}] , "next":"p2"} \n';
    expect(await read(text, 'events')).toEqual({
      rows: ['{"n": 1.50, "t":"}]\\"{"}', '[ ]', '"x"', '12e3', 'null', '{}'],
      beside: { next: 'p2' },
    });
  });

  test('are found inside, and what paging needs beside them', async () => {
    const text = '{"success":true,"payload":{"last":false,"content":[{"id":"1"}],"number":0,"sort":{"last":true}}}';
    expect(await read(text, 'payload.content')).toEqual({
      rows: ['{"id":"1"}'],
      beside: { success: true, 'payload.last': false, 'payload.number': new LosslessNumber('0') },
    });
  });

  test('are found whatever their list is called, where there is only one', async () => {
    expect(await read('{"cursor":"c","things":[1,2],"total":{"a":1}}', '*')).toEqual({
      rows: ['1', '2'],
      beside: { cursor: 'c' },
    });
    await expect(read('{"a":[],"b":[]}', '*')).rejects.toThrow('twice');
    await expect(read('{"a":{"b":[]}}', '*')).rejects.toThrow('no list');
  });

  test('are none where the list is empty, or null as servers in Go spell it', async () => {
    for (const list of ['[]', '[ \n]', 'null']) {
      expect((await read(`{"events":${list}}`, 'events')).rows).toEqual([]);
      expect((await read(`{"events":${list}}`, '*')).rows).toEqual([]);
    }
  });

  test('may have a name that is spelt with escapes', async () => {
    expect((await read('{"\\u0065vents":[1]}', 'events')).rows).toEqual(['1']);
  });
});

describe('a document that is not what it should be', () => {
  test.each([
    ['', 'answered nothing'],
    [' \n', 'answered nothing'],
    ['<!doctype html><title>Down</title>', 'HTML'],
    ['[1]', 'no JSON object'],
    ['{}', 'no list in events'],
    ['{"other":[]}', 'no list in events'],
    ['{"events":{}}', 'no list in events'],
    ['{"events":"[]"}', 'no list in events'],
    ['{"events":7}', 'no list in events'],
    ['{"events":nil}', 'not JSON'],
    ['{"events":[],"events":[]}', 'events twice'],
    ['{"events":[1 2]}', 'cut off|not JSON'],
    ['{"events":[1,]}', 'not JSON'],
    ['{"events":[,1]}', 'not JSON'],
    ['{"events":[1}]}', 'not JSON'],
    ['{"events":[{"a":[}]]}', 'not JSON'],
    ['{"events":[]', 'cut off'],
    ['{"events":[]}{"events":[]}', 'not JSON'],
    ['{"events":[]} trailing', 'not JSON'],
    ['{events:[]}', 'not JSON'],
    ['{"events" []}', 'not JSON'],
    ['{"a":1,,"events":[]}', 'not JSON'],
    ['{"a":tru,"events":[]}', 'not JSON'],
    [`{"events":[${'['.repeat(513)}`, 'deeper than 512'],
    [`{"events":["${'x'.repeat(1024 * 1024)}"]}`, 'more than 1048576 bytes'],
    [`{"a":"${'x'.repeat(64 * 1024)}","events":[]}`, 'more than 65536 bytes'],
  ])('is said to be so: %.40s', async (text, reason) => {
    await expect(read(text, 'events')).rejects.toThrow(new RegExp(reason));
  });

  test('is noticed wherever it was cut off', async () => {
    const text = '{"a":{"b":[1,"x"]},"events":[{"id":"1","n":[1,{"q":"\\"]"}]},"two",3],"next":null}';
    for (let length = 0; length < text.length; length++)
      await expect(read(text.slice(0, length), 'events'), `cut after ${length}`).rejects.toThrow(/^answered/);
    expect((await read(text, 'events')).rows).toHaveLength(3);
  });
});

describe('any document in any pieces', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const blank = fc.constantFrom('', ' ', '\n\t', '  \r\n');
  const document = fc.record({ before: fc.dictionary(fc.string(), value), rows: fc.array(value), blank, after: value });

  test('gives the rows that JSON.parse gives', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.array(fc.nat()), async ({ before, rows, blank, after }, at) => {
        const { events: _, payload: __, ...harmless } = before;
        const list = JSON.stringify(rows, null, blank.replace(/[\r\n\t]/g, ' '));
        const members = Object.entries({ ...harmless, after }).map(
          ([k, v]) => `${JSON.stringify(k)}${blank}:${JSON.stringify(v)}`,
        );
        const text = `${blank}{${[...members, `"payload":${blank}{"x":1,"events"${blank}:${list}}`].join(`${blank},`)}${blank}}`;
        const found = await read(text, 'payload.events', at);
        expect(found.rows.map((row) => JSON.parse(row))).toEqual(JSON.parse(text).payload.events);
      }),
      { numRuns: 500 },
    );
  });

  test('with a byte changed is refused or says the same as JSON.parse', async () => {
    const text = '{"a":[1,{"b":"c"}],"events":[{"id":"1","t":"\\"}"},[2,[]],"x",null],"next":{"p":1}}';
    const changed = fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...'{}[],:"\\ 1an'));
    await fc.assert(
      fc.asyncProperty(changed, fc.array(fc.nat()), async ([place, character], at) => {
        const other = text.slice(0, place) + character + text.slice(place + 1);
        const parsed = parsedOrNull(other);
        const found = await read(other, 'events', at).catch(() => null);
        if (Array.isArray(parsed?.events)) expect(found?.rows.map((row) => JSON.parse(row))).toEqual(parsed.events);
        else if (parsed) expect(found).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test('is read in flat memory', async () => {
    const row = bytesOf(`{"id":"${'x'.repeat(1000)}"},`);
    async function* endless() {
      yield bytesOf('{"events":[');
      for (let i = 0; i < 100_000; i++) yield row;
      yield bytesOf('{}]}');
    }
    global.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    let count = 0;
    let most = 0;
    for await (const _ of rowsOf(endless(), 'events'))
      if (++count % 5_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    expect(count).toBe(100_001);
    expect(most).toBeLessThan(64 * 1024 * 1024);
  });
});

function parsedOrNull(text: string): { events?: unknown } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
