import { expect, test } from 'vitest';
import type { Facts, PaymentEvent } from '@/lib/events/event';
import { said } from '@/lib/language/said';
import { evolve } from './evolve';
import { inOrder } from './order';
import { timeline } from './timeline';

let made = 0;
const event = (type: PaymentEvent['type'], facts: Facts = {}, more: Partial<PaymentEvent> = {}): PaymentEvent => ({
  id: `juno:${++made}`,
  transactionId: 'juno:issuance:i-1',
  provider: 'juno',
  kind: 'issuance',
  type,
  providerStatus: type.toUpperCase(),
  occurredAt: '2026-03-02T12:00:05Z',
  isEcho: false,
  facts,
  ...more,
});
const listed = (type: PaymentEvent['type'], facts: Facts = {}, occurredAt = '2026-03-02T12:00:01Z') =>
  event(type, facts, { isListed: true, occurredAt });
const MXN = { amount: '100.00', currency: 'MXN' };

test('a listed end fills a final message that never came, and says so in the timeline', () => {
  const events = [event('Started', { amount: MXN }), listed('Completed', {}, '2026-03-02T12:00:09Z')];
  expect(evolve(events)).toMatchObject({
    status: 'completed',
    providerStatus: 'COMPLETED',
    updatedAt: '2026-03-02T12:00:09Z',
    eventCount: 2,
  });
  expect(timeline(events).at(-1)?.changes).toContainEqual({
    field: said('payment.change.state'),
    before: said('words.status.processing'),
    after: said('words.status.completed'),
  });
});

test('a listed row never takes back an end, changes one for another, or moves what is open', () => {
  expect(evolve([event('Completed'), listed('Requested')])?.status).toBe('completed');
  expect(evolve([event('Completed'), listed('Failed')])?.status).toBe('completed');
  expect(evolve([event('Started'), listed('Requested')])?.status).toBe('processing');
  expect(evolve([event('Completed'), listed('Requested', {}, '2026-03-09T00:00:00Z')])).toMatchObject({
    updatedAt: '2026-03-02T12:00:05Z',
    isReopened: false,
  });
});

test('a message that comes after the row decides', () => {
  const row = listed('Completed', { amount: { amount: '1', currency: 'USD' } });
  expect(evolve([row])).toMatchObject({ status: 'completed', amount: { amount: '1', currency: 'USD' } });
  expect(evolve([row, event('Failed', { amount: MXN })])).toMatchObject({ status: 'failed', amount: MXN });
});

test('of two rows the earlier end holds; what is still open is ended by the later one', () => {
  const pending = listed('Requested', {}, '2026-03-02T12:00:01Z');
  const done = listed('Completed', {}, '2026-03-02T12:00:02Z');
  expect(evolve([done, pending])?.status).toBe('completed');
  expect(evolve([done, listed('Failed', {}, '2026-03-02T12:00:03Z')])?.status).toBe('completed');
});

test('what nobody told is filled, and what somebody told stays', () => {
  const told = event('Completed', {
    externalRef: 'ours',
    failure: { code: 'told' },
    details: { method: 'SPEI' },
    identifiers: [
      { kind: 'tx_hash', value: '0x1', network: 'POLYGON' },
      { kind: 'external_ref', value: 'ours' },
    ],
  });
  const row = listed('Completed', {
    createdAt: '2026-03-02T11:00:00Z',
    amount: MXN,
    externalRef: 'theirs',
    network: 'ARBITRUM',
    failure: { code: 'listed', message: 'why' },
    details: { method: 'OTHER', sender_name: 'Remitente Sintética' },
    identifiers: [
      { kind: 'tx_hash', value: '0x1' },
      { kind: 'external_ref', value: 'theirs' },
      { kind: 'deposit_id', value: 'd-1' },
    ],
  });
  expect(evolve([told, row])).toMatchObject({
    amount: MXN,
    isIncomplete: false,
    externalRef: 'ours',
    network: 'ARBITRUM',
    failure: { code: 'told', message: 'why' },
    details: { method: 'SPEI', sender_name: 'Remitente Sintética' },
    occurredAt: '2026-03-02T11:00:00Z',
    identifiers: [
      { kind: 'tx_hash', value: '0x1', network: 'POLYGON' },
      { kind: 'external_ref', value: 'ours' },
      { kind: 'deposit_id', value: 'd-1' },
    ],
  });
});

test('an assumed currency gives way to a listed one of the same amount, a told one does not', () => {
  const assumed = event('Completed', { amount: { amount: '5.00', currency: 'ARS' }, isCurrencyAssumed: true });
  const row = listed('Completed', { amount: { amount: '5', currency: 'USD' } });
  expect(evolve([assumed, row])).toMatchObject({
    amount: { amount: '5.00', currency: 'USD' },
    isCurrencyAssumed: false,
  });
  const other = listed('Completed', { amount: { amount: '6', currency: 'USD' } });
  expect(evolve([assumed, other])).toMatchObject({
    amount: { amount: '5.00', currency: 'ARS' },
    isCurrencyAssumed: true,
  });
  const told = event('Completed', { amount: MXN });
  expect(evolve([told, listed('Completed', { amount: { amount: '100', currency: 'USD' } })])?.amount).toEqual(MXN);
});

test('a refund is filled like the payment: its end and its ids, never its way back', () => {
  const step = { step: 'FIAT_WITHDRAWAL', status: 'processing', providerStatus: 'refunded', id: null } as const;
  const open = event('Failed', { refund: { status: 'processing', providerStatus: 'IN_PROGRESS', steps: [step] } });
  const ended = { ...step, status: 'completed', id: 'w-1' } as const;
  const row = listed('Failed', { refund: { status: 'completed', providerStatus: 'COMPLETE', steps: [ended] } });
  expect(evolve([open, row])).toMatchObject({
    status: 'failed_returned',
    refund: { status: 'completed', providerStatus: 'COMPLETE', steps: [ended] },
  });
  const over = event('Failed', { refund: { status: 'completed', providerStatus: 'COMPLETE', steps: [ended] } });
  const outdated = listed('Failed', { refund: { status: 'processing', providerStatus: 'X', steps: [step] } });
  expect(evolve([over, outdated])?.refund).toEqual({
    status: 'completed',
    providerStatus: 'COMPLETE',
    steps: [ended],
  });
});

test('a row that names a transaction and no state brings it into being as under way', () => {
  expect(evolve([listed('Listed')])).toMatchObject({ status: 'processing', isIncomplete: true });
  expect(evolve([event('Completed'), listed('Listed')])?.status).toBe('completed');
});

test('what was not understood is ended by a row that is', () => {
  expect(evolve([event('Unrecognised'), listed('Completed')])).toMatchObject({
    status: 'completed',
    hasUnrecognised: true,
  });
  expect(evolve([event('Completed'), listed('Unrecognised')])?.status).toBe('completed');
});

test('listed events stand after all others, whatever their clocks say', () => {
  const early = listed('Requested', {}, '2020-01-01T00:00:00Z');
  const late = event('Completed', {}, { occurredAt: '2026-12-31T00:00:00Z' });
  expect(inOrder([early, late])).toEqual([late, early]);
});
