import Papa from 'papaparse';
import { type Reader, type Said, said, spoken } from '@/lib/language/said';
import type { PreviewRow } from '@/lib/statements/imported';
import { placeText, placeWords } from '@/lib/statements/place';
import { FORMULA, NEWLINE } from './csv';
import { type ColumnName, headingLine } from './heading';

/** The columns of the rows of a file with what an import would make of each. An empty cell means "not told". */
const COLUMNS = {
  place: (row, reader) => placeText(row.place, reader),
  becomes: (row) => row.rowClass,
  kind: (row) => row.kind,
  duplicate_of: ({ duplicateOf }, reader) => duplicateOf && spoken(repeated(duplicateOf), reader),
  booked_on: (row) => row.bookedOn,
  amount: (row) => row.amount,
  currency: (row) => row.currency,
  balance: (row) => row.balance,
  bank_reference: (row) => row.bankReference,
  counterparty: (row) => row.name,
  counterparty_account: (row) => row.account,
  counterparty_tax_id: (row) => row.taxId,
  ids: (row) => row.ids.map(({ kind, value }) => `${kind}:${value}`).join(' '),
  reason: (row, reader) => (row.rowClass === 'unreadable' && row.reason ? spoken(row.reason, reader) : null),
  text: (row, reader) => (row.rowClass === 'note' && row.reason ? spoken(row.reason, reader) : row.text),
} as const satisfies Partial<Record<ColumnName, (row: PreviewRow, reader: Reader) => string | null>>;

function repeated({ statementId, place, fileName }: NonNullable<PreviewRow['duplicateOf']>): Said {
  return said('statements.preview.repeats', { id: statementId, place: placeWords(place), file: fileName });
}

/** The line of headings. */
export function statementRowsHeader(reader: Reader): string {
  return headingLine(COLUMNS, reader) + NEWLINE;
}

/** One line per row, each with its line end, so that chunks can follow one another. */
export function statementRowLines(rows: readonly PreviewRow[], reader: Reader): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row, reader) ?? ''));
  return Papa.unparse(cells, { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
