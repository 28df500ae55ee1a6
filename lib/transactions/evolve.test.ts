import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from '@/lib/events/event';
import type { Provider } from '@/lib/providers/catalogue';
import { readDelivery } from '@/lib/providers/read';
import { evolve } from './evolve';

/** The transaction that the given payloads tell of, whatever order they come in. */
function given(provider: Provider, id: string, ...payloads: object[]) {
  const events = payloads.flatMap(
    (payload) => readDelivery(provider, new TextEncoder().encode(JSON.stringify(payload))).events,
  );
  const own = events.filter((event: PaymentEvent) => event.transactionId === id);
  const forwards = evolve(own);
  expect(evolve(own.toReversed())).toEqual(forwards);
  return forwards;
}

describe('Juno', () => {
  const redemption = (status: string, second: number, more: object = {}, ref?: string) => ({
    event: 'TRANSACTION',
    payload: {
      type: 'REDEMPTION',
      id: 'r-1',
      status,
      ...(ref && { external_ref: ref }),
      created_at: '2026-03-02T12:00:00Z',
      updated_at: `2026-03-02T12:00:${String(second).padStart(2, '0')}Z`,
      redemption: { network: 'ARBITRUM', amount: '101.00', method: 'SPEI', asset: 'MXN', ...more },
    },
  });
  const step = (name: string, status: string, id?: string) => ({ step: name, status, ...(id && { id }) });
  const fold = (...payloads: object[]) => given('juno', 'juno:redemption:r-1', ...payloads);

  test('a completion that arrives before its start is still complete', () => {
    expect(fold(redemption('COMPLETE', 9), redemption('IN_PROGRESS', 3))).toMatchObject({
      status: 'completed',
      providerStatus: 'COMPLETE',
      amount: { amount: '101.00', currency: 'MXN' },
    });
  });

  test('at the same second the state that is further along counts', () => {
    expect(fold(redemption('COMPLETE', 3), redemption('IN_PROGRESS', 3))).toMatchObject({ status: 'completed' });
  });

  test('a later payload without an external reference does not erase it', () => {
    expect(fold(redemption('PENDING', 1, {}, 'ref-7'), redemption('COMPLETE', 9))).toMatchObject({
      externalRef: 'ref-7',
    });
  });

  test('a failure whose refund is complete reads as failed, money returned; the refund stands beside it', () => {
    const refunded = redemption('FAILED', 9, {
      refund_status: 'COMPLETE',
      refund_steps: [step('BITSO_TRANSFER', 'COMPLETE', 'f'.repeat(32))],
    });
    expect(fold(redemption('FAILED', 5), refunded)).toMatchObject({
      status: 'failed_returned',
      providerStatus: 'FAILED',
      refund: { status: 'completed' },
    });
  });

  test.each([
    ['PENDING', 'failed_returning'],
    ['IN_PROGRESS', 'failed_returning'],
    ['FAILED', 'failed_stuck'],
  ])('a failure whose refund is %s is %s', (refund_status, status) => {
    expect(fold(redemption('FAILED', 9, { refund_status, refund_steps: [] }))).toMatchObject({ status });
  });

  test('within one second the refund with more finished steps counts, and an id once told stays', () => {
    const moving = redemption('FAILED', 9, {
      refund_status: 'IN_PROGRESS',
      refund_steps: [step('BITSO_TRANSFER', 'COMPLETE', 'a'.repeat(32)), step('TOKEN_MINT', 'IN_PROGRESS')],
    });
    const further = redemption('FAILED', 9, {
      refund_status: 'IN_PROGRESS',
      refund_steps: [step('BITSO_TRANSFER', 'COMPLETE'), step('TOKEN_MINT', 'COMPLETE', `0x${'b'.repeat(64)}`)],
    });
    expect(fold(moving, further)?.refund?.steps).toMatchObject([
      { step: 'BITSO_TRANSFER', status: 'completed', id: 'a'.repeat(32) },
      { step: 'TOKEN_MINT', status: 'completed', id: `0x${'b'.repeat(64)}` },
    ]);
  });

  test('an unknown status shows as unrecognised while nothing else is known, and never hides what is', () => {
    expect(fold(redemption('ON_HOLD', 2))).toMatchObject({
      status: 'unrecognised',
      providerStatus: 'ON_HOLD',
      hasUnrecognised: true,
    });
    expect(fold(redemption('IN_PROGRESS', 1), redemption('ON_HOLD', 2))).toMatchObject({
      status: 'processing',
      providerStatus: 'IN_PROGRESS',
      hasUnrecognised: true,
    });
  });

  test('a start after the end reopens it', () => {
    expect(fold(redemption('COMPLETE', 3), redemption('IN_PROGRESS', 9))).toMatchObject({
      status: 'processing',
      isReopened: true,
    });
  });
});

describe('Ripio', () => {
  const base = { created_at: '2026-03-02T12:00:00.1Z', end_user_id: 'customer_test', amount: '12345.67' };
  const deposit = (word: string, more: object = {}) => ({
    event_type: `FIAT_DEPOSIT.${word}`,
    issued_datetime: '2026-05-01T00:00:00Z',
    payload: {
      ...base,
      id: 'd-1',
      updated_at: '2026-03-02T12:05:00.123456Z',
      currency_code: 'ARS',
      status: word,
      refunded: false,
      refund_fiat_withdrawal_id: null,
      ...more,
    },
  });
  const withdrawal = (word: string, at: string, more: object = {}) => ({
    event_type: `FIAT_WITHDRAWAL.${word}`,
    issued_datetime: '2026-05-01T00:00:00Z',
    payload: {
      ...base,
      id: 'w-1',
      updated_at: at,
      status: word,
      external_ref: 'ref-1',
      is_fiat_deposit_refund: true,
      refunded_fiat_deposit: 'd-1',
      ...more,
    },
  });
  const refunded = deposit('CANCELLED', { refunded: true, refund_fiat_withdrawal_id: 'w-1' });

  test('a completion and a cancellation of the same microsecond leave the deposit returned', () => {
    expect(given('ripio', 'ripio:d-1', deposit('COMPLETED'), refunded)).toMatchObject({
      status: 'returned',
      refund: { status: 'completed' },
    });
  });

  test('a refund withdrawal that failed later leaves the return stuck', () => {
    expect(given('ripio', 'ripio:d-1', refunded, withdrawal('CANCELLED', '2026-03-02T12:06:00Z'))).toMatchObject({
      status: 'failed_stuck',
    });
  });

  test('what a withdrawal says of a deposit does not bring the deposit into being', () => {
    expect(given('ripio', 'ripio:d-1', withdrawal('COMPLETED', '2026-03-02T12:06:00Z'))).toBeNull();
  });

  test('a withdrawal without a currency takes the account’s, marked; a told currency replaces it for good', () => {
    const silent = withdrawal('PENDING', '2026-03-02T12:00:01Z');
    const telling = withdrawal('PENDING', '2026-03-02T12:00:02Z', { currency_code: 'BRL' });
    const silentAgain = withdrawal('COMPLETED', '2026-03-02T12:00:03Z');
    expect(given('ripio', 'ripio:w-1', silent)).toMatchObject({ amount: { currency: 'ARS' }, isCurrencyAssumed: true });
    expect(given('ripio', 'ripio:w-1', silent, telling, silentAgain)).toMatchObject({
      status: 'completed',
      amount: { currency: 'BRL' },
      isCurrencyAssumed: false,
    });
  });
});

describe('BRLA', () => {
  let events = 0;
  const said = (subscription: string, second: number, data: object) => ({
    subscription,
    createdAt: 1_772_452_800_000 + second * 1000,
    id: `e-${++events}`,
    userId: 'account-test',
    data: { id: 'o-1', ...data },
  });
  const fold = (...payloads: object[]) => given('brla', 'brla:o-1', ...payloads);
  const queued = said('BURN', 0, {
    status: 'QUEUED',
    amount: 10_000,
    transferFee: 50,
    chain: 'Polygon',
    externalId: 'ref-1',
  });
  const success = said('BURN', 5, { status: 'SUCCESS' });
  const reversal = (second: number, revertedAmount: number) => ({
    ...said('MONEY-TRANSFER', second, {
      status: 'REVERSED',
      associatedOperationId: 'o-1',
      associatedOperationType: 'BURN',
      e2e: 'E99999999202603021200synthetic01',
      revertedAmount,
    }),
    data: {
      id: 'm-1',
      status: 'REVERSED',
      associatedOperationId: 'o-1',
      associatedOperationType: 'BURN',
      e2e: 'E99999999202603021200synthetic01',
      revertedAmount,
    },
  });

  test('an operation is the sum of its deltas', () => {
    const posted = said('BURN', 2, { status: 'POSTED', tx: `0x${'a'.repeat(64)}` });
    expect(fold(success, posted, queued)).toMatchObject({
      status: 'completed',
      amount: { amount: '100.00', currency: 'BRLA' },
      fees: [{ kind: 'transfer', amount: { amount: '0.50', currency: 'BRLA' } }],
      network: 'Polygon',
      externalRef: 'ref-1',
    });
  });

  test('without its QUEUED the amount is unknown, not zero', () => {
    expect(fold(success)).toMatchObject({ status: 'completed', amount: null, isIncomplete: true });
    expect(fold(queued, success)).toMatchObject({ isIncomplete: false });
  });

  test('a repost keeps both hashes and does not move the state', () => {
    const repost = said('REPOST-TRANSACTION', 9, {
      status: 'POSTED',
      oldTx: `0x${'a'.repeat(64)}`,
      newTx: `0x${'b'.repeat(64)}`,
      chain: 'Polygon',
      reason: 'gas',
    });
    const state = fold(queued, success, repost);
    expect(state?.status).toBe('completed');
    const hashes = state?.identifiers
      .filter(({ kind }) => kind.endsWith('tx_hash'))
      .map(({ kind, value }) => `${kind} ${value.slice(2, 3)}`);
    expect(hashes?.sort()).toEqual(['replaced_tx_hash a', 'tx_hash b']);
    expect(fold(repost)).toMatchObject({ kind: 'operation', status: 'processing', isIncomplete: false });
  });

  test('a reversal may follow success; less than the payout is a partial one, and parts add up', () => {
    expect(fold(queued, success, reversal(9, 9_950))).toMatchObject({
      status: 'reversed',
      revertedAmount: { amount: '99.50', currency: 'BRL' },
    });
    expect(fold(queued, success, reversal(9, 5_000))).toMatchObject({ status: 'partly_reversed' });
    expect(fold(queued, success, reversal(9, 5_000), reversal(10, 4_950))).toMatchObject({
      status: 'reversed',
      revertedAmount: { amount: '99.50' },
    });
  });

  test('a payout to PIX that turned into a refund is failed: returning, then returned', () => {
    const start = said('USD-TO-PIX', 0, { status: 'QUEUED', amountUsd: 100, amountBrl: 550, coin: 'USDC' });
    const returning = said('USD-TO-PIX', 3, { status: 'POSTED', type: 'REFUND', tx: `0x${'c'.repeat(64)}` });
    const returned = said('USD-TO-PIX', 6, { status: 'SUCCESS', type: 'REFUND' });
    expect(fold(start, returning)).toMatchObject({ status: 'failed_returning' });
    expect(fold(start, returning, returned)).toMatchObject({
      status: 'failed_returned',
      refund: { steps: [{ step: 'REFUND', status: 'completed', id: `0x${'c'.repeat(64)}` }] },
    });
  });
});
