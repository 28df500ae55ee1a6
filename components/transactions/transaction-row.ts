import type { Fee, IdentifierKind } from '@/lib/events/event';
import type { RefundStatus, Status } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import type { Kind, Provider } from '@/lib/providers/catalogue';
import type { ListedTransaction } from '@/lib/transactions/page';
import type { Transaction } from '@/lib/transactions/transaction';
import { maskedAccount, maskedName } from './masked';

/** What one line of the list shows, and nothing else: the browser is not sent the whole fold. */
export type TransactionRow = Pick<
  ListedTransaction,
  'environment' | 'reconciliation' | 'difference' | 'legs' | 'duplicates' | 'firstReceivedAt' | 'assignee'
> & {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: Kind;
  readonly status: Status;
  readonly providerStatus: string | null;
  readonly amount: Money | null;
  readonly amountOut: Money | null;
  readonly isCurrencyAssumed: boolean;
  readonly isIncomplete: boolean;
  readonly externalRef: string | null;
  readonly bankReference: BankReference | null;
  readonly refund: RefundLadder | null;
  readonly occurredAt: string;
  readonly updatedAt: string;
  readonly eventCount: number;
  readonly providerId: string | null;
  readonly endUser: string | null;
  readonly network: string | null;
  readonly token: string | null;
  readonly txHash: string | null;
  /** Names and account numbers are shortened before they leave the server. */
  readonly counterparty: string | null;
  readonly account: string | null;
  readonly fees: readonly Fee[];
  readonly exchangeRate: string | null;
  /** How it belongs to the row above, where it stands under one. */
  readonly relation: string | null;
};

/** The id the payment has at the bank: the clave de rastreo of SPEI, or the end-to-end id of PIX. */
export type BankReference = { readonly kind: 'clave_rastreo' | 'e2e'; readonly value: string };

export type RefundLadder = {
  readonly status: RefundStatus | null;
  readonly steps: readonly { readonly step: string; readonly status: RefundStatus }[];
};

const ACCOUNTS: readonly IdentifierKind[] = [
  'sender_clabe',
  'receiver_clabe',
  'origin_account',
  'beneficiary_account_id',
];

export function toRow({ transaction, ...listed }: ListedTransaction, relation: string | null = null): TransactionRow {
  const { id, provider, kind, status, providerStatus, amount, amountOut, isCurrencyAssumed, isIncomplete } =
    transaction;
  const { externalRef, refund, identifiers, occurredAt, updatedAt, eventCount, details } = transaction;
  const { endUser, network, token, fees, exchangeRate } = transaction;
  const { environment, reconciliation, difference, legs, duplicates, firstReceivedAt, assignee } = listed;
  const reference = identifiers.find((identifier) => identifier.kind === 'clave_rastreo' || identifier.kind === 'e2e');
  const counterparty = details.sender_name ?? details.holder_name ?? null;
  const account = identifierOf(transaction, ...ACCOUNTS);
  return {
    ...{ id, provider, kind, status, providerStatus, amount, amountOut, isCurrencyAssumed, isIncomplete },
    ...{ externalRef, occurredAt, updatedAt, eventCount, endUser, network, token, fees, exchangeRate, relation },
    ...{ environment, reconciliation, difference, legs, duplicates, firstReceivedAt, assignee },
    bankReference: reference ? { kind: reference.kind as BankReference['kind'], value: reference.value } : null,
    refund: refund && {
      status: refund.status,
      steps: refund.steps.map(({ step, status: stepStatus }) => ({ step, status: stepStatus })),
    },
    providerId: identifierOf(transaction, 'provider_id'),
    txHash: identifierOf(transaction, 'tx_hash'),
    counterparty: counterparty && maskedName(counterparty),
    account: account && maskedAccount(account),
  };
}

/** The first identifier of the kinds, in the order they were told. */
function identifierOf({ identifiers }: Transaction, ...kinds: readonly IdentifierKind[]): string | null {
  return identifiers.find(({ kind }) => kinds.includes(kind))?.value ?? null;
}
