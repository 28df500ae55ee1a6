import type { RefundStatus, Status } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import type { Environment, Kind, Provider } from '@/lib/providers/catalogue';
import type { ListedTransaction } from '@/lib/transactions/page';

/** What one line of the list shows, and nothing else: the browser is not sent the whole fold. */
export type TransactionRow = {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: Kind;
  readonly environment: Environment;
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
};

/** The id the payment has at the bank: the clave de rastreo of SPEI, or the end-to-end id of PIX. */
export type BankReference = { readonly kind: 'clave_rastreo' | 'e2e'; readonly value: string };

export type RefundLadder = {
  readonly status: RefundStatus | null;
  readonly steps: readonly { readonly step: string; readonly status: RefundStatus }[];
};

export function toRow({ transaction, environment }: ListedTransaction): TransactionRow {
  const { id, provider, kind, status, providerStatus, amount, amountOut, isCurrencyAssumed, isIncomplete } =
    transaction;
  const { externalRef, refund, identifiers, occurredAt, updatedAt } = transaction;
  const reference = identifiers.find((identifier) => identifier.kind === 'clave_rastreo' || identifier.kind === 'e2e');
  return {
    ...{ id, provider, kind, environment, status, providerStatus, amount, amountOut, isCurrencyAssumed, isIncomplete },
    ...{ externalRef, occurredAt, updatedAt },
    bankReference: reference ? { kind: reference.kind as BankReference['kind'], value: reference.value } : null,
    refund: refund && {
      status: refund.status,
      steps: refund.steps.map(({ step, status: stepStatus }) => ({ step, status: stepStatus })),
    },
  };
}
