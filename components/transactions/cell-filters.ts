import type { CellFilter, TableColumn } from '@/components/table/column';
import { shortenId } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { ListQuery } from '@/lib/transactions/filters';
import { filterFor } from './list-links';
import type { TransactionRow } from './transaction-row';

/** The rooms in which a cell's value is put in words. */
export type FilterRooms = {
  readonly t: Translator<'transactions'>;
  readonly words: Translator<'words'>;
  readonly filters: Translator<'filters'>;
};
type Read = (row: TransactionRow) => string;

/** What a list is narrowed to by the value of a cell, in words. */
function wordsOf({ t, words, filters }: FilterRooms): Readonly<Record<string, Read>> {
  return {
    kind: ({ kind }) => words(`kind.${kind}`),
    status: ({ status }) => t('cell.state', { state: words(`status.${status}`) }),
    amount: ({ amount }) => amount?.currency ?? '',
    amount_out: ({ amountOut }) => amountOut?.currency ?? '',
    external_ref: ({ externalRef }) => (externalRef === null ? t('cell.noReference') : shortenId(externalRef)),
    bank_reference: ({ bankReference }) => shortenId(bankReference?.value ?? ''),
    reconciliation: ({ reconciliation }) =>
      reconciliation ? t('cell.state', { state: filters(`reconciled.${reconciliation.state}`) }) : '',
    provider_id: ({ providerId }) => shortenId(providerId ?? ''),
    end_user: ({ endUser }) => shortenId(endUser ?? ''),
    tx_hash: ({ txHash }) => shortenId(txHash ?? ''),
    token: ({ token }) => token ?? '',
    environment: ({ environment }) => t(`cell.environment.${environment}`),
  };
}

/** The columns, with what a click on a value narrows this list to. */
export function withFilters(
  columns: readonly TableColumn<TransactionRow>[],
  query: ListQuery,
  rooms: FilterRooms,
): TableColumn<TransactionRow>[] {
  const known = wordsOf(rooms);
  return columns.map((column) => {
    const words = known[column.id];
    if (!words) return column;
    const filter = (row: TransactionRow): CellFilter | null => {
      const links = filterFor(query, column.id, row);
      return links && { words: words(row), ...links };
    };
    return { ...column, filter };
  });
}
