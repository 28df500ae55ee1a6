import { expect, test } from 'vitest';
import { readPosition } from './live-changes';

test('a place in the chain is a whole number that the database can hold, and nothing else', () => {
  expect(readPosition('0')).toBe(0n);
  expect(readPosition('999999999999999999')).toBe(999_999_999_999_999_999n);
  for (const text of [null, '', '-1', '1.5', '1e3', ' 1', '9999999999999999999', "1'; --"])
    expect(readPosition(text)).toBeNull();
});
