import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, centsText, compare, decimalsOf, decimalText, fromUnits, subtract, toUnits } from './money';

const amount = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 18 }),
  )
  .map(
    ([isNegative, whole, fraction]) =>
      `${isNegative && (whole > 0n || /[1-9]/.test(fraction)) ? '-' : ''}${whole}${fraction && `.${fraction}`}`,
  );

describe('decimalText', () => {
  test.each([
    ['1298.3766240000', '1298.3766240000'],
    ['100', '100'],
    ['007.50', '7.50'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['-0.00', '0.00'],
    ['-12.50', '-12.50'],
    ['1e3', '1000'],
    ['1.25E2', '125'],
    ['12.5e-3', '0.0125'],
    ['99999999999999999999', '99999999999999999999'],
  ])('%s is %s', (text, expected) => expect(decimalText(text)).toBe(expected));

  test.each([
    '',
    'abc',
    '1,5',
    '1.',
    '.5',
    '+1',
    ' 1',
    '1e999',
    '100000000000000000000',
    '0.0000000000000000001',
    'NaN',
    '0x10',
    '1e99999',
  ])('%j is no exact amount', (text) => expect(decimalText(text)).toBeNull());
});

test.each([
  ['12345', '123.45'],
  ['5', '0.05'],
  ['-5', '-0.05'],
  ['0', '0.00'],
  ['100', '1.00'],
])('%s cents are %s', (cents, expected) => expect(centsText(cents)).toBe(expected));

test.each(['1.5', '', 'x', '1e2', '10000000000000000000000'])('%j is no count of cents', (text) =>
  expect(centsText(text)).toBeNull(),
);

test('an amount comes back from units with every digit it had', () => {
  fc.assert(
    fc.property(amount, (text) => {
      expect(fromUnits(toUnits(text), decimalsOf(text))).toBe(text);
    }),
  );
});

test('adding and subtracting again gives the amount back, to the last digit', () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
    }),
  );
});

test('a sum keeps the decimals of its more precise part', () => {
  expect(add('98.50', '0.5')).toBe('99.00');
  expect(subtract('1298.3766240000', '1298')).toBe('0.3766240000');
});

test('units of what is no amount are refused', () => {
  expect(() => toUnits('1e3')).toThrow('Not an exact amount');
  expect(() => toUnits('0.0000000000000000001')).toThrow('Not an exact amount');
});
