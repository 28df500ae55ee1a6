import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { PaymentEvent } from '@/lib/events/event';
import type { Provider } from '@/lib/providers/catalogue';
import { listedBody } from '@/lib/providers/listed';
import { LISTS, type ListName } from '@/lib/providers/listing';
import { readDelivery } from '@/lib/providers/read';

/** Every order and repetition that deliveries of a history may come in. */
export function shuffledAndRepeated(history: PaymentEvent[]): fc.Arbitrary<PaymentEvent[]> {
  const repeated = fc.array(fc.constantFrom(...history), { maxLength: history.length });
  return repeated.chain((again) => {
    const all = [...history, ...again];
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });
}

function stories(provider: Provider, payload: fc.Arbitrary<unknown>): fc.Arbitrary<PaymentEvent[]> {
  return fc
    .array(payload, { minLength: 1, maxLength: 7 })
    .map((payloads) => payloads.flatMap((one) => read(provider, one)))
    .filter((events) => events.some((event) => !event.isEcho));
}

/** All events of the story's one payment; what the same payloads say about others is another story. */
function read(provider: Provider, payload: unknown): PaymentEvent[] {
  const reading = readDelivery(provider, new TextEncoder().encode(JSON.stringify(payload)));
  if (reading.events.length === 0) throw new Error(`An unreadable story: ${JSON.stringify(reading)}`);
  return reading.events.filter((event) => event.transactionId.endsWith(THE_ID));
}

const THE_ID = '5b0cfa1e-0000-4000-8000-000000000001';
const ANOTHER_ID = '5b0cfa1e-0000-4000-8000-000000000002';
const second = fc.integer({ min: 0, max: 3 });
const hash = fc.constantFrom('a', 'b').map((digit) => `0x${digit.repeat(64)}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

function junoPayload() {
  const status = fc.constantFrom('PENDING', 'IN_PROGRESS', 'COMPLETE', 'FAILED');
  const stepId = fc.option(fc.constantFrom('0'.repeat(32), '1'.repeat(32)), { nil: undefined });
  const step = fc.record({
    step: fc.constantFrom('BITSO_TRANSFER', 'TOKEN_MINT', 'TOKEN_TRANSFER'),
    status: fc.constantFrom('IN_PROGRESS', 'COMPLETE', 'FAILED'),
    id: stepId,
  });
  const redemption = fc.record({
    network: maybe(fc.constant('ARBITRUM')),
    amount: maybe(fc.constantFrom('101', '101.00')),
    method: fc.constant('SPEI'),
    asset: fc.constant('MXN'),
    refunded: fc.boolean(),
    refund_status: maybe(status),
    refund_steps: maybe(fc.array(step, { maxLength: 4 })),
    failure_reason: maybe(fc.constant('a synthetic reason')),
  });
  return fc
    .record({ status, at: second, external_ref: maybe(fc.constantFrom('ref-1', 'ref-2')), redemption })
    .map(({ status, at, external_ref, redemption }) => ({
      event: 'TRANSACTION',
      payload: {
        type: 'REDEMPTION',
        id: THE_ID,
        status,
        external_ref,
        created_at: '2026-03-02T12:00:00Z',
        updated_at: `2026-03-02T12:00:0${at}Z`,
        redemption,
      },
    }));
}

function ripioPayload() {
  const deposit = fc
    .record({
      word: fc.constantFrom('COMPLETED', 'BLOCKED_LIMIT_EXCEEDED', 'CANCELLED'),
      at: second,
      isRefunded: fc.boolean(),
    })
    .map(({ word, at, isRefunded }) => ({
      event_type: `FIAT_DEPOSIT.${word}`,
      issued_datetime: '2026-03-02T13:00:00.000001Z',
      payload: {
        ...ripioBase(THE_ID, at),
        currency_code: 'ARS',
        status: word === 'BLOCKED_LIMIT_EXCEEDED' ? 'PENDING' : word,
        refunded: isRefunded,
        refund_fiat_withdrawal_id: isRefunded ? ANOTHER_ID : null,
      },
    }));
  const refund = fc
    .record({ word: fc.constantFrom('PENDING', 'COMPLETED', 'CANCELLED'), at: second })
    .map(({ word, at }) => ({
      event_type: `FIAT_WITHDRAWAL.${word}`,
      issued_datetime: '2026-03-02T13:00:00.000001Z',
      payload: {
        ...ripioBase(ANOTHER_ID, at),
        status: word,
        external_ref: null,
        is_fiat_deposit_refund: true,
        refunded_fiat_deposit: THE_ID,
      },
    }));
  return fc.oneof(deposit, refund);
}

function ripioBase(id: string, at: number) {
  return {
    id,
    created_at: '2026-03-02T12:00:00.000001Z',
    updated_at: `2026-03-02T12:00:0${at}.123456Z`,
    end_user_id: 'customer_test',
    amount: '12345.67',
  };
}

function brlaPayload() {
  const word = fc.constantFrom('QUEUED', 'POSTED', 'SUCCESS', 'FAILED');
  const burn = fc.record({ status: word, tx: maybe(hash) }).map(({ status, tx }) => ({
    subscription: 'BURN',
    data: {
      id: THE_ID,
      status,
      ...(status === 'QUEUED' && { amount: 10_000, transferFee: 50, chain: 'Polygon', externalId: 'ref-1' }),
      ...(status === 'POSTED' && { tx }),
      ...(status === 'FAILED' && { failureReason: 'a synthetic reason' }),
    },
  }));
  const repost = fc.record({ oldTx: hash, newTx: hash }).map((hashes) => ({
    subscription: 'REPOST-TRANSACTION',
    data: { id: THE_ID, status: 'POSTED', ...hashes, chain: 'Polygon', reason: 'gas' },
  }));
  const reversal = fc.constantFrom(9_950, 5_000, 1).map((revertedAmount) => ({
    subscription: 'MONEY-TRANSFER',
    data: {
      id: ANOTHER_ID,
      status: 'REVERSED',
      associatedOperationId: THE_ID,
      associatedOperationType: 'BURN',
      e2e: 'E99999999202603021200synthetic01',
      revertedAmount,
    },
  }));
  const at = second.map((seconds) => 1_772_452_800_000 + seconds * 1000);
  return fc.record({ what: fc.oneof(burn, repost, reversal), createdAt: at }).map(({ what, createdAt }) => {
    const event = { userId: 'account-test', createdAt, ...what };
    return { id: createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 12), ...event };
  });
}

/**
 * Random life stories of one payment, in the providers' own words, for the property tests of the fold. Times come from a
 * few seconds only, so that equal timestamps are the rule; states are not kept in a sensible order, because deliveries
 * are not either.
 */
export const HISTORIES: Record<Provider, fc.Arbitrary<PaymentEvent[]>> = {
  juno: stories('juno', junoPayload()),
  ripio: stories('ripio', ripioPayload()),
  brla: stories('brla', brlaPayload()),
};

function listedRows(...rows: readonly (readonly [list: ListName, row: fc.Arbitrary<object>])[]) {
  const events = rows.map(([list, row]) =>
    row.map((content) => {
      const body = listedBody({ list, row: new TextEncoder().encode(JSON.stringify(content)) });
      return readDelivery(LISTS[list].provider, body, 'listed').events.filter((event) =>
        event.transactionId.endsWith(THE_ID),
      );
    }),
  );
  return fc.array(fc.oneof(...events), { minLength: 1, maxLength: 3 }).map((told) => told.flat());
}

const listedAt = second.map((seconds) => `2026-03-02T12:00:0${seconds}Z`);
const listedWord = fc.constantFrom('PENDING', 'COMPLETED', 'CANCELLED', 'A_NEW_WORD');

/** What the providers' lists say of the same payment: poorer, often outdated, and at times a contradiction. */
export const LISTED: Record<Provider, fc.Arbitrary<PaymentEvent[]>> = {
  juno: listedRows([
    'juno-transactions',
    fc.record({
      id: fc.constant(THE_ID),
      amount: fc.constantFrom(101, 102.5),
      currency: fc.constantFrom('mxn', 'usdc'),
      transaction_type: fc.constant('REDEMPTION'),
      summary_status: fc.constantFrom('PENDING', 'IN_PROGRESS', 'COMPLETE', 'FAILED', 'A_NEW_WORD'),
      created_at: fc.constant('2026-03-02T11:00:00Z'),
      updated_at: listedAt,
      method: fc.constantFrom('SPEI', 'ANOTHER'),
    }),
  ]),
  ripio: listedRows(
    [
      'ripio-deposits',
      fc.record({ status: listedWord, at: second, refunded: fc.boolean() }).map(({ status, at, refunded }) => ({
        ...ripioBase(THE_ID, at),
        amount: '1.00',
        currency_code: 'USD',
        status,
        refunded,
      })),
    ],
    [
      'ripio-withdrawals',
      fc.record({ status: listedWord, at: second }).map(({ status, at }) => ({
        ...ripioBase(ANOTHER_ID, at),
        status,
        refunded_fiat_deposit: THE_ID,
      })),
    ],
  ),
  brla: listedRows([
    'brla-pix-to-usd',
    fc.record({ createdAt: listedAt, tx: hash }).map(({ createdAt, tx }) => ({
      createdAt,
      chain: 'Base',
      pixToUsdOps: [{ id: THE_ID, brlaAmount: 600, usdAmount: 97, coin: 'USDC', smartContractOps: [{ tx }] }],
    })),
  ]),
};
