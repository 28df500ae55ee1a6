import { expect, test } from 'vitest';
import { severityOf } from './severity';

const small = { amount: '10', currency: 'MXN', reason: 'late', ageDays: 0 } as const;

test('a small and young difference is low', () => {
  expect(severityOf(small)).toBe('low');
});

test('amount, age and reason each add to it', () => {
  expect(severityOf({ ...small, amount: '10000' })).toBe('low');
  expect(severityOf({ ...small, amount: '100000' })).toBe('medium');
  expect(severityOf({ ...small, ageDays: 7 })).toBe('medium');
  expect(severityOf({ ...small, amount: '10000', reason: 'state_differs' })).toBe('medium');
  expect(severityOf({ ...small, amount: '99999.99', ageDays: 2, reason: 'duplicate_at_bank' })).toBe('high');
});

test('what is at stake is judged in its own currency, and an unknown amount is not nothing', () => {
  expect(severityOf({ ...small, amount: '100000', currency: 'ARS' })).toBe('low');
  expect(severityOf({ ...small, amount: null, ageDays: 2 })).toBe('medium');
});
