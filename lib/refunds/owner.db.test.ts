import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { type Message, message } from '@/lib/testing';
import { readRefund, readTable } from './board.store';
import { ago, madeId as ID, MADE_AT as NOW } from './made';
import { readRefundQuery } from './refund-query';

/** A refund that two transactions tell of shows once. */
afterAll(disconnect);

const listed = async (text: string) => {
  const { page } = await readTable(readRefundQuery(new URLSearchParams(text)).query, NOW);
  return 'rows' in page ? page.rows.map(({ transactionId, oneSided }) => [transactionId, oneSided]) : [];
};
const deposit = (names: string | null) =>
  message('ripio', {
    event_type: 'FIAT_DEPOSIT.CANCELLED',
    payload: {
      ...ripio(1),
      currency_code: 'ARS',
      status: 'CANCELLED',
      refunded: names !== null,
      refund_fiat_withdrawal_id: names,
    },
  });
const withdrawal = (names: string | null) =>
  message('ripio', {
    event_type: 'FIAT_WITHDRAWAL.PENDING',
    payload: { ...ripio(2), status: 'PENDING', is_fiat_deposit_refund: names !== null, refunded_fiat_deposit: names },
  });
const ripio = (i: number) => ({
  id: ID(i),
  created_at: ago(60),
  updated_at: ago(30),
  end_user_id: 'u',
  amount: '10.00',
});
const told = async (...messages: Message[]) => {
  for (const { provider, body } of messages) {
    const own = new TextEncoder().encode(renamed(new TextDecoder().decode(body)));
    await admit({ provider, body: own, origin: 'sample', receivedAt: new Date() });
  }
  await projectAll();
  return listed('');
};
let round = 0;
const renamed = (text: string) => text.replaceAll('5b0cfa1e', `5b0cfa${String(10 + round)}`);
const of = (i: number) => `ripio:${renamed(ID(i))}`;
beforeEach(async () => {
  round++;
  await prisma().$executeRaw`TRUNCATE refunds, transactions, links`;
});

test('shows once, at the deposit, when both ends name each other', async () => {
  expect(await told(deposit(ID(2)), withdrawal(ID(1)))).toEqual([[of(1), null]]);
  expect(await readRefund(of(2), NOW)).toMatchObject({ refundOf: of(1), oneSided: null });
});

test('is one-sided when only the deposit names the withdrawal, and not while the withdrawal is not known', async () => {
  expect(await told(deposit(ID(2)))).toEqual([[of(1), null]]);
  expect(await told(withdrawal(null))).toEqual([[of(1), 'deposit_only']]);
  expect(await listed('one_sided=true')).toEqual([[of(1), 'deposit_only']]);
});

test('is one-sided when only the withdrawal names the deposit, known or not', async () => {
  expect(await told(withdrawal(ID(1)))).toEqual([[of(2), 'withdrawal_only']]);
  expect(await told(deposit(null))).toEqual([[of(1), 'withdrawal_only']]);
});

test('a reversal shows once, at the operation that was paid out, and at the transfer while that is not known', async () => {
  const brla = (subscription: string, data: object) =>
    message('brla', { id: `${subscription}-e`, userId: 'a', createdAt: +NOW - 5_000, subscription, data });
  const reversed = {
    id: ID(3),
    status: 'REVERSED',
    associatedOperationId: ID(4),
    associatedOperationType: 'BURN',
    revertedAmount: 400,
  };
  expect(await told(brla('MONEY-TRANSFER', reversed))).toEqual([[`brla:${renamed(ID(3))}`, null]]);
  const burn = { id: ID(4), status: 'QUEUED', amount: 1_000, transferFee: 50, chain: 'Polygon' };
  expect(await told(brla('BURN', burn))).toEqual([[`brla:${renamed(ID(4))}`, null]]);
  expect(await listed('partial=true')).toEqual([[`brla:${renamed(ID(4))}`, null]]);
});
