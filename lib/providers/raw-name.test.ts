import { expect, test } from 'vitest';
import { rawName } from './raw-name';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

test('each provider names its messages in its own place', () => {
  expect(rawName('juno', bytes({ event: 'TRANSACTION', payload: { type: 'ISSUANCE', status: 'COMPLETE' } }))).toBe(
    'ISSUANCE COMPLETE',
  );
  expect(rawName('ripio', bytes({ event_type: 'FIAT_DEPOSIT.COMPLETED' }))).toBe('FIAT_DEPOSIT.COMPLETED');
  expect(rawName('brla', bytes({ subscription: 'MINT', data: { status: 'QUEUED' } }))).toBe('MINT QUEUED');
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
