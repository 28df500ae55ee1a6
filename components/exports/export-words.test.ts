import { expect, test } from 'vitest';
import { translatorOf } from '@/lib/language/translator';
import { progressText, sizeText } from './export-words';

const t = translatorOf('en', 'exports');
const SIZES = [0, 999, 1_000, 4_321_000, 7_000_000_000_000];

test('a size is told in the unit that fits', () => {
  expect(SIZES.map((size) => sizeText(size, t, 'en'))).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '4.3 MB',
    '7000.0 GB',
  ]);
  expect(sizeText(4_321_000, translatorOf('pt-BR', 'exports'), 'pt-BR')).toBe('4,3 MB');
});

test('a file under way tells how far it is, and a finished one how many rows it has', () => {
  const file = { rowsWritten: 40_000, rowsExpected: 120_000, state: 'running' } as never;
  expect(progressText(file, t)).toBe('40,000 of 120,000 rows');
  expect(progressText({ rowsWritten: 1, rowsExpected: null, state: 'done' } as never, t)).toBe('1 row');
});
