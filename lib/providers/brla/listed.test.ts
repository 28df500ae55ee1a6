import { expect, test } from 'vitest';
import { listedBody } from '@/lib/providers/listed';
import type { ListName } from '@/lib/providers/listing';
import { readDelivery } from '@/lib/providers/read';

const read = (list: ListName, row: object) =>
  readDelivery('brla', listedBody({ list, row: new TextEncoder().encode(JSON.stringify(row)) }), 'listed');
const HASH = `0x${'a'.repeat(64)}`;
const DEPOSIT = {
  id: 'deposit-1',
  amount: 10_000,
  taxId: '11144477735',
  status: 'PAID',
  payerName: 'Pagadora Sintética',
  referenceLabel: 'label-1',
  externalId: 'ref-1',
  createdAt: '2026-03-02T12:00:00.123456Z',
  mintOps: [{ id: 'mint-1', smartContractOps: [{ operationName: 'MINT', posted: true, tx: HASH }] }],
};

test('a pay-in names its mint, its payer and its reference, and neither the mint’s amount nor its state', () => {
  const reading = read('brla-pix-deposits', DEPOSIT);
  expect(reading).toEqual({
    outcome: 'event',
    events: [
      {
        id: expect.stringMatching(/^brla:[0-9a-f]{32}$/),
        transactionId: 'brla:mint-1',
        provider: 'brla',
        kind: 'mint',
        type: 'Listed',
        providerStatus: null,
        occurredAt: '2026-03-02T12:00:00.123456Z',
        isEcho: false,
        isListed: true,
        facts: {
          links: [{ relation: 'pays_deposit', target: 'deposit-1' }],
          details: { sender_name: 'Pagadora Sintética' },
          identifiers: [
            { kind: 'provider_id', value: 'mint-1' },
            { kind: 'deposit_id', value: 'deposit-1' },
            { kind: 'reference_label', value: 'label-1' },
            { kind: 'tax_id', value: '11144477735' },
            { kind: 'tx_hash', value: HASH },
          ],
        },
      },
    ],
  });
});

test('a row that names several operations tells of each of them', () => {
  const op = { brlaAmount: 600, usdAmount: 97, coin: 'usdc', createdAt: '2026-03-02T12:00:00Z' };
  const row = {
    id: 'order-1',
    chain: 'Polygon',
    pixToUsdOps: [
      { id: 'op-1', ...op },
      { id: 'op-2', ...op },
    ],
  };
  const { events } = read('brla-pix-to-usd', row);
  expect(events.map(({ transactionId, isEcho }) => [transactionId, isEcho])).toEqual([
    ['brla:op-1', false],
    ['brla:op-2', false],
  ]);
  expect(events[1]?.id).toBe(`${events[0]?.id}~2`);
  expect(events[0]?.facts).toMatchObject({
    amount: { amount: '6.00', currency: 'BRL' },
    amountOut: { amount: '0.97', currency: 'USDC' },
    network: 'Polygon',
  });
});

test.each([
  [{ mintOps: undefined }, 'row.mintOps names no operation: the row tells of a pay-in, and not of what became of it.'],
  [{ mintOps: [{}] }, 'row.mintOps names no operation: the row tells of a pay-in, and not of what became of it.'],
  [{ createdAt: undefined }, 'row.createdAt is missing.'],
  [{ status: 'EXPIRED' }, 'row.status says "EXPIRED", a word we do not know.'],
  [{ mintOps: 'none' }, 'row.mintOps should be an array, not "none".'],
])('a pay-in with %j says why it is not understood', (changes, reason) => {
  expect(read('brla-pix-deposits', { ...DEPOSIT, ...changes })).toEqual({
    outcome: 'unrecognised',
    reason,
    events: [],
  });
});

test('an amount in anything but whole cents is not taken', () => {
  const row = { pixToUsdOps: [{ id: 'op-1', brlaAmount: '6.00', createdAt: '2026-03-02T12:00:00Z' }] };
  expect(read('brla-pix-to-usd', row)).toMatchObject({
    outcome: 'unrecognised',
    reason: 'row.pixToUsdOps[0].brlaAmount should be a whole number of cents, not "6.00".',
  });
});
