import type { Transaction } from '@/lib/transactions/transaction';
import { idsFrom, originAccountOf, referencesOf } from './leg-ids';
import { asTold, type Draft, expectationOf, leftAt } from './legs-draft';

/** Pesos that came in. What went back is the leg of the withdrawal that refunded them. */
export function fiatDeposit(transaction: Transaction): Draft[] {
  return [
    {
      name: 'in',
      rail: 'ars',
      direction: 'in',
      sum: asTold(transaction.amount),
      // Only what had come in can be refunded.
      expectation: transaction.refund ? 'expected' : expectationOf(transaction),
      occurredAt: transaction.occurredAt,
      holder: transaction.details.holder_name,
      ids: [...payerOf(transaction), ...referencesOf(transaction)],
    },
  ];
}

/** Pesos that went out; a refund goes to whoever paid the deposit in. */
export function fiatWithdrawal(transaction: Transaction, related: readonly Transaction[]): Draft[] {
  const refundOf = transaction.links.find(({ relation }) => relation === 'refund_of')?.target;
  const deposit = related.find(({ id }) => id === refundOf);
  return [
    {
      name: refundOf === undefined ? 'out' : 'return',
      rail: 'ars',
      direction: 'out',
      sum: asTold(transaction.amount),
      expectation: expectationOf(transaction),
      occurredAt: leftAt(transaction),
      holder: deposit?.details.holder_name,
      ids: [...(deposit ? payerOf(deposit) : []), ...referencesOf(transaction)],
    },
  ];
}

function payerOf(transaction: Transaction) {
  return [...originAccountOf(transaction), ...idsFrom(transaction, 'tax_id', 'tax_id')];
}
