import { expect, test } from 'vitest';
import { keptValue, typedOf, wordsOf } from '@/lib/kept-value';
import { isPrivateList, PRIVATE_LISTS, type PrivateListName } from '@/lib/private-lists';
import { hasTyped } from '@/lib/private-typed';

const CLABE = '646180115400230775';
const CPF = '529.982.247-25';
const TOKEN = keptValue('abcdefghijklmno0');

test.each<[PrivateListName, string, string[]]>([
  ['legs', `q=${CLABE}&account=6461&state=late`, [CLABE, '6461']],
  ['legs', `q=%20${CPF}%20&q=${CPF}`, [CPF]],
  ['legs', `q=${TOKEN}&account=${TOKEN}`, []],
  ['legs', 'q=juno:redemption:00000000-0000-4000-8000-000000000001&account=', []],
  ['lines', 'q=Xochitl Zarandona&account=bbva-mx', ['Xochitl Zarandona']],
  ['lines', 'q=PAGO A JUAN PEREZ 77&statement=4', ['PAGO A JUAN PEREZ 77']],
  ['lines', 'q=MBAN01002610060000777001&amount_min=100', []],
  ['exceptions', `q=${CPF}&owner=ana@example.test`, [CPF]],
  ['workbench', `find=${CLABE}&q=INV-2041&line=7`, [CLABE]],
  ['workbench', 'find=749.50', []],
  ['refunds', `q=${CLABE}`, [CLABE]],
  ['refunds', 'q=filter-me', []],
  ['received', `find=${CPF}`, [CPF]],
  ['received', 'find={"name":"Ana"}', ['{"name":"Ana"}']],
  ['received', 'find={"name":"An', ['{"name":"An']],
  ['received', 'find=planted-issuance-1&provider=juno', []],
  ['transactions', `clabe=${CLABE}&q=INV`, [CLABE]],
])('%s?%s: private are %j', (list, address, values) => {
  expect(PRIVATE_LISTS[list].valuesOf(new URLSearchParams(address))).toEqual(values);
});

test.each<[PrivateListName, string, string]>([
  ['legs', `state=late&q=%20${CLABE}&cursor=abc`, 'state=late&q=%7Eabcdefghijklmno0'],
  ['workbench', `find=${CLABE}&line=7&line=8`, 'find=%7Eabcdefghijklmno0&line=7&line=8'],
  ['transactions', `status=failed&clabe=${CLABE}&cursor=abc`, 'status=failed&clabe=%7Eabcdefghijklmno0'],
])('%s?%s: with the token in its place the rest says the same, from the first page', (name, address, written) => {
  const list = PRIVATE_LISTS[name];
  const kept = list.withValues(new URLSearchParams(address), new Map([[CLABE, TOKEN]]));
  expect(kept.toString()).toBe(written);
  expect(list.valuesOf(kept)).toEqual([]);
  expect(list.keptOf(kept)).toEqual([TOKEN]);
});

test('what is shown for a token is its words, and the value only to whoever typed it', () => {
  const kept = { [TOKEN]: { words: 'a number', typed: CLABE, isForgotten: false } };
  expect([wordsOf(TOKEN, kept), wordsOf('INV', kept)]).toEqual(['a number', 'INV']);
  expect([typedOf(TOKEN, kept), typedOf('INV', kept), typedOf(null, kept)]).toEqual([CLABE, 'INV', '']);
});

test('only lists are kept for', () => {
  expect(['legs', 'transactions', 'constructor', '__proto__', ''].map(isPrivateList)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  ['INV-2041', true],
  [CLABE, true],
  [TOKEN, false],
  [' ', false],
])('the browser posts what is typed and not kept: %j %s', (text, isPosted) => {
  expect(hasTyped('legs', new URLSearchParams({ state: 'late', q: text }))).toBe(isPosted);
  expect(hasTyped('received', new URLSearchParams({ q: text }))).toBe(false);
});
