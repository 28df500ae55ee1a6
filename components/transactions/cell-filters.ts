import type { CellFilter, TableColumn } from '@/components/table/column';
import { STATUS_LABELS } from '@/lib/events/status';
import { shortenId } from '@/lib/format';
import { KIND_LABELS } from '@/lib/providers/catalogue';
import { RECONCILED } from '@/lib/reconciliation/match';
import type { ListQuery } from '@/lib/transactions/filters';
import { filterFor } from './list-links';
import type { TransactionRow } from './transaction-row';

type Read = (row: TransactionRow) => string;

/** What a list is narrowed to by the value of a cell, in words. */
const WORDS: Readonly<Record<string, Read>> = {
  kind: ({ kind }) => KIND_LABELS[kind],
  status: ({ status }) => `“${STATUS_LABELS[status]}”`,
  amount: ({ amount }) => amount?.currency ?? '',
  amount_out: ({ amountOut }) => amountOut?.currency ?? '',
  external_ref: ({ externalRef }) => (externalRef === null ? 'no external reference' : shortenId(externalRef)),
  bank_reference: ({ bankReference }) => shortenId(bankReference?.value ?? ''),
  reconciliation: ({ reconciliation }) => (reconciliation ? `“${RECONCILED[reconciliation.state]}”` : ''),
  provider_id: ({ providerId }) => shortenId(providerId ?? ''),
  end_user: ({ endUser }) => shortenId(endUser ?? ''),
  tx_hash: ({ txHash }) => shortenId(txHash ?? ''),
  token: ({ token }) => token ?? '',
  environment: ({ environment }) => environment,
};

/** The columns, with what a click on a value narrows this list to. */
export function withFilters(
  columns: readonly TableColumn<TransactionRow>[],
  query: ListQuery,
): TableColumn<TransactionRow>[] {
  return columns.map((column) => {
    const words = WORDS[column.id];
    if (!words) return column;
    const filter = (row: TransactionRow): CellFilter | null => {
      const links = filterFor(query, column.id, row);
      return links && { words: words(row), ...links };
    };
    return { ...column, filter };
  });
}
