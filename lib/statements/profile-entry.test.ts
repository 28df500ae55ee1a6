import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { profileSchema } from './profile';
import { type Entry, readProfileEntry } from './profile-entry';

const CSV = profileSchema.parse({ format: 'csv', zone: 'UTC' });
const FILLED = {
  zone: 'America/Mexico_City',
  encoding: 'windows-1252',
  delimiter: '\t',
  decimal: ',',
  dateOrder: 'mdy',
  preamble: '3',
  'column-date': 'FECHA',
  'column-incoming': 'ABONO',
  'id-e2e': 'E2E',
  text: 'CONCEPTO',
  feeTexts: 'comision\r\n\r\n cuota ',
};
const form = (fields: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

test('a filled form is a profile, the tab as delimiter included', () => {
  expect(readProfileEntry(form(FILLED), CSV)).toEqual({
    profile: {
      ...CSV,
      zone: 'America/Mexico_City',
      encoding: 'windows-1252',
      delimiter: '\t',
      decimal: ',',
      dateOrder: 'mdy',
      preamble: 3,
      columns: { date: 'FECHA', incoming: 'ABONO', outgoingWords: [], text: ['CONCEPTO'], ids: { e2e: 'E2E' } },
      balanceTexts: [],
      feeTexts: ['comision', 'cuota'],
      taxTexts: [],
    },
  });
});

const problemsOf = (read: Entry) => ('problems' in read ? read.problems.map(inEnglish) : null);

test('a table without a day or an amount is not read, and the form says which column is missing', () => {
  const { 'column-date': _day, 'column-incoming': _in, ...rest } = FILLED;
  expect(problemsOf(readProfileEntry(form(rest), CSV))).toEqual([
    'Choose the column of the day.',
    'Choose the column of the amount, or those of money in and money out.',
  ]);
});

test('a number of rows that is none is said', () => {
  const read = readProfileEntry(form({ ...FILLED, preamble: 'many' }), CSV);
  expect(problemsOf(read)).toEqual(['The number of rows before the headings must be between 0 and 100.']);
});

test('of a layout that says everything itself only the zone is taken', () => {
  const ofx = profileSchema.parse({ format: 'ofx', zone: 'UTC' });
  expect(readProfileEntry(form(FILLED), ofx)).toEqual({ profile: { ...ofx, zone: 'America/Mexico_City' } });
});
