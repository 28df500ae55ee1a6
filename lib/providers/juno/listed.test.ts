import { expect, test } from 'vitest';
import { event } from '@/lib/providers/golden';
import { listedBody } from '@/lib/providers/listed';
import { readDelivery } from '@/lib/providers/read';

const ROW = {
  id: '5b0cfa1e-0000-4000-8000-000000000001',
  amount: '@1500.50@',
  currency: 'mxn',
  transaction_type: 'REDEMPTION',
  summary_status: 'COMPLETE',
  created_at: '2026-03-02T12:00:00Z',
  updated_at: '2026-03-02T12:00:09Z',
  method: 'SPEI',
};
const read = (changes: object = {}) => {
  const text = JSON.stringify({ ...ROW, ...changes }).replaceAll(/"@([^"]*)@"/g, '$1');
  return readDelivery('juno', listedBody({ list: 'juno-transactions', row: new TextEncoder().encode(text) }), 'listed');
};

test('a row is about the transaction that the webhook knows by the same kind and id', () => {
  const [told] = read().events;
  expect(told).toEqual({
    ...event(
      `${told?.id} juno:redemption:5b0cfa1e-0000-4000-8000-000000000001 redemption Completed COMPLETE 2026-03-02T12:00:09Z`,
      {
        createdAt: '2026-03-02T12:00:00Z',
        amount: '1500.50 MXN',
        token: 'MXNB',
        details: { method: 'SPEI' },
        identifiers: ['provider_id 5b0cfa1e-0000-4000-8000-000000000001'],
      },
    ),
    isListed: true,
  });
});

test('the one amount of a conversion is not placed', () => {
  const [told] = read({ transaction_type: 'CONVERSION' }).events;
  expect(told).toMatchObject({ kind: 'conversion', type: 'Completed' });
  expect(told?.facts).not.toHaveProperty('amount');
});

test('a state nobody knows keeps the transaction and says so', () => {
  const reading = read({ summary_status: 'SETTLED' });
  expect(reading).toMatchObject({
    outcome: 'unrecognised',
    reason: 'row.summary_status says "SETTLED", a word we do not know.',
    events: [{ type: 'Unrecognised', isListed: true }],
  });
});

test.each([
  [{ transaction_type: 'LOAN' }, 'row.transaction_type says "LOAN", a word we do not know.'],
  [{ id: undefined }, 'row.id is missing.'],
  [{ created_at: undefined, updated_at: undefined }, 'row.updated_at is missing.'],
  [{ amount: '@{}@' }, expect.stringMatching(/^row\.amount should be a decimal amount/)],
])('a row with %j names no transaction and says why', (changes, reason) => {
  expect(read(changes)).toEqual({ outcome: 'unrecognised', reason, events: [] });
});
