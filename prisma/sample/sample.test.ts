import { describe, expect, test } from 'vitest';
import { readCbu } from '@/lib/identifiers/cbu';
import { isEvmHash } from '@/lib/identifiers/chain';
import { readClabe } from '@/lib/identifiers/clabe';
import { readPixId } from '@/lib/identifiers/pix';
import { readCnpj, readCpf, readCuit } from '@/lib/identifiers/tax-ids';
import { sampleDeliveries } from './index';
import {
  byTransaction,
  detailOf,
  type Loose,
  occurredAt,
  of,
  type Read,
  read,
  transactionOf,
  wordsOf,
} from './read-sample';

const NOW = new Date('2026-11-22T15:30:12.345Z');
const OTHER_NOWS = [
  '2026-01-01T00:00:00Z',
  '2026-02-28T23:59:59.999Z',
  '2026-06-14T09:10:11Z',
  '2027-03-07T03:00:00Z',
].map((text) => new Date(text));
const HOUR = 3_600_000;

const sample = read(sampleDeliveries(NOW));
const juno = of(sample, 'juno');
const ripio = of(sample, 'ripio');
const brla = of(sample, 'brla');

const combine = (kinds: readonly string[], words: readonly string[]) =>
  kinds.flatMap((kind) => words.map((word) => `${kind} ${word}`));
const JUNO_KINDS = ['ISSUANCE', 'REDEMPTION', 'CRYPTO_DEPOSIT', 'CRYPTO_WITHDRAWAL', 'CONVERSION'];
const EXPECTED_WORDS = [
  ...combine(JUNO_KINDS, ['PENDING', 'IN_PROGRESS', 'COMPLETE', 'FAILED']),
  ...['FIAT_DEPOSIT.COMPLETED', 'FIAT_DEPOSIT.BLOCKED_LIMIT_EXCEEDED', 'FIAT_DEPOSIT.CANCELLED'],
  ...['FIAT_WITHDRAWAL.PENDING', 'FIAT_WITHDRAWAL.COMPLETED', 'FIAT_WITHDRAWAL.CANCELLED'],
  ...combine(
    ['MINT', 'BURN', 'SWAP', 'PIX-TO-USD', 'PIX-TO-TOKEN', 'USD-TO-PIX'],
    ['QUEUED', 'POSTED', 'SUCCESS', 'FAILED'],
  ),
  ...combine(['MONEY-TRANSFER'], ['POSTED', 'SUCCESS', 'FAILED', 'REVERSED']),
  ...combine(['KYC'], ['POSTED', 'SUCCESS', 'FAILED']),
  ...['BALANCE-UPDATE', 'REPOST-TRANSACTION POSTED'],
];

describe('whenever it is made', () => {
  test.each([NOW, ...OTHER_NOWS].map((now) => now.toISOString()))('%s', (text) => {
    const now = new Date(text);
    const all = read(sampleDeliveries(now));
    expect(sampleDeliveries(now)).toEqual(
      all.map(({ provider, receivedAt, body }) => ({ provider, receivedAt, body })),
    );
    expect(new Set(all.map(wordsOf))).toEqual(new Set([...EXPECTED_WORDS, ...STRANGERS]));
    const transactions = new Set(all.map(transactionOf)).size;
    expect(transactions > 380 && transactions < 430).toBe(true);
    const times = all.map((delivery) => delivery.receivedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - (times.at(-1) as number)).toBeLessThan(10 * 60_000);
    expect(now.getTime() - (times[0] as number)).toBeLessThan(42.1 * 24 * HOUR);
    expect(all.filter((delivery) => occurredAt(delivery) >= delivery.receivedAt.getTime())).toEqual([]);
  });
});

const STRANGERS = ['CARD_PAYOUT COMPLETE', 'LIMIT-UPDATE', 'KYC.COMPLETED'];

test('each provider has its share', () => {
  expect(new Set(juno.map(transactionOf)).size).toBeGreaterThan(150);
  expect(new Set(ripio.map(transactionOf)).size).toBeGreaterThan(75);
  expect(new Set(brla.map(transactionOf)).size).toBeGreaterThan(130);
});

test('amounts are text for Juno and Ripio, whole cents for BRLA', () => {
  const isDecimal = (value: unknown) => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
  for (const delivery of juno) {
    const { amount, amount_from, amount_to, exchange_rate } = detailOf(delivery);
    expect(
      [amount, amount_from, amount_to, exchange_rate].filter((value) => value !== undefined).every(isDecimal),
    ).toBe(true);
    if (amount_to) expect(amount_to).toMatch(/\.\d{10}$/);
  }
  for (const { json } of ripio.filter((delivery) => 'amount' in delivery.json.payload))
    expect(json.payload.amount).toMatch(/^\d+\.\d{2}$/);
  for (const { json } of brla.filter(({ json }) => json.data.status === 'QUEUED')) {
    const { amount, brlaAmount, usdAmount, amountBrl, amountUsd } = json.data;
    for (const value of [amount, brlaAmount, usdAmount, amountBrl, amountUsd]) {
      if (value !== undefined) expect(Number.isSafeInteger(value) && value > 0).toBe(true);
    }
  }
});

test('nothing is under way for longer than its kind takes, but for the refunds that are late on purpose', () => {
  const last = new Map<string, Read>();
  for (const delivery of [...sample].sort((a, b) => occurredAt(a) - occurredAt(b)))
    last.set(transactionOf(delivery), delivery);
  const isUnderWay = (delivery: Read) =>
    /PENDING|IN_PROGRESS|QUEUED| POSTED/.test(wordsOf(delivery)) ||
    (delivery.provider === 'juno' && /PENDING|IN_PROGRESS/.test(detailOf(delivery).refund_status));
  const old = [...last.values()].filter(
    (delivery) => isUnderWay(delivery) && NOW.getTime() - occurredAt(delivery) > HOUR,
  );
  const isRefund = ({ json }: Read) => json.payload?.is_fiat_deposit_refund === true;
  expect(old.filter((delivery) => !isRefund(delivery)).map((delivery) => delivery.body)).toEqual([]);
  expect(old.filter(isRefund)).toHaveLength(2);
});

describe('Juno', () => {
  test('every refund situation occurs, steps without ids too', () => {
    for (const type of ['ISSUANCE', 'REDEMPTION']) {
      const details = juno.filter(({ json }) => json.payload.type === type).map(detailOf);
      expect(new Set(details.map((detail) => detail.refund_status))).toEqual(
        new Set([undefined, 'PENDING', 'IN_PROGRESS', 'COMPLETE', 'FAILED']),
      );
      const steps: Loose[] = details.flatMap((detail) => detail.refund_steps ?? []);
      expect(steps.some((step) => step.status === 'COMPLETE' && !step.id)).toBe(true);
      expect(steps.some((step) => step.status === 'FAILED' && !step.id)).toBe(true);
      expect(steps.filter((step) => step.status === 'IN_PROGRESS' && step.id)).toEqual([]);
      const refunded = details.filter((detail) => detail.refunded);
      expect(refunded.every((detail) => detail.refund_status === 'COMPLETE')).toBe(true);
    }
  });

  test('a hash is told with completion only, a failure with its reason', () => {
    for (const delivery of juno) {
      const { status, type } = delivery.json.payload;
      const detail = detailOf(delivery);
      if (status !== 'COMPLETE') expect(detail).not.toHaveProperty('crypto_tx_hash');
      if (status === 'FAILED') expect(detail.error ?? detail.failure_reason).toBeTruthy();
      else expect(detail.error ?? detail.failure_reason).toBeUndefined();
      if (status === 'COMPLETE' && type.startsWith('CRYPTO')) expect(isEvmHash(detail.crypto_tx_hash)).toBe(true);
    }
  });

  test('CLABEs are right and made up', () => {
    for (const detail of juno.map(detailOf)) {
      const clabes = [
        detail.deposit_sender_clabe,
        detail.deposit_receiver_clabe,
        detail.receiver_account?.mexican_bank_account?.clabe,
      ];
      for (const clabe of clabes.filter(Boolean))
        expect([readClabe(clabe)?.isValid, clabe.includes('00000000')]).toEqual([true, true]);
    }
  });
});

describe('Ripio', () => {
  const deposits = ripio.filter(({ json }) => json.event_type === 'FIAT_DEPOSIT.CANCELLED');
  const withdrawals = new Map(
    ripio.filter(({ json }) => json.event_type.startsWith('FIAT_W')).map(({ json }) => [json.payload.id, json.payload]),
  );

  test('each refund names its withdrawal, and just one withdrawal does not point back', () => {
    const oneSided = new Set<string>();
    for (const { json } of deposits) {
      const refund = withdrawals.get(json.payload.refund_fiat_withdrawal_id);
      expect(refund?.amount).toBe(json.payload.amount);
      if (refund?.is_fiat_deposit_refund) expect(refund.refunded_fiat_deposit).toBe(json.payload.id);
      else oneSided.add(json.payload.id);
    }
    expect(oneSided.size).toBe(1);
  });

  test('accounts and tax ids are right and made up', () => {
    for (const { json } of ripio.filter((delivery) => delivery.json.event_type.startsWith('FIAT_DEPOSIT'))) {
      expect(readCbu(json.payload.origin_account_identifier)?.isValid).toBe(true);
      expect(readCuit(json.payload.origin_account_holder_id)?.isValid).toBe(true);
      expect(json.payload.origin_account_holder_name).toMatch(/^(Usuario Ficticio|Empresa Ficticia) /);
    }
  });
});

describe('BRLA', () => {
  const byOperation = byTransaction(brla);

  test('some operations lost their QUEUED, one is known by its repost alone', () => {
    const lost = [...byOperation.values()].filter(
      (events) =>
        /MINT|BURN|SWAP|PIX/.test(events[0]?.json.subscription) &&
        !events.some(({ json }) => json.data.status === 'QUEUED'),
    );
    expect(lost.length).toBeGreaterThanOrEqual(5);
    const lone = [...byOperation.values()].filter((events) =>
      events.every(({ json }) => json.subscription === 'REPOST-TRANSACTION'),
    );
    expect(lone).toHaveLength(1);
    expect(byOperation.size).toBeGreaterThan(100);
  });

  test('payouts name their operation and, once settled, the PIX of that minute', () => {
    const transfers = brla.filter(({ json }) => json.subscription === 'MONEY-TRANSFER');
    for (const { json } of transfers) {
      expect(byOperation.has(`brla:${json.data.associatedOperationId}`)).toBe(true);
      if (json.data.status === 'POSTED') expect(json.data.e2e).toBeUndefined();
      else expect(readPixId(json.data.e2e)).toMatchObject({ kind: 'E', ispb: '12345678', moment: expect.any(String) });
      const moment = Date.parse(readPixId(json.data.e2e ?? '')?.moment ?? new Date(json.createdAt).toISOString());
      if (json.data.status === 'SUCCESS') expect(Math.abs(json.createdAt - moment)).toBeLessThan(2 * 60_000);
    }
    const types = new Set(transfers.map(({ json }) => json.data.associatedOperationType));
    expect(types).toEqual(new Set(['BURN', 'USD-TO-PIX']));
  });

  test('one payout came back whole, one in part', () => {
    const reversed = new Map(
      brla.filter(({ json }) => json.data.status === 'REVERSED').map(({ json }) => [json.data.id, json.data]),
    );
    const shares = [...reversed.values()].map(({ associatedOperationId, revertedAmount }) => {
      const queued = byOperation.get(`brla:${associatedOperationId}`)?.find(({ json }) => json.data.status === 'QUEUED')
        ?.json.data;
      return revertedAmount === queued.amount - queued.transferFee;
    });
    expect(shares.sort()).toEqual([false, true]);
  });

  test('dollars that could not be paid out go back: finished, running and failed', () => {
    const refunds = brla.filter(({ json }) => json.data.type === 'REFUND');
    expect(new Set(refunds.map(({ json }) => json.data.status))).toEqual(new Set(['POSTED', 'SUCCESS', 'FAILED']));
    const ended = new Set(refunds.filter(({ json }) => json.data.status !== 'POSTED').map(({ json }) => json.data.id));
    expect(new Set(refunds.map(({ json }) => json.data.id).filter((id) => !ended.has(id))).size).toBe(1);
  });

  test('tax ids are right, one of them with letters', () => {
    const taxIds: string[] = brla.map(({ json }) => json.data.taxId).filter(Boolean);
    for (const taxId of taxIds) expect((readCpf(taxId) ?? readCnpj(taxId))?.isValid).toBe(true);
    expect(taxIds.some((taxId) => /[A-Z]/.test(taxId))).toBe(true);
  });

  test('a swap and the tokens it brought share their hash', () => {
    const swaps = new Set(brla.filter(({ json }) => json.subscription === 'SWAP').map(({ json }) => json.data.tx));
    const reposted = new Set(brla.map(({ json }) => json.data.newTx));
    const brought = brla.filter(
      ({ json }) => json.subscription === 'BALANCE-UPDATE' && (swaps.has(json.data.tx) || reposted.has(json.data.tx)),
    );
    expect(brought.length).toBeGreaterThanOrEqual(5);
  });
});

test('the journey goes from reais to pesos under one reference and one hash', () => {
  const bought = brla.filter(({ json }) => json.data.externalId?.startsWith('XB-'));
  const hash = bought.find(({ json }) => json.data.status === 'POSTED')?.json.data.tx;
  const reference = bought[0]?.json.data.externalId;
  const arrived = juno.find((delivery) => detailOf(delivery).crypto_tx_hash === hash);
  expect(arrived?.json.payload).toMatchObject({ type: 'CRYPTO_DEPOSIT', external_ref: reference });
  expect(detailOf(arrived as Read)).toMatchObject({ network: 'POLYGON', asset: 'USDC', amount: '4642.53' });
  const converted = juno.find((delivery) => detailOf(delivery).amount_from === '4642.53');
  const redeemed = juno.find(
    ({ json }) => json.payload.type === 'REDEMPTION' && json.payload.external_ref === reference,
  );
  expect(detailOf(converted as Read).amount_to.startsWith(detailOf(redeemed as Read).amount)).toBe(true);
});

describe('irregularities', () => {
  test('a few percent come twice: the same bytes, or for Ripio the same but the time of sending', () => {
    for (const [own, share] of [
      [juno, 'juno'],
      [brla, 'brla'],
    ] as const) {
      const twice = own.length - new Set(own.map((delivery) => delivery.body)).size;
      expect([share, twice / own.length > 0.015 && twice / own.length < 0.08]).toEqual([share, true]);
    }
    expect(new Set(ripio.map((delivery) => delivery.body)).size).toBe(ripio.length);
    const contents = new Set(ripio.map(({ json }) => JSON.stringify([json.event_type, json.payload])));
    expect(ripio.length - contents.size).toBeGreaterThanOrEqual(3);
  });

  test('most come within seconds, a few minutes to two days late, and some overtake others', () => {
    const lags = sample.map((delivery) => delivery.receivedAt.getTime() - occurredAt(delivery));
    const late = lags.filter((lag) => lag > 5 * 60_000).length / lags.length;
    expect(lags.filter((lag) => lag < 5_100).length / lags.length).toBeGreaterThan(0.85);
    expect(late > 0.01 && late < 0.08).toBe(true);
    expect(Math.max(...lags)).toBeLessThan(48.5 * HOUR);
    const overtaken = [...byTransaction(sample).values()].filter((events) =>
      events.some((event, i) => i > 0 && occurredAt(event) < occurredAt(events[i - 1] as Read)),
    );
    expect(overtaken.length).toBeGreaterThanOrEqual(5);
  });
});
