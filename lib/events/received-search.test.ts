import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { searchOf } from './received-search';

test.each([
  ['{"status":"FAILED"}', { by: 'fragment', fragment: '{"status":"FAILED"}' }],
  [' {"a":{"b":[1,null]}} ', { by: 'fragment', fragment: '{"a":{"b":[1,null]}}' }],
  ['{}', { by: 'fragment', fragment: '{}' }],
  ['812', { by: 'id', text: '812' }],
  ['juno:issuance:x', { by: 'id', text: 'juno:issuance:x' }],
  ['[1]', { by: 'id', text: '[1]' }],
  ['{5c2f7a80-0000-4000-8000-000000000001}', { by: 'id', text: '{5c2f7a80-0000-4000-8000-000000000001}' }],
])('%s is looked for as %j', (text, search) => {
  expect(searchOf(text)).toEqual(search);
});

test.each([
  '{',
  '{status:"FAILED"}',
  '{"a":1',
  "{'a':1}",
  '{"a":1} x',
  '{"a":1e400}',
  '{"a":"\\u0000"}',
  '{"a":"\\ud800"}',
  `{"a":${'['.repeat(200)}${']'.repeat(200)}}`,
  `{"a":"${'x'.repeat(2_000)}"}`,
  'a\u0000b',
  'a\ud800b',
])('what no body can hold is said instead of looked for: %#', (text) => {
  const search = searchOf(text);
  expect('message' in search && inEnglish(search.message)).toMatch(/\.$/);
});
