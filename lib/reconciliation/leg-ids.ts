import type { Identifier, IdentifierKind } from '@/lib/events/event';
import { readCbu } from '@/lib/identifiers/cbu';
import { isEvmHash, isTronHash } from '@/lib/identifiers/chain';
import { identifierKey } from '@/lib/identifiers/keys';
import type { Transaction } from '@/lib/transactions/transaction';
import type { LegId, LegIdKind } from './leg';

/** What a leg can be recognised by, with keys of the same form as those found in statement lines. */

const KEY_KIND = {
  e2e: 'e2e',
  clave_rastreo: 'clave_rastreo',
  tx_hash: 'tx_hash',
  clabe: 'sender_clabe',
  cbu: 'origin_account',
  tax_id: 'tax_id',
  reference: 'external_ref',
} as const satisfies Record<LegIdKind, IdentifierKind>;

/** The key of an id. A hash's begins with its network in small letters without blanks, where the network is known. */
export function legIdKey(kind: LegIdKind, value: string, network: string | null = null): string {
  const key = identifierKey(KEY_KIND[kind], value);
  const chain = kind === 'tx_hash' ? networkKey(network) : '';
  return chain ? `${chain} ${key}` : key;
}

/** "Arbitrum One" → "arbitrumone"; the empty text where none was told. */
export function networkKey(network: string | null): string {
  return (network ?? '').toLowerCase().replace(/[\s_-]+/g, '');
}

export function legId(kind: LegIdKind, value: string, network: string | null = null): LegId {
  return { kind, value, key: legIdKey(kind, value, network) };
}

/** Ids of one kind from the identifiers of the given kinds. */
export function idsFrom(transaction: Transaction, kind: LegIdKind, ...from: readonly IdentifierKind[]): LegId[] {
  return transaction.identifiers.filter(({ kind: told }) => from.includes(told)).map(({ value }) => legId(kind, value));
}

/** Every hash that a transaction had, replaced ones too. */
export function hashesOf(transaction: Transaction): LegId[] {
  return transaction.identifiers.filter(isHash).map((hash) => hashId(transaction, hash));
}

/** The hashes among the ids of a refund's steps; Bitso's own ids there are no hashes. */
export function refundHashesOf(transaction: Transaction): LegId[] {
  const steps = transaction.refund?.steps ?? [];
  return steps.flatMap(({ id }) => (id && hasHashShape(id) ? [legId('tx_hash', id, transaction.network)] : []));
}

/** What a bank may print as a reference: our own, the provider's, and what its orders and deposits are called. */
export function referencesOf(transaction: Transaction): LegId[] {
  return idsFrom(
    transaction,
    'reference',
    'external_ref',
    'provider_id',
    'reference_label',
    'deposit_id',
    'pix_order_id',
    'transaction_id',
    'refunded_deposit_id',
  );
}

/** An account number of 22 digits is a CBU or CVU; anything else is an alias, which is no account. */
export function originAccountOf(transaction: Transaction): LegId[] {
  return transaction.identifiers
    .filter(({ kind }) => kind === 'origin_account')
    .map(({ value }) => legId(readCbu(value) ? 'cbu' : 'reference', value));
}

/** Each key once, in the order given. */
export function distinctIds(ids: readonly LegId[]): LegId[] {
  return [...new Map(ids.map((id) => [`${id.kind} ${id.key}`, id])).values()];
}

function isHash({ kind, value }: Identifier): boolean {
  return (kind === 'tx_hash' || kind === 'replaced_tx_hash') && hasHashShape(value);
}

function hasHashShape(value: string): boolean {
  return isEvmHash(value) || isTronHash(value);
}

/** A ticket's network is only the receiver's, so that a hash of its other side has none. */
function hashId(transaction: Transaction, { value, network }: Identifier): LegId {
  const fallback = transaction.kind === 'ticket' ? null : transaction.network;
  return legId('tx_hash', value, network ?? fallback);
}
