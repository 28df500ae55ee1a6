import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from '@/lib/events/event';
import { PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import { readDelivery } from '@/lib/providers/read';
import { fixtures } from '@/lib/testing';
import { evolve } from '@/lib/transactions/evolve';
import { HISTORIES, shuffledAndRepeated } from '@/lib/transactions/histories';
import { refundOf } from './ladder';
import type { Refund } from './refund';
import { stepsToCome } from './steps';
import { WHEREABOUTS } from './whereabouts';

const said = (provider: Provider, payload: object): PaymentEvent[] => [
  ...readDelivery(provider, new TextEncoder().encode(JSON.stringify(payload)), 'sample').events,
];
const fold = (events: readonly PaymentEvent[], id?: string): Refund | null => {
  const own = events.filter(({ transactionId }) => transactionId === (id ?? events[0]?.transactionId));
  const transaction = evolve(own);
  return transaction && refundOf(transaction, own);
};

const ID = '5b0cfa1e-0000-4000-8000-000000000001';
type Steps = readonly { readonly step: string; readonly status: string; readonly id?: string }[];
const redemption = (second: number, refund_status?: string, refund_steps?: Steps) =>
  said('juno', {
    event: 'TRANSACTION',
    payload: {
      type: 'REDEMPTION',
      id: ID,
      status: 'FAILED',
      external_ref: 'ref-1',
      created_at: '2026-03-02T12:00:00Z',
      updated_at: `2026-03-02T12:00:${String(second).padStart(2, '0')}Z`,
      redemption: { amount: '101', method: 'SPEI', asset: 'MXN', refund_status, refund_steps },
    },
  });
const at = (second: number) => `2026-03-02T12:00:${String(second).padStart(2, '0')}Z`;

describe('Juno’s ladder', () => {
  const story = [
    ...redemption(1),
    ...redemption(10, 'PENDING', []),
    ...redemption(20, 'IN_PROGRESS', [{ step: 'BITSO_TRANSFER', status: 'IN_PROGRESS' }]),
    ...redemption(30, 'IN_PROGRESS', [{ step: 'BITSO_TRANSFER', status: 'COMPLETE' }]),
    ...redemption(40, 'IN_PROGRESS', [
      { step: 'BITSO_TRANSFER', status: 'COMPLETE', id: '0'.repeat(32) },
      { step: 'TOKEN_MINT', status: 'COMPLETE' },
    ]),
  ];

  test('a step lies between the last event that told otherwise and the first that told this', () => {
    const refund = fold(story);
    expect(refund).toMatchObject({
      originalStatus: 'failed',
      status: 'processing',
      providerStatus: 'IN_PROGRESS',
      amount: { amount: '101', currency: 'MXN' },
      externalRef: 'ref-1',
      currentStep: null,
      stepsDone: 2,
      isWaitingForId: true,
      whereabouts: 'redemption_minted',
      triggeredAt: at(10),
      movedAt: at(40),
      endedAt: null,
    });
    expect(refund?.steps).toMatchObject([
      { step: 'BITSO_TRANSFER', firstSeenAt: at(20), after: at(20), by: at(30), id: '0'.repeat(32) },
      { step: 'TOKEN_MINT', firstSeenAt: at(40), after: null, by: at(40), id: null },
    ]);
    expect(refund && stepsToCome(refund)).toEqual(['TOKEN_TRANSFER', 'TOKEN_DEPOSIT']);
  });

  test('a failure before any word of a refund has none; one that is complete waits for nothing', () => {
    expect(fold(story.slice(0, 1))).toBeNull();
    const steps = [{ step: 'BITSO_TRANSFER', status: 'COMPLETE', id: '0'.repeat(32) }];
    const refund = fold([...story, ...redemption(50, 'COMPLETE', steps)]);
    expect(refund).toMatchObject({ status: 'completed', endedAt: at(50), movedAt: at(50), whereabouts: 'returned' });
    expect(refund && stepsToCome(refund)).toEqual([]);
  });

  test('an event that is silent about a step is no evidence of when the step changed', () => {
    const silent = redemption(25, 'IN_PROGRESS', []);
    const refund = fold([...story, ...silent]);
    expect(refund?.steps[0]).toMatchObject({ after: at(20), by: at(30) });
  });

  test('a failed refund ends where it failed, and waits for no id', () => {
    const steps = [
      { step: 'BITSO_TRANSFER', status: 'COMPLETE' },
      { step: 'TOKEN_MINT', status: 'FAILED' },
    ];
    const refund = fold([...story, ...redemption(50, 'FAILED', steps)]);
    expect(refund).toMatchObject({
      status: 'failed',
      endedAt: at(50),
      isWaitingForId: false,
      currentStep: 'TOKEN_MINT',
    });
    expect(refund?.whereabouts).toBe('redemption_stopped_transferred');
  });
});

const DEPOSIT = '5b0cfa1e-0000-4000-8000-00000000000d';
const WITHDRAWAL = '5b0cfa1e-0000-4000-8000-00000000000e';
const ripio = (id: string, second: number, more: object) => ({
  id,
  created_at: at(0),
  updated_at: at(second),
  end_user_id: 'customer_test',
  amount: '12345.67',
  ...more,
});
const deposit = (second: number, refund_fiat_withdrawal_id: string | null) =>
  said('ripio', {
    event_type: 'FIAT_DEPOSIT.CANCELLED',
    payload: ripio(DEPOSIT, second, {
      status: 'CANCELLED',
      currency_code: 'ARS',
      refunded: false,
      refund_fiat_withdrawal_id,
    }),
  });
const withdrawal = (second: number, word: string) =>
  said('ripio', {
    event_type: `FIAT_WITHDRAWAL.${word}`,
    payload: ripio(WITHDRAWAL, second, { status: word, is_fiat_deposit_refund: true, refunded_fiat_deposit: DEPOSIT }),
  });

test.each([
  ['PENDING', 'deposit_withdrawal_under_way', 'withdrawal_under_way'],
  ['COMPLETED', 'deposit_withdrawal_complete', 'withdrawal_complete'],
  ['CANCELLED', 'deposit_withdrawal_cancelled', 'withdrawal_cancelled'],
])('a Ripio deposit whose refund withdrawal is %s: %s', (word, ofDeposit, ofWithdrawal) => {
  const events = [...deposit(1, WITHDRAWAL), ...withdrawal(2, 'PENDING'), ...withdrawal(3, word)];
  expect(fold(events, `ripio:${DEPOSIT}`)).toMatchObject({
    whereabouts: ofDeposit,
    amount: { amount: '12345.67', currency: 'ARS' },
    triggeredAt: at(1),
    refundOf: null,
  });
  expect(fold(events, `ripio:${WITHDRAWAL}`)).toMatchObject({
    whereabouts: ofWithdrawal,
    refundOf: `ripio:${DEPOSIT}`,
    triggeredAt: at(2),
    endedAt: word === 'PENDING' ? null : at(3),
  });
});

test('a deposit that does not say more than that it goes back waits for the withdrawal’s id', () => {
  const payload = ripio(DEPOSIT, 1, { status: 'COMPLETED', currency_code: 'ARS', refunded: true });
  const refund = fold(said('ripio', { event_type: 'FIAT_DEPOSIT.COMPLETED', payload }));
  expect(refund).toMatchObject({
    status: 'processing',
    isWaitingForId: true,
    whereabouts: 'deposit_withdrawal_untold',
  });
});

describe('BRLA', () => {
  const event = (subscription: string, second: number, data: object) =>
    said('brla', {
      id: `${subscription}-${second}`,
      userId: 'a',
      createdAt: Date.parse(at(second)),
      subscription,
      data,
    });
  const burn = event('BURN', 1, { id: 'op-1', status: 'QUEUED', amount: 10_000, transferFee: 50, externalId: 'ref-1' });
  const reversal = (second: number, revertedAmount?: number) =>
    event('MONEY-TRANSFER', second, {
      id: 'mt-1',
      status: 'REVERSED',
      associatedOperationId: 'op-1',
      associatedOperationType: 'BURN',
      revertedAmount,
    });

  test('a part that came back belongs to the operation that was paid out; the transfer names it', () => {
    const events = [...burn, ...reversal(5, 4_000)];
    expect(fold(events, 'brla:op-1')).toMatchObject({
      kind: 'burn',
      status: 'completed',
      originalStatus: 'reversed',
      amount: { amount: '40.00', currency: 'BRL' },
      isPartial: true,
      externalRef: 'ref-1',
      whereabouts: 'reversed_partly',
      refundOf: null,
      endedAt: '2026-03-02T12:00:05.000Z',
    });
    expect(fold(events, 'brla:mt-1')).toMatchObject({ whereabouts: 'reversed_whole_untold', refundOf: 'brla:op-1' });
    expect(stepsToCome(fold(events, 'brla:op-1') as Refund)).toEqual([]);
  });

  test('parts add up, and the last one ends it', () => {
    const events = [...burn, ...reversal(5, 4_000), ...reversal(9, 5_950)];
    expect(fold(events, 'brla:op-1')).toMatchObject({
      amount: { amount: '99.50', currency: 'BRL' },
      isPartial: false,
      whereabouts: 'reversed_fully',
      triggeredAt: '2026-03-02T12:00:05.000Z',
      endedAt: '2026-03-02T12:00:09.000Z',
    });
  });

  test('a reversal that does not say how much is not all and not nothing', () => {
    expect(fold([...burn, ...reversal(5)], 'brla:op-1')).toMatchObject({
      amount: null,
      whereabouts: 'reversed_untold',
    });
  });

  test.each([
    ['QUEUED', 'sale_refund_queued', false],
    ['POSTED', 'sale_refund_posted', true],
    ['SUCCESS', 'sale_refund_complete', true],
    ['FAILED', 'sale_refund_failed', false],
  ])('a sale of dollars whose REFUND is %s', (status, whereabouts, isWaitingForId) => {
    const sale = event('USD-TO-PIX', 1, {
      id: 's-1',
      status: 'QUEUED',
      amountUsd: 2_000,
      amountBrl: 10_000,
      coin: 'USDC',
    });
    const refund = fold([...sale, ...event('USD-TO-PIX', 4, { id: 's-1', status, type: 'REFUND' })]);
    expect(refund).toMatchObject({ whereabouts, isWaitingForId, amount: { amount: '20.00', currency: 'USDC' } });
  });
});

test('the providers’ own samples: each refund has its place', () => {
  const found = fixtures().flatMap(({ provider, name, body }) => {
    const events = readDelivery(provider, body, 'sample').events;
    const refund = fold(events);
    return refund ? [[name, `${refund.status}: ${refund.whereabouts}`]] : [];
  });
  expect(Object.fromEntries(found)).toEqual({
    'issuance-refund-complete': 'completed: returned',
    'issuance-refund-pending': 'pending: issuance_begun',
    'issuance-refunded-flag-only': 'completed: returned',
    'redemption-refund-complete': 'completed: returned',
    'redemption-refund-failed': 'failed: redemption_stopped_transferred',
    'redemption-refund-in-progress': 'processing: redemption_transferred',
    'fiat-deposit-cancelled-refunded': 'completed: deposit_withdrawal_complete',
    'fiat-withdrawal-refund-completed': 'completed: withdrawal_complete',
    'fiat-withdrawal-refund-pending': 'pending: withdrawal_under_way',
    'money-transfer-reversed': 'completed: reversed_whole_untold',
    'usd-to-pix-refund-posted': 'processing: sale_refund_posted',
    'usd-to-pix-refund-success': 'completed: sale_refund_complete',
  });
});

describe.each(PROVIDERS)('the refund of %s', (provider) => {
  test('is the same for any order and any repetition of its events, and its moments are in order', () => {
    const replays = HISTORIES[provider].chain((history) =>
      fc.tuple(fc.constant(history), shuffledAndRepeated(history)),
    );
    let count = 0;
    fc.assert(
      fc.property(replays, ([history, replay]) => {
        const refund = fold(history, evolve(history)?.id);
        expect(fold(replay, evolve(replay)?.id)).toEqual(refund);
        if (!refund) return;
        count++;
        expect(WHEREABOUTS).toContain(refund.whereabouts);
        const moments = [refund.triggeredAt, refund.movedAt].map(Date.parse) as [number, number];
        expect(moments[0]).toBeLessThanOrEqual(moments[1]);
        for (const { firstSeenAt, after, by } of refund.steps) {
          expect(Date.parse(firstSeenAt)).toBeLessThanOrEqual(Date.parse(by));
          expect(Date.parse(after ?? by)).toBeLessThanOrEqual(Date.parse(by));
        }
      }),
      { numRuns: 1_000 },
    );
    expect(count).toBeGreaterThan(100);
  });
});
