import { expect, test } from 'vitest';
import { progressText, sizeText } from './export-words';

test('a size is told in the unit that fits', () => {
  expect([0, 999, 1_000, 4_321_000, 7_000_000_000_000].map(sizeText)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '4.3 MB',
    '7000.0 GB',
  ]);
});

test('a file under way tells how far it is, and a finished one how many rows it has', () => {
  const file = { rowsWritten: 40_000, rowsExpected: 120_000, state: 'running' } as never;
  expect(progressText(file)).toBe('40,000 of 120,000 rows');
  expect(progressText({ rowsWritten: 1, rowsExpected: null, state: 'done' } as never)).toBe('1 row');
});
