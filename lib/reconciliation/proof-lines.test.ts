import { expect, test } from 'vitest';
import { proofOf } from './proof-lines';
import type { LegRow, LineRow } from './view';

const line = (amount: string, currency = 'BRL') => ({ amount, currency }) as LineRow;
const leg = (direction: 'in' | 'out', parts: LegRow['parts'], amount: string | null, currency = 'BRL') =>
  ({ direction, parts, money: amount === null ? null : { amount, currency } }) as LegRow;
const evidence = (...explained: { label: string; amount: string }[]) => ({ agreed: [], rivals: 0, explained });

test('a payout’s fee lies between the payload’s amount and what the bank shows', () => {
  const burn = leg(
    'out',
    [
      { label: 'amount', amount: '99.00' },
      { label: 'transfer_fee', amount: '-0.50' },
    ],
    '98.50',
  );
  expect(proofOf({ lines: [line('-98.50')], legs: [burn], evidence: evidence() })).toEqual({
    lines: [
      { label: 'amount', amount: '-99.00' },
      { label: 'transfer_fee', amount: '0.50' },
    ],
    explained: '-98.50',
    shown: '-98.50',
    remainder: '0.00',
    currency: 'BRL',
  });
});

test('what the matcher explained beside the legs is a line of its own, and what is left is the remainder', () => {
  const mint = leg('in', [{ label: 'amount', amount: '10.00' }], '10.00');
  const proof = proofOf({
    lines: [line('4.00'), line('6.02')],
    legs: [mint],
    evidence: evidence({ label: 'rounded_down', amount: '0.01' }),
  });
  expect(proof).toMatchObject({ explained: '10.01', shown: '10.02', remainder: '0.01' });
});

test('two currencies, or an amount that nobody told, add up to nothing', () => {
  expect(proofOf({ lines: [line('1.00', 'MXN')], legs: [leg('in', [], '1.00')], evidence: evidence() })).toBeNull();
  expect(proofOf({ lines: [line('1.00')], legs: [leg('in', [], null)], evidence: evidence() })).toBeNull();
});
