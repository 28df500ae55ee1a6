import type { Transaction } from '@/lib/transactions/transaction';
import type { Rail } from './leg';
import { hashesOf, idsFrom, legId, referencesOf, refundHashesOf } from './leg-ids';
import { asTold, type Draft, expectationOf, leftAt, refundExpectation } from './legs-draft';

/** Pesos come in by SPEI, tokens go out on the chain; where the issuance fails, the pesos go back. */
export function issuance(transaction: Transaction): Draft[] {
  const { amount, details, occurredAt, refund, updatedAt } = transaction;
  const fiat = fiatOf(transaction);
  const sender = idsFrom(transaction, 'clabe', 'sender_clabe');
  const clave = idsFrom(transaction, 'clave_rastreo', 'clave_rastreo');
  // A clave or a refund says that the deposit itself arrived, whatever became of the issuance.
  const hasArrived = clave.length > 0 || refund !== null;
  const shared = { rail: fiat.rail, sum: asTold(amount), holder: details.sender_name };
  const came: Draft = {
    ...shared,
    name: 'in',
    direction: 'in',
    expectation: !fiat.isSeen
      ? 'not_seen'
      : hasArrived && expectationOf(transaction) === 'failed'
        ? 'expected'
        : expectationOf(transaction),
    occurredAt,
    ids: [...clave, ...sender, ...idsFrom(transaction, 'clabe', 'receiver_clabe'), ...referencesOf(transaction)],
  };
  const wentBack: Draft = {
    ...shared,
    name: 'return',
    direction: 'out',
    expectation: fiat.isSeen ? refundExpectation(transaction) : 'not_seen',
    occurredAt: updatedAt,
    ids: [...sender, ...stepReferences(transaction)],
  };
  return [came, ...(refund ? [wentBack] : []), ...tokens(transaction, 'out')];
}

/** Pesos go out by SPEI; tokens come in, and go back where the payout fails, as far as hashes tell. */
export function redemption(transaction: Transaction): Draft[] {
  const fiat = fiatOf(transaction);
  const paid: Draft = {
    name: 'out',
    rail: fiat.rail,
    direction: 'out',
    sum: asTold(transaction.amount),
    expectation: fiat.isSeen ? expectationOf(transaction) : 'not_seen',
    occurredAt: leftAt(transaction),
    ids: [
      ...idsFrom(transaction, 'clave_rastreo', 'clave_rastreo'),
      ...idsFrom(transaction, 'clabe', 'receiver_clabe'),
      ...referencesOf(transaction),
    ],
  };
  const hashes = refundHashesOf(transaction);
  const given: Draft = {
    name: 'refund',
    rail: 'chain',
    direction: 'out',
    sum: asTold(transaction.amount, transaction.token),
    expectation: refundExpectation(transaction),
    occurredAt: transaction.updatedAt,
    ids: hashes,
  };
  return [paid, ...tokens(transaction, 'in'), ...(hashes.length > 0 ? [given] : [])];
}

export function cryptoDeposit(transaction: Transaction): Draft[] {
  return [onChain(transaction, 'in', transaction.occurredAt)];
}

export function cryptoWithdrawal(transaction: Transaction): Draft[] {
  return [onChain(transaction, 'out', leftAt(transaction))];
}

function onChain(transaction: Transaction, direction: 'in' | 'out', occurredAt: string): Draft {
  return {
    name: direction,
    rail: 'chain',
    direction,
    sum: asTold(transaction.amount),
    expectation: expectationOf(transaction),
    occurredAt,
    ids: [...hashesOf(transaction), ...referencesOf(transaction)],
  };
}

/** The tokens of a settlement; they move on the chain only if a hash is told. */
function tokens(transaction: Transaction, direction: 'in' | 'out'): Draft[] {
  const hashes = hashesOf(transaction);
  if (hashes.length === 0) return [];
  return [
    {
      name: direction,
      rail: 'chain',
      direction,
      sum: asTold(transaction.amount, transaction.token),
      expectation: expectationOf(transaction),
      occurredAt: leftAt(transaction),
      ids: hashes,
    },
  ];
}

/** A Bitso transfer moves between two accounts at Bitso: no bank sees it. Reais know no other method. */
function fiatOf({ amount, details }: Transaction): { rail: Rail; isSeen: boolean } {
  const isReais = amount?.currency === 'BRL';
  const isSpei = details.method === 'SPEI' || (details.method === undefined && !isReais);
  return { rail: isReais ? 'pix' : 'spei', isSeen: isSpei };
}

/** Bitso's ids of the steps; which clave they became is told elsewhere. */
function stepReferences({ refund }: Transaction) {
  return (refund?.steps ?? []).flatMap(({ id }) => (id ? [legId('reference', id)] : []));
}
