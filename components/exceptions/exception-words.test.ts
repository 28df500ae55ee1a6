import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import { valuesText } from './exception-words';

const ENGLISH = readerOf('en', 'UTC');

test('the two values stand on the row, in the words of what the reason compares', () => {
  const words = (values: Parameters<typeof valuesText>[0]) => valuesText(values, ENGLISH);
  expect(words({ reason: 'amount_differs', expected: '1099.00 BRL', actual: '1098.50 BRL' })).toBe(
    'bank 1,098.50 BRL ≠ expected 1,099.00 BRL',
  );
  expect(words({ reason: 'missing_at_bank', expected: '-99.00 MXN', actual: null })).toBe(
    'bank no line ≠ expected -99.00 MXN',
  );
  expect(words({ reason: 'missing_at_provider', expected: null, actual: '12.00 ARS' })).toBe(
    'bank 12.00 ARS ≠ expected nothing',
  );
  expect(words({ reason: 'duplicate_at_bank', expected: '1', actual: '2' })).toBe('2 lines ≠ 1 payment');
  expect(words({ reason: 'state_differs', expected: 'failed', actual: '-5.00 BRL' })).toBe(
    'bank -5.00 BRL ≠ provider says it failed',
  );
  expect(words({ reason: 'unknown_type', expected: null, actual: null })).toBeNull();
});

test('the values are in the words and signs of the reader', () => {
  const values = { reason: 'amount_differs', expected: '1099.00 BRL', actual: '1098.50 BRL' } as const;
  expect(valuesText(values, readerOf('pt-BR', 'America/Sao_Paulo'))).toBe('banco 1.098,50 BRL ≠ esperado 1.099,00 BRL');
});
