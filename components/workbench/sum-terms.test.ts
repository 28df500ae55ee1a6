import { expect, test } from 'vitest';
import { sumTerms } from './sum-terms';

const told = (bank: string, payments: string, explained: string, remainder: string) =>
  sumTerms({
    outcome: 'told',
    currency: 'MXN',
    bank,
    payments,
    explained,
    explanations: [],
    remainder,
    isZero: remainder === '0.00',
  });

test('what came in is written as the bank writes it', () => {
  expect(told('298.50', '300.00', '1.50', '0.00')).toEqual({
    isOut: false,
    bank: '298.50',
    payments: { sign: '−', amount: '300.00' },
    explained: { sign: '+', amount: '1.50' },
    remainder: '0.00',
  });
});

test('what went out is written without signs, and still adds up', () => {
  expect(told('-298.50', '-300.00', '-1.50', '0.00')).toEqual(
    expect.objectContaining({ isOut: true, bank: '298.50', payments: { sign: '−', amount: '300.00' } }),
  );
  expect(told('-301.00', '-300.00', '0', '-1.00').remainder).toBe('1.00');
});

test('a term of the other sign turns its sign instead of showing two', () => {
  const terms = told('-10.00', '5.00', '2.00', '-13.00');
  expect(terms.payments).toEqual({ sign: '+', amount: '5.00' });
  expect(terms.explained).toEqual({ sign: '−', amount: '2.00' });
  expect(terms.remainder).toBe('13.00');
});
