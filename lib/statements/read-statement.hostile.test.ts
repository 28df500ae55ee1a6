import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { isCalendarDate } from '@/lib/time-zones';
import { WHOLE_FILE_MEBIBYTES } from './decode';
import { type Format, profileSchema } from './profile';
import { readStatement } from './read-statement';
import { type StatementFile, type StatementPart, UnreadableFile } from './statement';
import { madeFile } from './table-made';

/** What a file as a whole is good for: its parts, or why it is none. Anything else that is thrown fails the test. */
async function outcome(
  file: StatementFile,
  format: Format,
): Promise<{ parts: StatementPart[]; refusal: string | null }> {
  const profile = profileSchema.parse({ format, zone: 'America/Sao_Paulo' });
  const parts: StatementPart[] = [];
  try {
    for await (const part of readStatement(file, profile, '012180001234567899')) parts.push(part);
    return { parts, refusal: null };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { parts, refusal: inEnglish(error.said) };
  }
}

const fixture = (name: string) => new Uint8Array(readFileSync(path.join(import.meta.dirname, 'fixtures', name)));
const FIXTURES: readonly [format: Format, name: string][] = [
  ['ofx', 'sgml.ofx'],
  ['ofx', 'card.ofx'],
  ['camt053', 'camt053-02.xml'],
  ['camt053', 'camt053-08.xml'],
  ['cnab', 'statement-240.ret'],
  ['cnab', 'payments-240.ret'],
  ['cnab', 'pix-750.ret'],
  ['cnab', 'pix-750-001.ret'],
  ['cuaderno_43', 'mx-banorte.txt'],
  ['pix_api', 'pix.json'],
  ['pix_api', 'pix.jsonl'],
  ['cep', 'cep.xml'],
];
const amounts = (parts: readonly StatementPart[]) =>
  parts.flatMap((part) =>
    part.part === 'line' ? [`${part.line.place} ${part.line.bookedOn} ${part.line.amount}`] : [],
  );

describe('files that are cut off', () => {
  test.each(FIXTURES)('%s: %s, at every fiftieth of its length', async (format, name) => {
    const bytes = fixture(name);
    const whole = amounts((await outcome(madeFile(bytes), format)).parts);
    // One payment per line has no end of its own, and after its closing balance a Cuaderno 43 has said everything.
    const ends: Readonly<Record<string, number>> = {
      'pix.jsonl': 0,
      'mx-banorte.txt': Buffer.from(bytes).indexOf('484    '),
    };
    const end = ends[name] ?? bytes.length;
    for (let k = 0; k < 50; k++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * k) / 50));
      const { parts, refusal } = await outcome(madeFile(cut), format);
      if (cut.length < end) expect(refusal, `cut at ${cut.length}`).not.toBeNull();
      expect(whole).toEqual(expect.arrayContaining(amounts(parts)));
    }
  });
});

/** A generator of numbers below a bound, the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const INSERTS = [
  '<',
  '>',
  '</',
  '&',
  '&#0;',
  '&amp;',
  '"',
  '{',
  '}',
  '[',
  ']',
  '\0',
  '\n',
  '\ud800',
  '-',
  '9'.repeat(30),
  'é',
  '<![CDATA[',
  '<!--',
  '\\u0000',
  '\\ud800',
  '<STMTTRN>',
  '__proto__',
  'constructor',
];

function mutated(bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  let made = Buffer.from(bytes);
  for (let k = roll(4) + 1; k > 0; k--) {
    const at = roll(made.length + 1);
    const length = roll(40);
    const rest = made.subarray(Math.min(at + length, made.length));
    const piece = made.subarray(at, at + length);
    const change = roll(4);
    if (change === 0) made[at] = roll(256);
    else if (change === 1) made = Buffer.concat([made.subarray(0, at), rest]);
    else if (change === 2) made = Buffer.concat([made.subarray(0, at), piece, piece, rest]);
    else
      made = Buffer.concat([made.subarray(0, at), Buffer.from(INSERTS[roll(INSERTS.length)] ?? ''), made.subarray(at)]);
  }
  return made;
}

/** A database stores neither a zero character nor half a pair. */
function storable(_name: string, value: unknown): unknown {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw new Error(JSON.stringify(value));
  return value;
}

/** Per fixture, so that each format has at least 2,000. */
const ROUNDS = {
  csv: 0,
  xlsx: 0,
  ofx: 1000,
  camt053: 1000,
  cnab: 700,
  cuaderno_43: 2000,
  pix_api: 1000,
  cep: 2000,
} as const;

describe('mutated files', () => {
  test.each(FIXTURES)(
    '%s: changes of %s throw nothing else, and make no line without a day and an amount',
    async (format, name) => {
      const bytes = fixture(name);
      const roll = dice(20_260_314);
      for (let round = 0; round < ROUNDS[format]; round++) {
        const { parts } = await outcome(madeFile(mutated(bytes, roll)), format);
        for (const part of parts) {
          const shown = `round ${round}: ${JSON.stringify(part, storable)}`;
          if (
            part.part === 'line' &&
            (!isCalendarDate(part.line.bookedOn) || !/^-?\d+(\.\d+)?$/.test(part.line.amount))
          ) {
            expect.fail(shown);
          }
        }
      }
    },
    60_000,
  );
});

describe('files made to harm', () => {
  const XML: readonly Format[] = ['camt053', 'cep', 'ofx'];
  const laughs = `<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><OFX><Stmt>&b;</Stmt></OFX>`;
  const outside = `<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><OFX><!DOCTYPE y SYSTEM "http://localhost/"></OFX>`;

  test.each(XML)('%s: entities within entities, and outside of the file', async (format) => {
    for (const text of [laughs, outside]) {
      const { parts, refusal } = await outcome(madeFile(text), format);
      expect(refusal).not.toBeNull();
      expect(JSON.stringify(parts)).not.toContain('ha');
    }
  });

  test.each([
    ['ofx', `<OFX>${'A'.repeat(10_000_000)}`],
    ['ofx', '<OFX><A'.repeat(1_400_000)],
    ['camt053', `<Document><a>${'A'.repeat(10_000_000)}`],
    ['camt053', '<a>'.repeat(3_000_000)],
    ['cep', `<SPEI_Tercero cadenaCDA="${'|'.repeat(10_000_000)}"/>`],
    ['cnab', '0'.repeat(10_000_000)],
    ['pix_api', `[${'1'.repeat(10_000_000)}]`],
    ['pix_api', '['.repeat(10_000_000)],
  ] as const)(
    '%s: one line of 10 MB is refused or told as unreadable',
    async (format, text) => {
      const { parts, refusal } = await outcome(madeFile(text), format);
      expect(refusal !== null || parts.some(({ part }) => part === 'unreadable')).toBe(true);
      expect(parts.filter(({ part }) => part === 'line')).toEqual([]);
    },
    60_000,
  );

  test('a line of 10 MB in the middle of a CNAB file is one unreadable line', async () => {
    const [header = '', ...rest] = Buffer.from(fixture('statement-240.ret')).toString().split('\r\n');
    const text = [header, 'x'.repeat(10_000_000), ...rest].join('\n');
    const { parts, refusal } = await outcome(madeFile(text), 'cnab');
    expect(refusal).toBeNull();
    expect(amounts(parts)).toHaveLength(2);
    expect(parts.find(({ part }) => part === 'unreadable')).toMatchObject({ place: 'line 2' });
  });

  test('what is larger than the limit is refused before it is read, and while it is read if it lied', async () => {
    const piece = new Uint8Array(1024 * 1024).fill(0x20);
    let pieces = 0;
    async function* open() {
      for (;;) {
        pieces++;
        yield piece;
      }
    }
    for (const size of [200 * 1024 * 1024, 10]) {
      const { refusal } = await outcome({ name: 'big.ofx', size, open }, 'ofx');
      expect(refusal).toBe(`big.ofx is larger than ${WHOLE_FILE_MEBIBYTES} MiB, the limit of its layout`);
    }
    expect(pieces).toBe(WHOLE_FILE_MEBIBYTES + 1);
  });

  test('names that JavaScript gives a meaning to have none here', async () => {
    const text =
      '{"pix":[{"__proto__":{"endToEndId":"E18236120202603151209s0123456789"},"constructor":1}],"toString":2}';
    const { parts } = await outcome(madeFile(text), 'pix_api');
    expect(parts).toContainEqual(expect.objectContaining({ part: 'unreadable', place: 'pix 1' }));
    const xml = await outcome(madeFile('<constructor><__proto__><a/></__proto__></constructor>'), 'camt053');
    expect(xml.refusal).not.toBeNull();
  });
});
