import { expect, test } from 'vitest';
import type { PaymentEvent } from '@/lib/events/event';
import { readDelivery } from '@/lib/providers/read';
import { refundOf } from '@/lib/refunds/ladder';
import { judgeRefund, limitsFrom } from '@/lib/refunds/limits';
import { BOARD_COLUMNS } from '@/lib/refunds/refund';
import { evolve } from '@/lib/transactions/evolve';
import { sampleDeliveries } from './index';

const NOW = new Date('2026-11-22T15:30:12.345Z');
const events = new Map<string, PaymentEvent[]>();
for (const { provider, body } of sampleDeliveries(NOW))
  for (const event of readDelivery(provider, new TextEncoder().encode(body)).events)
    events.set(event.transactionId, [...(events.get(event.transactionId) ?? []), event]);

const all = [...events.values()].flatMap((own) => {
  const transaction = evolve(own);
  const refund = transaction && refundOf(transaction, own);
  return refund ? [refund] : [];
});
const owners = new Set(all.map(({ transactionId }) => transactionId));
const shown = all.filter(({ refundOf: owner }) => owner === null || !owners.has(owner));

test('the board of refunds has something in every column, for an hour after the sample is loaded', () => {
  for (const minutes of [0, 60]) {
    const at = new Date(+NOW + minutes * 60_000);
    const columns = new Set(shown.map((refund) => judgeRefund(refund, limitsFrom([], []), at).column));
    expect(BOARD_COLUMNS.filter((column) => !columns.has(column))).toEqual([]);
  }
});

test('a partial reversal, a refund whose deposit never came, and failed refunds of every provider that has steps occur', () => {
  expect(shown.filter(({ isPartial }) => isPartial)).toHaveLength(1);
  expect(shown.filter(({ kind }) => kind === 'fiat_withdrawal')).toHaveLength(1);
  expect(shown.filter(({ kind }) => kind === 'money_transfer')).toHaveLength(0);
  const failed = new Set(shown.filter(({ status }) => status === 'failed').map(({ provider }) => provider));
  expect([...failed].sort()).toEqual(['brla', 'juno']);
});
