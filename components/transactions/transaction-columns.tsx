import type { TableColumn } from '@/components/table/column';
import { knownColumns } from './columns-known';
import { type ColumnsFor, moreColumns } from './columns-more';
import type { TransactionRow } from './transaction-row';

/** Kept at the left until a person says otherwise. */
export const FIRST_COLUMNS: readonly string[] = ['occurred_at'];

/** Every column that the list can have. A column that can be ordered by bears the name of its `sort` parameter. */
export function transactionColumns(given: ColumnsFor): TableColumn<TransactionRow>[] {
  return [...knownColumns(given.t, given.zone), ...moreColumns(given)];
}
