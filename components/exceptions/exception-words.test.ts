import { expect, test } from 'vitest';
import { ageText, valuesText } from './exception-words';

test('the two values stand on the row, in the words of what the reason compares', () => {
  expect(valuesText({ reason: 'amount_differs', expected: '1099.00 BRL', actual: '1098.50 BRL' })).toBe(
    'bank 1,098.50 BRL ≠ expected 1,099.00 BRL',
  );
  expect(valuesText({ reason: 'missing_at_bank', expected: '-99.00 MXN', actual: null })).toBe(
    'bank no line ≠ expected -99.00 MXN',
  );
  expect(valuesText({ reason: 'missing_at_provider', expected: null, actual: '12.00 ARS' })).toBe(
    'bank 12.00 ARS ≠ expected nothing',
  );
  expect(valuesText({ reason: 'duplicate_at_bank', expected: '1', actual: '2' })).toBe('2 lines ≠ 1 payment');
  expect(valuesText({ reason: 'state_differs', expected: 'failed', actual: '-5.00 BRL' })).toBe(
    'bank -5.00 BRL ≠ provider says it failed',
  );
  expect(valuesText({ reason: 'unknown_type', expected: null, actual: null })).toBeNull();
});

test('an age is whole days', () => {
  expect(ageText({ ageDays: 0 })).toBe('today');
  expect(ageText({ ageDays: 4 })).toBe('4 d');
});
