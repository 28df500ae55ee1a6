import { expect, test } from 'vitest';
import { balancesOf, isProven, NO_TALLIES, readTallies, rowsOf } from './imported';

const sum = (incoming: string, outgoing: string, currency = 'MXN') => ({ currency, incoming, outgoing });

test('opening and movements make the closing balance', () => {
  const balances = balancesOf({ opening: '100', closing: '149.50' }, [sum('60.00', '-10.50')]);
  expect(balances).toEqual({ opening: '100', movements: '49.50', closing: '149.50', difference: '0.00' });
  expect(balances && isProven(balances)).toBe(true);
  const wrong = balancesOf({ opening: '100', closing: '149.49' }, [sum('60.00', '-10.50')]);
  expect(wrong?.difference).toBe('0.01');
  expect(wrong && isProven(wrong)).toBe(false);
});

test('without both balances, or in two currencies, nothing is proven', () => {
  expect(balancesOf({ opening: null, closing: '1' }, [])).toBeNull();
  expect(balancesOf({ opening: '1', closing: '1' }, [sum('0', '0'), sum('0', '0', 'USD')])).toBeNull();
});

test('kept tallies are read back, and those of an older desk as none', () => {
  const kept = { ...NO_TALLIES, accepted: 2, note: 1, sums: [sum('3', '0')] };
  const { tallies, sums } = readTallies(JSON.parse(JSON.stringify(kept)));
  expect([rowsOf(tallies), sums]).toEqual([3, [sum('3', '0')]]);
  expect(readTallies({})).toEqual({ tallies: NO_TALLIES, sums: [] });
});
