import { expect, test } from 'vitest';
import { containing, LONGEST_SEARCHED } from './json-contains';

const isIn = (fragment: string, body: string) => containing(fragment)(new TextEncoder().encode(body));

test.each([
  ['{}', '{"a":1}'],
  ['{"a":1}', '{"b":2,"a":1}'],
  ['{"a":{"b":"x"}}', '{"a":{"b":"x","c":[1]}}'],
  ['{"a":[3,1]}', '{"a":[1,2,3]}'],
  ['{"a":[{"b":1}]}', '{"a":[{"c":0},{"b":1,"d":2}]}'],
  ['{"a":1.5}', '{"a":1.50}'],
  ['{"a":150}', '{"a":1.5e2}'],
  ['{"a":0}', '{"a":-0.00}'],
  ['{"a":646180110400000007}', '{"a":646180110400000007}'],
  ['{"a":null}', '{"a":null}'],
  ['{"a":2}', '{"a":1,"a":2}'],
  ['{"a":1}', '\uFEFF{"a":1}'],
])('%s is in %s', (fragment, body) => {
  expect(isIn(fragment, body)).toBe(true);
});

test.each([
  ['{"a":1}', '{"a":2}'],
  ['{"a":1}', '{"a":"1"}'],
  ['{"a":"1"}', '{"a":1}'],
  ['{"a":{}}', '{"a":[]}'],
  ['{"a":[]}', '{"a":{}}'],
  ['{"a":null}', '{}'],
  ['{"a":[1,4]}', '{"a":[1,2,3]}'],
  ['{"toString":{}}', '{"a":1}'],
  // One digit apart beyond what a double can tell.
  ['{"a":646180110400000007}', '{"a":646180110400000008}'],
  ['{"a":1}', '[{"a":1}]'],
  ['{"a":1}', 'no JSON'],
  ['{"a":1}', ''],
  ['{}', `{"a":"${'x'.repeat(LONGEST_SEARCHED)}"}`],
])('%s is not in %s', (fragment, body) => {
  expect(isIn(fragment, body)).toBe(false);
});

test('bytes that are no text contain nothing and end nobody', () => {
  expect(containing('{"a":1}')(Uint8Array.of(0xff, 0xfe, 0x00))).toBe(false);
});
