import type { Kind } from '@/lib/providers/catalogue';
import type { Transaction } from '@/lib/transactions/transaction';
import type { LegExpectation } from './leg';
import { hashesOf, idsFrom, referencesOf, refundHashesOf } from './leg-ids';
import {
  asTold,
  type Draft,
  expectationOf,
  leftAt,
  NOTHING,
  refundExpectation,
  reverted,
  type Sum,
  withFee,
} from './legs-draft';

/** Operations that a PIX pays out. The operation has the money and the transfer the end-to-end id: one leg for both. */
const PAID_OUT: readonly Kind[] = ['burn', 'usd_to_pix'];

export function mint(transaction: Transaction): Draft[] {
  return [
    payIn(transaction, withFee(transaction, 'discounted', 'BRL')),
    onChain(transaction, 'out', asTold(transaction.amount)),
  ];
}

export function pixForTokens(transaction: Transaction): Draft[] {
  return [payIn(transaction, asTold(transaction.amount)), onChain(transaction, 'out', asTold(transaction.amountOut))];
}

export function burn(transaction: Transaction, related: readonly Transaction[]): Draft[] {
  return [
    onChain(transaction, 'in', asTold(transaction.amount)),
    ...payout(transaction, withFee(transaction, 'transfer', 'BRL'), transfersOf(transaction, related)),
  ];
}

/** Where the PIX failed, the dollars go back on the chain. */
export function usdToPix(transaction: Transaction, related: readonly Transaction[]): Draft[] {
  const { amount, amountOut, refund, updatedAt } = transaction;
  const given = onChain(transaction, 'in', asTold(amount));
  const backHashes = refundHashesOf(transaction);
  const back: Draft = {
    name: 'refund',
    rail: 'chain',
    direction: 'out',
    sum: asTold(amount),
    expectation: refundExpectation(transaction),
    occurredAt: updatedAt,
    ids: backHashes,
  };
  const isBack = new Set(backHashes.map(({ key }) => key));
  return [
    // What is given back had been given.
    {
      ...given,
      expectation: refund ? 'expected' : given.expectation,
      ids: given.ids.filter((id) => !isBack.has(id.key)),
    },
    ...payout(transaction, asTold(amountOut), transfersOf(transaction, related)),
    ...(refund ? [back] : []),
  ];
}

/** A transfer whose operation nobody told about owns the PIX itself, without its amount. */
export function moneyTransfer(transaction: Transaction, related: readonly Transaction[]): Draft[] {
  const target = paidOutBy(transaction);
  const isOwned = related.some(({ id, kind }) => id === target && PAID_OUT.includes(kind));
  return isOwned ? [] : payout(transaction, NOTHING, [transaction]);
}

export function swap(transaction: Transaction): Draft[] {
  return [
    onChain(transaction, 'in', asTold(transaction.amount)),
    onChain(transaction, 'out', asTold(transaction.amountOut)),
  ];
}

export function balanceUpdate(transaction: Transaction): Draft[] {
  return [onChain(transaction, 'in', asTold(transaction.amount))];
}

/** Avenia's payments, as far as one tells both an end-to-end id and an amount in reais. */
export function ticket(transaction: Transaction): Draft[] {
  const { amount, amountOut } = transaction;
  if (idsFrom(transaction, 'e2e', 'e2e').length === 0) return [];
  return [
    ...(amount?.currency === 'BRL' ? [payIn(transaction, asTold(amount))] : []),
    ...(amountOut?.currency === 'BRL' ? payout(transaction, asTold(amountOut), []) : []),
  ];
}

function payIn(transaction: Transaction, sum: Sum): Draft {
  return {
    name: 'in',
    rail: 'pix',
    direction: 'in',
    sum,
    expectation: expectationOf(transaction),
    occurredAt: transaction.occurredAt,
    holder: transaction.details.sender_name,
    ids: [
      ...idsFrom(transaction, 'e2e', 'e2e'),
      ...idsFrom(transaction, 'tax_id', 'tax_id'),
      ...referencesOf(transaction),
    ],
  };
}

/** The PIX of an operation and what came back of it; both carry the original end-to-end id. */
function payout(transaction: Transaction, sum: Sum, transfers: readonly Transaction[]): Draft[] {
  const sources = [...new Set([transaction, ...transfers])];
  const e2e = sources.flatMap((source) => idsFrom(source, 'e2e', 'e2e'));
  const moved = transfers.find((transfer) => expectationOf(transfer) === 'expected') ?? transfers[0] ?? transaction;
  const paid: Draft = {
    name: 'out',
    rail: 'pix',
    direction: 'out',
    sum,
    expectation: payoutExpectation(transaction, transfers),
    occurredAt: leftAt(moved),
    ids: [...e2e, ...sources.flatMap(referencesOf)],
  };
  const reversal = sources.find(({ status }) => status === 'reversed' || status === 'partly_reversed');
  if (!reversal) return [paid];
  const back: Draft = {
    name: 'return',
    rail: 'pix',
    direction: 'in',
    sum: reverted(transaction.revertedAmount ?? reversal.revertedAmount),
    expectation: 'expected',
    occurredAt: reversal.updatedAt,
    ids: e2e,
  };
  return [paid, back];
}

/** The transfers tell whether the PIX went; without any, the operation does. */
function payoutExpectation(transaction: Transaction, transfers: readonly Transaction[]): LegExpectation {
  const told = transfers.map(expectationOf);
  return (['expected', 'in_flight', 'failed'] as const).find((one) => told.includes(one)) ?? expectationOf(transaction);
}

function onChain(transaction: Transaction, direction: 'in' | 'out', sum: Sum): Draft {
  return {
    name: direction,
    rail: 'chain',
    direction,
    sum,
    expectation: expectationOf(transaction),
    occurredAt: leftAt(transaction),
    ids: hashesOf(transaction),
  };
}

function transfersOf(transaction: Transaction, related: readonly Transaction[]): Transaction[] {
  return related.filter((one) => one.kind === 'money_transfer' && paidOutBy(one) === transaction.id);
}

function paidOutBy({ links }: Transaction): string | undefined {
  return links.find(({ relation }) => relation === 'pays_out')?.target;
}
