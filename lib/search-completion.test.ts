import { expect, test } from 'vitest';
import { completionsOf } from './search-completion';

const labels = (text: string) => completionsOf(text).map(({ label }) => label);

test('the beginning of an operator is completed, wherever in the text it stands', () => {
  expect(labels('am')).toEqual(['amount:']);
  expect(labels('provider:juno -st')).toEqual(expect.arrayContaining(['-status:']));
  expect(completionsOf('provider:juno -stat')[0]?.text).toBe('provider:juno -status:');
  expect(labels('')).toEqual([]);
  expect(labels('zzz')).toEqual([]);
});

test('after the colon come the values, after a comma the ones that are left', () => {
  expect(labels('provider:')).toEqual(['provider:juno', 'provider:ripio', 'provider:brla']);
  expect(labels('provider:juno,b')).toEqual(['provider:juno,brla']);
  expect(completionsOf('is:late -provider:ri')[0]?.text).toBe('is:late -provider:ripio ');
  expect(labels('amount:10')).toEqual([]);
});
