import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { add, compare, fromUnits, subtract, toUnits } from '@/lib/money';
import { explain, isHundredfold } from './explain';
import { explainConversion } from './explain-conversion';
import { lineOf, type Message, transactionsOf } from './golden-case';
import { burn, deposit, increment, mint, redemption, transfer } from './golden-payments';
import type { Leg } from './leg';
import { legsOf } from './legs';

function leg(name: string, told: readonly Message[]): Leg {
  const related = transactionsOf(told);
  const all = related.flatMap((one) => legsOf(one, { environment: 'stage', related }));
  const found = all.find((one) => `${one.rail} ${one.direction}` === name);
  if (!found) throw new Error(`No leg ${name}`);
  return found;
}

const PAID = leg('pix out', [...burn(), ...transfer({ reverted: 50000 })]);
const BACK = leg('pix in', [...burn(), ...transfer({ reverted: 50000 })]);
const MINTED = leg('pix in', mint());
const ADDED = leg('chain in', increment());
const DEPOSITED = leg('ars in', deposit());
const line = (amount: string, currency: string, on = '2026-03-02') => lineOf({ on, amount, currency });

describe('a difference in lines that add up', () => {
  test('what is paid out is the amount less the fee', () => {
    expect(explain(line('-1499.25', 'BRL'), [PAID])).toEqual({
      outcome: 'told',
      shown: '-1499.25',
      told: '-1500.00',
      difference: '0.75',
      lines: [{ label: 'transfer_fee', amount: '0.75' }],
      remainder: '0.00',
      isComplete: true,
    });
  });
  test('what is paid in is the amount and the fee taken before', () => {
    expect(explain(line('1000.00', 'BRL'), [MINTED])).toMatchObject({
      difference: '2.50',
      lines: [{ label: 'discounted_fee', amount: '2.50' }],
      isComplete: true,
    });
  });
  test('a bank that shows the fee apart leaves it as remainder', () => {
    expect(explain(line('-1500.00', 'BRL'), [PAID])).toMatchObject({ remainder: '-0.75', isComplete: false });
  });
  test.each([
    ['1298.376623998700000000', '0.0066239987', true],
    ['1298.37', null, true],
    ['1298.379999999999999999', '0.009999999999999999', true],
    ['1298.38', null, false],
    ['1298.369999', null, false],
  ])('an increment of 1298.37 that the chain shows as %s', (amount, rounded, isComplete) => {
    const result = explain(line(amount, 'USDC'), [ADDED]);
    expect(result).toMatchObject({ outcome: 'told', isComplete });
    const amounts = result.lines.map((one) => fromUnits(toUnits(one.amount)));
    expect(amounts).toEqual(rounded === null ? [] : [rounded]);
  });
  test('a payout booked net of what came back of it', () => {
    const result = explain(line('-999.25', 'BRL'), [PAID], [BACK]);
    expect(result).toMatchObject({ isComplete: true, remainder: '0.00' });
    expect(result.lines).toContainEqual({ label: 'reverted', amount: '500.00' });
    expect(explain(line('-999.24', 'BRL'), [PAID], [BACK])).toMatchObject({ remainder: '500.01', isComplete: false });
  });
  test('what came back of another payment explains nothing', () => {
    const other = { ...BACK, transactionId: 'brla:another' };
    expect(explain(line('-999.25', 'BRL'), [PAID], [other])).toMatchObject({ remainder: '500.00' });
  });
  test('a day that is another in UTC is a line worth nothing', () => {
    const told = redemption({ at: '2026-02-11T03:00:00Z' });
    const { lines } = explain(line('-100.00', 'MXN', '2026-02-10'), [leg('spei out', told)]);
    const [shifted, ...others] = lines;
    expect(others).toEqual([]);
    expect(shifted).toMatchObject({ label: 'local_day', amount: '0' });
    expect(shifted?.note && inEnglish(shifted.note)).toBe('2026-02-11 in UTC is 2026-02-10 where the bank is.');
  });
});

describe('what cannot be explained is said', () => {
  test('an amount that nobody told', () => {
    const result = explain(line('-10.00', 'BRL'), [leg('pix out', transfer())]);
    expect(result).toMatchObject({ outcome: 'amount_unknown', lines: [], remainder: null });
  });
  test('another currency is never subtracted', () => {
    const result = explain(line('12345.67', 'USD'), [DEPOSITED]);
    expect(result).toMatchObject({ outcome: 'currency_differs', remainder: null });
    expect('why' in result && inEnglish(result.why)).toBe(
      'The bank shows USD, the payment is in ARS: they are not subtracted.',
    );
  });
  test('no payment at all', () => expect(explain(line('1', 'BRL'), []).outcome).toBe('no_legs'));
});

const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 18 }))
  .map(([units, decimals]) => fromUnits(units, decimals));
const legs = fc.array(
  fc.tuple(fc.constantFrom(PAID, MINTED, ADDED, DEPOSITED, BACK), amounts, amounts, fc.boolean()).map(
    ([kind, amount, fee, isOut]): Leg => ({
      ...kind,
      direction: isOut ? 'out' : 'in',
      money: { amount: add(amount, fee), currency: 'USDC' },
      parts: [
        { label: 'amount', amount },
        { label: 'discounted_fee', amount: fee },
      ],
    }),
  ),
  { minLength: 1, maxLength: 4 },
);

test('lines and remainder are the difference to the last digit, whatever the amounts and fees', () => {
  fc.assert(
    fc.property(legs, amounts, fc.boolean(), (some, amount, isOut) => {
      const shown = isOut ? fromUnits(-toUnits(amount)) : amount;
      const result = explain(line(shown, 'usdc'), some, [BACK]);
      if (result.outcome !== 'told') throw new Error(result.outcome);
      const explained = result.lines.map((one) => one.amount).reduce(add, '0');
      expect(compare(add(explained, result.remainder), result.difference)).toBe(0);
      expect(compare(subtract(result.shown, result.told), result.difference)).toBe(0);
      expect(result.isComplete).toBe(compare(result.remainder, '0') === 0);
    }),
    { numRuns: 1_000 },
  );
});

describe('a conversion', () => {
  test('the gap that a rate of ten decimals can cause is explained', () => {
    const result = explainConversion('25000', '1298.3766240000', '19.2548136942');
    expect(result).toMatchObject({ reading: 'divided', remainder: '0', lines: [{ label: 'rate_rounding' }] });
    expect(compare(result?.bound ?? '1', '0.00000001')).toBe(-1);
  });
  test('a rate that multiplies', () => {
    expect(explainConversion('100', '576.39', '5.7639')).toMatchObject({
      reading: 'multiplied',
      difference: '0',
      lines: [],
    });
  });
  test('a larger gap stays as it is', () => {
    const result = explainConversion('25000', '1298.38', '19.2548136942');
    expect(result?.lines).toEqual([]);
    expect(result?.remainder).toBe(result?.difference);
  });
  test('nothing is divided by zero', () => expect(explainConversion('1', '1', '0')).toBeNull());
  test('lines and remainder are the difference', () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 26n }).map((units) => fromUnits(units));
    fc.assert(
      fc.property(positive, positive, positive, (given, got, rate) => {
        const result = explainConversion(given, got, rate);
        const explained = (result?.lines ?? []).map(({ amount }) => amount).reduce(add, '0');
        expect(compare(add(explained, result?.remainder ?? '1'), result?.difference ?? '0')).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

test('a hundredfold gap is seen either way, and zero is no such gap', () => {
  expect(isHundredfold('1.50', '150')).toBe(true);
  expect(isHundredfold('150', '1.5')).toBe(true);
  expect(isHundredfold('149', '1.5')).toBe(false);
  expect(isHundredfold('0', '0.00')).toBe(false);
});
