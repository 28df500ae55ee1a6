import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import type { Leg } from './leg';
import { isRemainderReason, runningSum, type SummedLine } from './running-sum';

const line = (amount: string, more: Partial<SummedLine> = {}): SummedLine => ({
  amount,
  currency: 'BRL',
  bookedOn: '2026-03-02',
  book: 'bank',
  ...more,
});

/** A payout of which the bank shows `amount`, told as `told` with a fee for the transfer. */
const leg = (amount: string | null, told = amount, fee: string | null = null): Leg => ({
  id: `brla:${amount}#out`,
  transactionId: `brla:${amount}`,
  provider: 'brla',
  kind: 'burn',
  environment: 'stage',
  rail: 'pix',
  direction: 'out',
  money: amount === null ? null : { amount, currency: 'BRL' },
  parts: [
    ...(told === null ? [] : [{ label: 'amount' as const, amount: told }]),
    ...(fee === null ? [] : [{ label: 'transfer_fee' as const, amount: fee }]),
  ],
  expectation: 'expected',
  occurredAt: '2026-03-02T15:00:00Z',
  localDay: '2026-03-02',
  counterparty: { name: null },
  network: null,
  externalRef: null,
  ids: [],
});

describe('bank − payments + explained', () => {
  test('a fee that the payload tells brings the sum to zero', () => {
    expect(runningSum([line('-298.50')], [leg('298.50', '300.00', '-1.50')])).toEqual(
      expect.objectContaining({
        bank: '-298.50',
        payments: '-300.00',
        explained: '-1.50',
        remainder: '0.00',
        isZero: true,
      }),
    );
  });

  test('several lines and several payments are added up first', () => {
    const sum = runningSum([line('-100.00'), line('-50.25')], [leg('150.00'), leg('0.20')]);
    expect(sum).toEqual(expect.objectContaining({ bank: '-150.25', remainder: '-0.05', isZero: false }));
  });

  test('nothing is subtracted before both sides are selected', () => {
    expect(runningSum([], [leg('1')]).outcome).toBe('no_lines');
    expect(runningSum([line('1')], []).outcome).toBe('no_legs');
  });

  test('currencies and books are not added up', () => {
    expect(runningSum([line('-1'), line('-1', { currency: 'MXN' })], [leg('2')]).outcome).toBe('cannot');
    expect(runningSum([line('-1'), line('-1', { book: 'ledger' })], [leg('2')]).outcome).toBe('cannot');
    expect(runningSum([line('-1', { currency: 'MXN' })], [leg('1')]).outcome).toBe('cannot');
  });

  test('an unknown amount is unknown, not zero', () => {
    const sum = runningSum([line('-1')], [leg(null)]);
    expect(sum.outcome).toBe('cannot');
    expect('why' in sum && inEnglish(sum.why)).toBe('The message that carries the amount never came.');
  });
});

test('only reasons of the list are reasons', () => {
  expect(isRemainderReason('bank_fee')).toBe(true);
  expect(isRemainderReason('ignored')).toBe(false);
  expect(isRemainderReason(undefined)).toBe(false);
});
