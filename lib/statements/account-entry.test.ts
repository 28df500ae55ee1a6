import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { mayBeAccount, readAccountEntry } from './account-entry';

const form = (fields: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const FILLED = { name: ' BBVA ', rail: 'spei', bank: '', number: '', currency: 'mxn', zone: 'America/Mexico_City' };

test('a filled form is an account; what is left empty is not known', () => {
  expect(readAccountEntry(form(FILLED))).toEqual({
    entry: { name: 'BBVA', rail: 'spei', bank: null, number: null, currency: 'MXN', zone: 'America/Mexico_City' },
  });
});

test('what is wrong is said in a sentence each', () => {
  const read = readAccountEntry(form({ ...FILLED, name: ' ', currency: '$', zone: 'Mars' }));
  expect('problems' in read && read.problems.map(inEnglish)).toEqual([
    'The name is missing.',
    'The currency must be a code such as MXN.',
    'The time zone is not one of the zones.',
  ]);
  const long = readAccountEntry(form({ ...FILLED, name: 'x'.repeat(101), rail: 'swift', bank: 'x'.repeat(101) }));
  expect('problems' in long && long.problems.map(inEnglish)).toEqual([
    'The name is too long: 100 characters at the most.',
    'The rail is not one of the rails.',
    'The bank is too long: 100 characters at the most.',
  ]);
});

test.each([
  ['012180001234567897', '0121 8000 1234 567897', true],
  ['77777-7', '0001 77777-7', true],
  ['0001234567', '1234567', true],
  [null, '012180001234567897', true],
  ['12', '99', true],
  ['77777-7', '0001 99999-9', false],
])('a file of account %s may be of %s: %s', (told, number, expected) => {
  expect(mayBeAccount(told, number)).toBe(expected);
});
