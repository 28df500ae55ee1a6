import Papa from 'papaparse';
import type { Reader } from '@/lib/language/said';
import type { KeptDifference } from '@/lib/lists/difference';
import { spokenReading } from '@/lib/providers/reading-words';
import { FORMULA, NEWLINE } from './csv';
import { type ColumnName, headingLine } from './heading';

/** The columns of a file of differences; times are ours, in UTC. */
const COLUMNS = {
  list: ({ list }) => list,
  transaction: ({ transactionId }) => transactionId,
  field: ({ field }) => field,
  theirs: ({ field, theirs }, reader) => (field === 'row' && theirs !== null ? spokenReading(theirs, reader) : theirs),
  ours: ({ ours }) => ours,
  first_seen_at: ({ firstSeenAt }) => firstSeenAt.toISOString(),
  last_seen_at: ({ lastSeenAt }) => lastSeenAt.toISOString(),
  settled_at: ({ settledAt }) => settledAt?.toISOString(),
} as const satisfies Partial<
  Record<ColumnName, (difference: KeptDifference, reader: Reader) => string | null | undefined>
>;

/** The line of headings. */
export function differencesHeader(reader: Reader): string {
  return headingLine(COLUMNS, reader) + NEWLINE;
}

/** One line per difference; an empty cell means that this side says nothing. */
export function differencesLines(differences: readonly KeptDifference[], reader: Reader): string {
  if (differences.length === 0) return '';
  const rows = differences.map((difference) => Object.values(COLUMNS).map((cell) => cell(difference, reader) ?? ''));
  return Papa.unparse(rows, { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
