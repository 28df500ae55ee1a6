import { describe, expect, test } from 'vitest';
import { BalanceProof } from './balance-proof';
import { fingerprintOf } from './fingerprint';
import type { StatementHead, StatementLine } from './statement';

let places = 0;
const made = (amount: string, balance: string | null = null, more: Partial<StatementLine> = {}): StatementLine => ({
  place: `line ${++places}`,
  bookedOn: '2026-01-05',
  bookedAt: null,
  valueOn: null,
  amount,
  currency: null,
  text: 'Pago Cliente Ejemplo',
  counterparty: { name: null, account: null, taxId: null },
  bankReference: null,
  balance,
  kind: 'payment',
  ids: [],
  ...more,
});

describe('the fingerprint of a line', () => {
  const line = made('12.50');
  test('is the same for other zeros, case, accents and blanks', () => {
    const other = { ...line, amount: '12.500', text: ' PAGO  cliente ejémplo', place: 'elsewhere', balance: '1' };
    expect(fingerprintOf(other, 'a')).toBe(fingerprintOf(line, 'a'));
    expect(fingerprintOf(line, 'a')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('tells account, day, amount, currency, text and the bank’s reference apart', () => {
    const others = [
      { bookedOn: '2026-01-06' },
      { amount: '-12.50' },
      { currency: 'MXN' },
      { text: 'x' },
      { bankReference: '1' },
    ];
    const all = [
      fingerprintOf(line, 'a'),
      fingerprintOf(line, 'b'),
      ...others.map((other) => fingerprintOf({ ...line, ...other }, 'a')),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('opening + movements = closing', () => {
  const proofOf = (lines: readonly StatementLine[], head: Partial<StatementHead> = {}) => {
    const proof = new BalanceProof();
    for (const line of lines) proof.take(line);
    return { ...proof.result(head), order: proof.order, firstBreak: proof.firstBreak };
  };
  const running = [made('1.00', '11.00'), made('-3.00', '8.00'), made('0.50', '8.50')];

  test('by running balances, oldest or newest first', () => {
    const proof = { opening: '10', movements: '-1.5', closing: '8.5', difference: '0', firstBreak: null };
    expect(proofOf(running)).toMatchObject({ ...proof, order: 'oldest_first' });
    expect(proofOf(running.toReversed())).toMatchObject({ ...proof, order: 'newest_first' });
  });

  test('by balance rows before, between and after lines without balances', () => {
    const row = (balance: string) => made('0', balance, { kind: 'balance' });
    const lines = [row('10.00'), made('1.00'), made('2.00'), row('13.00'), made('-1.00'), row('12.00')];
    const proof = { opening: '10', movements: '2', closing: '12', difference: '0', firstBreak: null };
    expect(proofOf(lines)).toMatchObject({ ...proof, order: 'oldest_first' });
    expect(proofOf(lines.toReversed())).toMatchObject({ ...proof, order: 'newest_first' });
  });

  test('a missing line is the exact difference, and named by the line after it', () => {
    const [first, , last] = running as [StatementLine, StatementLine, StatementLine];
    expect(proofOf([first, last], {})).toMatchObject({ difference: '3', firstBreak: last.place });
  });

  test('the head outranks the lines', () => {
    expect(proofOf(running, { opening: '10', closing: '8.50' })).toMatchObject({ from: 'head', difference: '0' });
    expect(proofOf(running, { opening: '9', closing: '8.50' })).toMatchObject({ from: 'head', difference: '-1' });
    expect(proofOf([made('1')], { opening: '1', closing: '2' })).toMatchObject({ difference: '0' });
    expect(proofOf([made('1', '2')], { opening: '1' })).toMatchObject({ difference: '0' });
  });

  test('one balance proves nothing, nor does none', () => {
    expect(proofOf([made('1', '2')]).difference).toBeUndefined();
    expect(proofOf([made('1')]).difference).toBeUndefined();
  });
});
