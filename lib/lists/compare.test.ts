import { describe, expect, test } from 'vitest';
import type { Facts, PaymentEvent } from '@/lib/events/event';
import { evolve } from '@/lib/transactions/evolve';
import type { Transaction } from '@/lib/transactions/transaction';
import { compareListed } from './compare';

let made = 0;
const event = (type: PaymentEvent['type'], facts: Facts = {}, more: Partial<PaymentEvent> = {}): PaymentEvent => ({
  id: `ripio:${++made}`,
  transactionId: 'ripio:d-1',
  provider: 'ripio',
  kind: 'fiat_deposit',
  type,
  providerStatus: type.toUpperCase(),
  occurredAt: '2026-03-02T12:00:05Z',
  isEcho: false,
  facts,
  ...more,
});
const listed = (type: PaymentEvent['type'], facts: Facts = {}, more: Partial<PaymentEvent> = {}) =>
  event(type, facts, { isListed: true, ...more });
const ours = (...events: PaymentEvent[]): Transaction => {
  const state = evolve(events);
  if (!state) throw new Error('Only echoes.');
  return JSON.parse(JSON.stringify(state)) as Transaction;
};
const ARS = { amount: '100.00', currency: 'ARS' };
const refund = (status: 'processing' | 'completed' | 'failed') => ({ status, providerStatus: status, steps: [] });

test('a transaction that is not here is missing', () => {
  expect(compareListed(listed('Completed'), null)).toEqual({ verdict: 'missing', isNews: true, differences: [] });
});

test('a row with a word nobody knows is not understood, whatever is here', () => {
  expect(compareListed(listed('Unrecognised'), ours(event('Completed'))).verdict).toBe('not_understood');
});

test('the same said in other digits is the same', () => {
  const here = ours(event('Completed', { amount: ARS }));
  expect(compareListed(listed('Completed', { amount: { amount: '100', currency: 'ARS' } }), here)).toEqual({
    verdict: 'same',
    isNews: false,
    differences: [],
  });
});

test('a state we know better is no difference', () => {
  expect(compareListed(listed('Requested'), ours(event('Completed'))).verdict).toBe('ahead');
  const returned = ours(event('Completed', { refund: refund('completed') }));
  expect(returned.status).toBe('returned');
  expect(compareListed(listed('Completed'), returned).differences).toEqual([]);
  expect(compareListed(listed('Requested'), ours(event('Started'))).verdict).toBe('same');
});

describe('a hole is filled', () => {
  test.each([
    ['the end of what is open', event('Blocked'), listed('Cancelled')],
    ['a state where none was understood', event('Unrecognised'), listed('Requested')],
    ['an amount', event('Completed'), listed('Completed', { amount: ARS })],
    [
      'a currency that was assumed',
      event('Completed', { amount: ARS, isCurrencyAssumed: true }),
      listed('Completed', { amount: ARS }),
    ],
    ['a reference', event('Completed'), listed('Completed', { externalRef: 'r-1' })],
    [
      'an identifier',
      event('Completed'),
      listed('Completed', { identifiers: [{ kind: 'transaction_id', value: 't' }] }),
    ],
    [
      'the end of a refund',
      event('Cancelled', { refund: refund('processing') }),
      listed('Returned', { refund: refund('completed') }),
    ],
  ])('%s', (_, message, row) => {
    expect(compareListed(row, ours(message))).toEqual({ verdict: 'fills', isNews: true, differences: [] });
    // Once it is stored, there is nothing left to fill.
    expect(compareListed(row, ours(message, row)).isNews).toBe(false);
  });
});

describe('a contradiction is told in the words of both', () => {
  test.each([
    ['state', event('Completed'), listed('Cancelled'), 'CANCELLED', 'COMPLETED'],
    [
      'amount',
      event('Completed', { amount: ARS }),
      listed('Completed', { amount: { amount: '99.5', currency: 'ARS' } }),
      '99.5 ARS',
      '100.00 ARS',
    ],
    [
      'currency',
      event('Completed', { amount: ARS }),
      listed('Completed', { amount: { amount: '100', currency: 'USD' } }),
      'USD',
      'ARS',
    ],
    ['end_user', event('Completed', { endUser: 'a' }), listed('Completed', { endUser: 'b' }), 'b', 'a'],
    ['external_ref', event('Completed', { externalRef: 'a' }), listed('Completed', { externalRef: 'b' }), 'b', 'a'],
    [
      'kind',
      event('Completed'),
      listed('Completed', {}, { kind: 'fiat_withdrawal' }),
      'fiat_withdrawal',
      'fiat_deposit',
    ],
    [
      'refund',
      event('Cancelled', { refund: refund('failed') }),
      listed('Returned', { refund: refund('completed') }),
      'completed',
      'failed',
    ],
  ])('%s', (field, message, row, theirs, here) => {
    expect(compareListed(row, ours(message))).toEqual({
      verdict: 'differs',
      isNews: false,
      differences: [{ field, theirs, ours: here }],
    });
  });

  test('and what the same row fills is filled all the same', () => {
    const here = ours(event('Started', { amount: ARS }));
    const row = listed('Completed', { amount: { amount: '1', currency: 'ARS' } });
    expect(compareListed(row, here)).toMatchObject({ verdict: 'differs', isNews: true });
  });
});
