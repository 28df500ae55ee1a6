import type { FileColumn } from './file-format';
import { type ColumnName, namesOf } from './heading';

/**
 * What a file of transactions can have. Amounts and ids are exactly as the provider wrote them; times are the provider's,
 * in UTC with all their digits. Fees and what came back are bare numbers, as in the API: providers tell both in reais only.
 */
export const TRANSACTION_COLUMNS = {
  id: 'id',
  provider_id: 'id',
  provider: 'text',
  kind: 'text',
  environment: 'text',
  status: 'text',
  provider_status: 'text',
  amount: 'amount',
  currency: 'text',
  amount_out: 'amount',
  currency_out: 'text',
  fee_discounted: 'amount',
  fee_transfer: 'amount',
  reverted_amount: 'amount',
  exchange_rate: 'amount',
  network: 'text',
  token: 'text',
  external_ref: 'id',
  bank_reference: 'id',
  bank_reference_kind: 'text',
  account: 'id',
  tx_hash: 'id',
  end_user: 'id',
  counterparty: 'text',
  occurred_at: 'instant',
  updated_at: 'instant',
  first_received_at: 'instant',
  refund_status: 'text',
  refund_steps: 'text',
  reconciliation: 'text',
  reconciliation_reasons: 'text',
  difference: 'amount',
  legs: 'text',
  incomplete: 'text',
  reopened: 'text',
  events: 'text',
  duplicates: 'text',
  assignee: 'text',
  failure: 'text',
} as const satisfies Partial<Record<ColumnName, FileColumn['kind']>>;
export type TransactionColumn = keyof typeof TRANSACTION_COLUMNS;
export const TRANSACTION_NAMES = namesOf(TRANSACTION_COLUMNS);

/** What a column of the table becomes in a file; one that is not named here bears the same name in both. */
const ON_SCREEN: Readonly<Record<string, readonly TransactionColumn[]>> = {
  kind: ['provider', 'kind'],
  status: ['status', 'provider_status'],
  amount: ['amount', 'currency'],
  amount_out: ['amount_out', 'currency_out'],
  bank_reference: ['bank_reference', 'bank_reference_kind'],
  refund: ['refund_status', 'refund_steps'],
  reconciliation: ['reconciliation', 'reconciliation_reasons'],
  fee: ['fee_discounted', 'fee_transfer'],
  rate: ['exchange_rate'],
  events: ['events', 'duplicates'],
  age: ['occurred_at'],
};

/** The columns of a file that shows what the table shows, in its order. */
export function columnsOnScreen(ids: readonly string[]): string[] {
  const names = ids.flatMap((id): readonly string[] => (Object.hasOwn(ON_SCREEN, id) ? (ON_SCREEN[id] ?? []) : [id]));
  return [...new Set(names)].filter((name) => Object.hasOwn(TRANSACTION_COLUMNS, name));
}
