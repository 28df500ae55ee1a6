import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from '@/lib/events/event';
import { readerOf } from '@/lib/language/translator';
import { PROVIDERS } from '@/lib/providers/catalogue';
import { readDelivery } from '@/lib/providers/read';
import { legsOf } from '@/lib/reconciliation/legs';
import { legJson } from '@/lib/reconciliation/representation';
import { refundOf } from '@/lib/refunds/ladder';
import { judgeRefund } from '@/lib/refunds/limits';
import { refundJson } from '@/lib/refunds/representation';
import { fixtures } from '@/lib/testing';
import type { Arrival, TransactionDetail } from '@/lib/transactions/detail';
import { evolve } from '@/lib/transactions/evolve';
import { HISTORIES } from '@/lib/transactions/histories';
import { detailJson } from '@/lib/transactions/representation';
import type { Transaction } from '@/lib/transactions/transaction';
import { legRow } from './reconciliation';
import { refundRow } from './refund';
import { transactionDetail } from './transaction';

/** What the desk says of payments fits what its reference says of it, to the last member. */

const NOW = new Date('2026-03-31T12:00:00Z');
const READER = readerOf('en', 'UTC');

const ARRIVAL: Arrival = {
  deliverySeq: '1',
  outcome: 'event',
  origin: 'webhook',
  proof: 'loopback',
  receivedAt: NOW,
  answerStatus: 200,
  reason: null,
};

function expectDescribed(transaction: Transaction, events: readonly PaymentEvent[]): void {
  const detail = {
    transaction,
    environment: 'stage',
    events: events.map((event) => ({ event, arrivals: [ARRIVAL] })),
    related: [],
  } satisfies TransactionDetail;
  expectToFit(transactionDetail, detailJson(detail));
  const refund = refundOf(transaction, events);
  if (refund) {
    const judged = judgeRefund(refund, [], NOW);
    expectToFit(
      refundRow,
      refundJson({ ...refund, ...judged, environment: 'stage', oneSided: null, assignee: null }, READER),
    );
  }
  for (const leg of legsOf(transaction, { environment: 'stage', related: [] }))
    expectToFit(legRow, legJson({ ...leg, state: 'expected', matchId: null, reasons: [] }));
}

type Schema = { readonly safeParse: (value: unknown) => { readonly error?: { readonly message: string } | undefined } };

/** As it is once it was JSON. */
function expectToFit(schema: Schema, value: unknown): void {
  expect(schema.safeParse(JSON.parse(JSON.stringify(value))).error?.message).toBeUndefined();
}

/** The events of each transaction that they are about. */
function byTransaction(events: readonly PaymentEvent[]): PaymentEvent[][] {
  const ids = new Set(events.map(({ transactionId }) => transactionId));
  return [...ids].map((id) => events.filter(({ transactionId }) => transactionId === id));
}

test('of every message of every provider', () => {
  const events = fixtures().flatMap(({ provider, body }) => readDelivery(provider, body, 'sample').events);
  const seen = byTransaction(events).flatMap((own) => {
    const transaction = evolve(own);
    if (transaction) expectDescribed(transaction, own);
    return transaction ? [transaction.kind] : [];
  });
  expect(new Set(seen).size).toBeGreaterThan(10);
});

describe.each(PROVIDERS)('of any history of %s', (provider) => {
  test('whatever was told', () => {
    fc.assert(
      fc.property(HISTORIES[provider], (history) => {
        for (const own of byTransaction(history)) {
          const transaction = evolve(own);
          if (transaction) expectDescribed(transaction, own);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('and what it does not say is not described: a member more or less does not fit', () => {
  const [own = []] = byTransaction(
    fixtures().flatMap(({ provider, body }) => readDelivery(provider, body, 'sample').events),
  );
  const transaction = evolve(own);
  if (!transaction) throw new TypeError('The first message brings no transaction into being.');
  const told = detailJson({ transaction, environment: 'stage', events: [], related: [] });
  const { kind: _, ...less } = told;
  expect(transactionDetail.safeParse(told).success).toBe(true);
  expect(transactionDetail.safeParse({ ...told, secret: 1 }).success).toBe(false);
  expect(transactionDetail.safeParse(less).success).toBe(false);
});
