import { expect, test } from 'vitest';
import { listedBody } from '@/lib/providers/listed';
import type { ListName } from '@/lib/providers/listing';
import { readDelivery } from '@/lib/providers/read';

const read = (list: ListName, row: object) =>
  readDelivery('ripio', listedBody({ list, row: new TextEncoder().encode(JSON.stringify(row)) }), 'listed');
const COMMON = {
  id: '5b0cfa1e-0000-4000-8000-000000000001',
  created_at: '2026-03-02T12:00:00.000001Z',
  updated_at: '2026-03-02T12:00:09.123456Z',
  end_user_id: 'customer_test',
  amount: '12345.67',
};

test('a deposit on its way is pending, which no webhook tells', () => {
  const reading = read('ripio-deposits', { ...COMMON, currency_code: 'ARS', status: 'PENDING' });
  expect(reading).toMatchObject({
    outcome: 'event',
    events: [
      {
        transactionId: `ripio:${COMMON.id}`,
        kind: 'fiat_deposit',
        type: 'Requested',
        providerStatus: 'PENDING',
        occurredAt: '2026-03-02T12:00:09.123456Z',
        isListed: true,
        facts: { amount: { amount: '12345.67', currency: 'ARS' }, endUser: 'customer_test' },
      },
    ],
  });
});

test('a withdrawal names its currency and its transaction, and what it says of its deposit is listed too', () => {
  const reading = read('ripio-withdrawals', {
    ...COMMON,
    currency_code: 'ARS',
    status: 'COMPLETED',
    transaction_id: 't-9',
    external_ref: null,
    refunded_fiat_deposit: '5b0cfa1e-0000-4000-8000-000000000002',
  });
  expect(reading.events).toHaveLength(2);
  const [own, echo] = reading.events;
  expect(own).toMatchObject({ type: 'Completed', isEcho: false, isListed: true });
  expect(own?.facts).not.toHaveProperty('isCurrencyAssumed');
  expect(own?.facts.identifiers).toContainEqual({ kind: 'transaction_id', value: 't-9' });
  expect(echo).toMatchObject({
    transactionId: 'ripio:5b0cfa1e-0000-4000-8000-000000000002',
    isEcho: true,
    isListed: true,
  });
});

test('a state nobody knows keeps the transaction; without any state the row says nothing', () => {
  expect(read('ripio-withdrawals', { ...COMMON, status: 'PARKED' })).toMatchObject({
    outcome: 'unrecognised',
    reason: 'row.status says "PARKED", a word we do not know.',
    events: [{ type: 'Unrecognised', isListed: true }],
  });
  expect(read('ripio-deposits', COMMON)).toEqual({
    outcome: 'unrecognised',
    reason: 'row.status is missing.',
    events: [],
  });
});
