import { csvOf } from '@/lib/exports/small-csv';
import type { Translator } from '@/lib/language/catalogue';
import { type ColumnRow, resultOf } from '@/lib/search-column-row';

type Says = { readonly t: Translator<'search'>; readonly words: Translator<'words'> };

/** The result of a pasted column as CSV: a line for each payment, and one for each value that was not found. */
export function columnFile(rows: readonly ColumnRow[], { t, words }: Says): string {
  const lines = rows.flatMap((row) => {
    const reading = row.reading === null ? t('column.reference') : words(`reading.${row.reading}`);
    const value = [row.typed, reading, t(`column.outcome.${resultOf(row)}`)];
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
