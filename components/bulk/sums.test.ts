import { expect, test } from 'vitest';
import { sumsOf } from './sums';

test('amounts are added per currency, exactly, and an untold one adds nothing', () => {
  const amounts = [
    { amount: '0.1', currency: 'MXN' },
    { amount: '10', currency: 'BRL' },
    null,
    { amount: '0.2', currency: 'MXN' },
  ];
  expect(sumsOf(amounts)).toEqual([
    { amount: '0.3', currency: 'MXN' },
    { amount: '10', currency: 'BRL' },
  ]);
  expect(sumsOf([null])).toEqual([]);
});
