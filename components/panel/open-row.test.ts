import { expect, test } from 'vitest';
import { readListQuery } from '@/lib/transactions/filters';
import { readOpenRow } from './open-row';

test('the open row is no filter of the list, and no parameter that is ignored aloud', () => {
  const search = new URLSearchParams('provider=juno&sel=juno%3Aissuance%3A1');
  expect(readOpenRow(search)).toBe('juno:issuance:1');
  const { query, problems } = readListQuery(search);
  expect(problems).toEqual([]);
  expect(query).toEqual(readListQuery(new URLSearchParams('provider=juno')).query);
});

test('an empty parameter opens nothing', () => {
  expect(readOpenRow(new URLSearchParams('sel='))).toBeNull();
  expect(readOpenRow(new URLSearchParams())).toBeNull();
});
