import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, fingerprint, type Json, readJson } from './json';

const bytes = (text: string) => new TextEncoder().encode(text);
const value = (text: string): Json => {
  const read = readJson(bytes(text));
  if (!read.ok) throw new Error(read.reason);
  return read.value;
};

test.each([
  ['', 'empty'],
  ['{', 'not JSON'],
  ['hello', 'not JSON'],
  ['{"a":1,"a":2}', 'not JSON'],
  ['{"a":"x\\u0000y"}', 'NUL'],
  ['{"a\\u0000":1}', 'NUL'],
  ['{"a":"\\ud800"}', 'surrogate'],
  ['{"a":{"__proto__":{"amount":"7"}}}', '__proto__'],
  ['{"a":{"__proto__":5}}', '__proto__'],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nested deeper'],
])('%.20j is refused with a reason that says %s', (text, reason) => {
  expect(readJson(bytes(text))).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
});

test('bytes that are no UTF-8 are refused', () => {
  expect(readJson(new Uint8Array([0xff, 0xfe, 0x7b]))).toMatchObject({
    ok: false,
    reason: expect.stringContaining('UTF-8'),
  });
});

test('numbers keep every digit they were written with', () => {
  expect(canonicalJson(value('{"a":12345678901234567890.123456789012345678}'))).toBe(
    '{"a":12345678901234567890.123456789012345678}',
  );
});

test('the fingerprint is of the content: blanks and the order of members do not count, anything else does', () => {
  expect(fingerprint(value('{"a":1,"b":[true,null]}'))).toBe(
    fingerprint(value(' { "b" : [ true , null ] , "a" : 1 } ')),
  );
  expect(fingerprint(value('{"a":1}'))).not.toBe(fingerprint(value('{"a":1.0}')));
  expect(fingerprint(value('{"a":"1"}'))).not.toBe(fingerprint(value('{"a":1}')));
});

test('reading never throws, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (body) => typeof readJson(body).ok === 'boolean'));
  fc.assert(fc.property(fc.json({ maxDepth: 8 }), (text) => typeof readJson(bytes(text)).ok === 'boolean'));
});
