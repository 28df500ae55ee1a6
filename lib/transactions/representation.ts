import type { TransactionDetail } from './detail';
import { inOrder } from './order';
import type { Transaction } from './transaction';

/**
 * The API's view of a transaction: snake_case, amounts as decimal strings with the digits they were given, times as the
 * provider told them in UTC.
 */
export function summaryJson(transaction: Transaction) {
  return {
    id: transaction.id,
    provider: transaction.provider,
    kind: transaction.kind,
    status: transaction.status,
    provider_status: transaction.providerStatus,
    amount: transaction.amount?.amount ?? null,
    currency: transaction.amount?.currency ?? null,
    amount_out: transaction.amountOut?.amount ?? null,
    currency_out: transaction.amountOut?.currency ?? null,
    currency_assumed: transaction.isCurrencyAssumed,
    reverted_amount: transaction.revertedAmount?.amount ?? null,
    network: transaction.network,
    token: transaction.token,
    external_ref: transaction.externalRef,
    occurred_at: transaction.occurredAt,
    updated_at: transaction.updatedAt,
    incomplete: transaction.isIncomplete,
    refund: transaction.refund && {
      status: transaction.refund.status,
      provider_status: transaction.refund.providerStatus,
      steps: transaction.refund.steps.map((step) => ({
        step: step.step,
        status: step.status,
        provider_status: step.providerStatus,
        id: step.id,
      })),
    },
    identifiers: transaction.identifiers.map(({ kind, value, network }) => ({
      kind,
      value,
      ...(network && { network }),
    })),
  };
}

/** A transaction with its links and events; events in the order of the timeline. */
export function detailJson({ transaction, events, related }: TransactionDetail) {
  const arrivals = new Map(events.map((stored) => [stored.event.id, stored.arrivals]));
  return {
    ...summaryJson(transaction),
    links: related.map(({ relation, id, isOneSided }) => ({ relation, id, one_sided: isOneSided })),
    events: inOrder(events.map(({ event }) => event)).map((event) => ({
      id: event.id,
      type: event.type,
      provider_status: event.providerStatus,
      occurred_at: event.occurredAt,
      received_at: arrivals.get(event.id)?.[0]?.receivedAt.toISOString() ?? null,
      duplicates: (arrivals.get(event.id)?.length ?? 1) - 1,
    })),
  };
}
