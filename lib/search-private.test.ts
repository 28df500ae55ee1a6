import { expect, test } from 'vitest';
import { keptValue } from '@/lib/kept-value';
import { privateValues, withValues } from '@/lib/search-private';
import { readListQuery, writeListQuery } from '@/lib/transactions/filters';

const filtersOf = (address: string) => readListQuery(new URLSearchParams(address)).query.filters;
const CLABE = '646180115400230775';
const CPF = '529.982.247-25';

test.each([
  [`clabe=${CLABE}`, [CLABE]],
  ['clabe=6461*', ['6461']],
  [`q=${CLABE} status:failed -${CPF}`, [CLABE, CPF]],
  [`q=clabe:${CLABE}`, [CLABE]],
  ['clabe=empty', []],
  ['ref=INV-2041&q=INV-2041&e2e=E00416968202603150015aB3dE6gH9jK', []],
])('%s: private are %j', (address, values) => {
  expect(privateValues(filtersOf(address))).toEqual(values);
});

test('with tokens in their place nothing private is left in the address, and the rest says the same', () => {
  const filters = filtersOf(`clabe=!${CLABE}*&q=-${CPF} INV&status=failed`);
  const tokens = new Map([CLABE, CPF].map((value, i) => [value, keptValue(`abcdefghijklmno${i}`)]));
  const kept = withValues(filters, tokens);
  expect(writeListQuery({ filters: kept }).toString()).toBe(
    'status=failed&clabe=%21%7Eabcdefghijklmno0*&q=-%7Eabcdefghijklmno1+INV',
  );
  expect(privateValues(kept)).toEqual([]);
  expect(withValues(kept, new Map([...tokens].map(([value, token]) => [token, value])))).toEqual(filters);
});
