import { expect, test } from 'vitest';
import { rawName } from './raw-name';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

test('each provider names its messages in its own place', () => {
  expect(rawName('juno', bytes({ event: 'TRANSACTION', payload: { type: 'ISSUANCE', status: 'COMPLETE' } }))).toBe(
    'ISSUANCE COMPLETE',
  );
  expect(rawName('ripio', bytes({ event_type: 'FIAT_DEPOSIT.COMPLETED' }))).toBe('FIAT_DEPOSIT.COMPLETED');
  expect(rawName('brla', bytes({ subscription: 'MINT', data: { status: 'QUEUED' } }))).toBe('MINT QUEUED');
  const ticket = { subscription: 'TICKET', data: { ticket: { status: 'PAID' } } };
  expect(rawName('brla', bytes(ticket))).toBe('TICKET PAID');
  expect(rawName('brla', bytes({ event: ticket }))).toBe('TICKET PAID');
});

test('a row of a list is named by its list, its kind and its state', () => {
  const row = { transaction_type: 'ISSUANCE', summary_status: 'COMPLETE' };
  expect(rawName('juno', bytes({ list: 'juno-transactions', row }))).toBe('juno-transactions ISSUANCE COMPLETE');
  expect(rawName('ripio', bytes({ list: 'ripio-deposits', row: { status: 'PENDING' } }))).toBe(
    'ripio-deposits PENDING',
  );
});

test('what is told is named also where the rest is missing or strange', () => {
  expect(rawName('brla', bytes({ subscription: 'BALANCE-UPDATE', data: { status: 7 } }))).toBe('BALANCE-UPDATE');
  expect(rawName('juno', bytes({ payload: { type: 'NEW_KIND' } }))).toBe('NEW_KIND');
});

test.each([
  '',
  'not json',
  '[]',
  'null',
  '3',
  '{"payload":[]}',
  '{"payload":{"type":{}}}',
  `{"payload":{"type":"${'x'.repeat(99)}"}}`,
])('a body like %j has no name', (body) => {
  expect(rawName('juno', bytes(body))).toBeNull();
});
