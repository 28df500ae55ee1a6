import { csvOf } from '@/lib/exports/small-csv';
import { COLUMN_RESULTS, type ColumnRow, resultOf } from '@/lib/search-column-row';

/** The result of a pasted column as CSV: a line for each payment, and one for each value that was not found. */
export function columnFile(rows: readonly ColumnRow[]): string {
  const lines = rows.flatMap((row) => {
    const value = [row.typed, row.reading ?? 'Reference', COLUMN_RESULTS[resultOf(row)]];
    if (row.hits.length === 0) return [[...value, '', '', '', '', '', '']];
    return row.hits.map(({ id, provider, kind, status, amount, fields }) => [
      ...value,
      id,
      `${provider} ${kind}`,
      status,
      amount?.amount ?? '',
      amount?.currency ?? '',
      fields.join(' '),
    ]);
  });
  return csvOf(['value', 'read_as', 'result', 'transaction', 'kind', 'status', 'amount', 'currency', 'fields'], lines);
}
