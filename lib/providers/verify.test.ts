import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import type { Rings } from './verify';
import { BODY, JUNO_ADDRESS, judge, OTHER_BODY, ringsDown, ringsUp, type Sent, STRANGER, WAYS, type Way } from './ways';

/** What arrives in each column of the matrix, made from a way's deliveries. */
const CASES: Record<string, (way: Way) => { sent: Sent; rings: Rings }> = {
  genuine: ({ genuine }) => ({ sent: genuine, rings: ringsUp() }),
  forged: ({ genuine }) => ({ sent: { ...genuine, body: BODY.replace('1.50', '9.50') }, rings: ringsUp() }),
  unsigned: ({ unsigned }) => ({ sent: unsigned, rings: ringsUp() }),
  'wrong address': ({ genuine }) => ({ sent: { ...genuine, peer: STRANGER }, rings: ringsUp() }),
  'unknown key': ({ strangers }) => ({ sent: strangers, rings: ringsUp() }),
  'endpoint down': ({ genuine }) => ({ sent: genuine, rings: ringsDown() }),
  replay: ({ genuine }) => ({ sent: { ...genuine, body: OTHER_BODY }, rings: ringsUp() }),
};

/**
 * The matrix. An address and a secret in the path say who speaks and nothing about the words: there a changed body
 * passes, which is why a signature is better. Where keys are configured, no endpoint can be down.
 */
const MATRIX = `
                                 | genuine   | forged  | unsigned | wrong address | unknown key | endpoint down | replay
Juno, signed                     | signature | refused | refused  | signature     | refused     | unavailable   | refused
Juno, signed over the whole body | signature | refused | refused  | signature     | refused     | unavailable   | refused
Juno, by address                 | address   | address | refused  | refused       | refused     | address       | address
BRLA v1                          | signature | refused | refused  | signature     | refused     | unavailable   | refused
BRLA v2 (Avenia)                 | signature | refused | refused  | signature     | refused     | unavailable   | refused
Ripio, ECDSA                     | signature | refused | refused  | refused       | refused     | signature     | refused
Ripio, HMAC                      | signature | refused | refused  | refused       | refused     | signature     | refused
Ripio, secret in the path        | secret    | secret  | refused  | refused       | refused     | secret        | secret`;

const [head = [], ...rows] = MATRIX.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const columns = head.filter((name) => name !== '');
const cells = rows.flatMap(([way = '', ...results]) =>
  results.map((expected, at) => [way, columns[at] ?? '', expected] as const),
);

describe('the verification matrix', () => {
  test('has every way and every case', () => {
    expect(rows.map(([way]) => way)).toEqual(Object.keys(WAYS));
    expect(columns).toEqual(Object.keys(CASES));
    expect(cells).toHaveLength(56);
  });

  test.each(cells)('%s, %s: %s', async (name, column, expected) => {
    const way = WAYS[name] as Way;
    const { sent, rings } = (CASES[column] as (typeof CASES)[string])(way);
    const verdict = await judge(way, sent, rings);
    if (verdict.outcome === 'genuine') expect(verdict.proof).toBe(expected);
    else expect(verdict.outcome).toBe(expected);
    if (verdict.outcome === 'refused') expect(inEnglish(verdict.reason)).toMatch(/^\S.+\.$/);
    if (verdict.outcome === 'unavailable') expect(verdict.reason).toMatch(/^\S.+\.$/);
  });

  test.each(Object.keys(WAYS).filter((name) => !/address|path/.test(name)))(
    '%s: no byte of the signed text can be changed',
    async (name) => {
      const way = WAYS[name] as Way;
      const from = BODY.indexOf('"id"');
      for (let at = from; at < BODY.indexOf('}', from); at++) {
        if (/\s/.test(BODY[at] ?? '')) continue; // blanks are not signed by Juno
        const body = BODY.slice(0, at) + String.fromCharCode(BODY.charCodeAt(at) ^ 1) + BODY.slice(at + 1);
        expect((await judge(way, { ...way.genuine, body })).outcome).toBe('refused');
      }
    },
  );
});

describe('who proved it', () => {
  test.each([
    ['Juno, signed', 'key-1'],
    ['Juno, by address', JUNO_ADDRESS],
    ['BRLA v1', 'brla'],
    ['BRLA v2 (Avenia)', 'avenia'],
    ['Ripio, HMAC', 'ripio'],
    ['Ripio, secret in the path', 'path'],
  ])('%s: %s', async (name, by) => {
    const way = WAYS[name] as Way;
    expect(await judge(way, way.genuine)).toMatchObject({ outcome: 'genuine', by });
  });
});
