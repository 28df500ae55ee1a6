import Papa from 'papaparse';
import type { KeptDifference } from '@/lib/lists/difference';
import { FORMULA, NEWLINE } from './csv';

/** The columns of a file of differences; times are ours, in UTC. */
const COLUMNS = {
  list: ({ list }) => list,
  transaction: ({ transactionId }) => transactionId,
  field: ({ field }) => field,
  theirs: ({ theirs }) => theirs,
  ours: ({ ours }) => ours,
  first_seen_at: ({ firstSeenAt }) => firstSeenAt.toISOString(),
  last_seen_at: ({ lastSeenAt }) => lastSeenAt.toISOString(),
  settled_at: ({ settledAt }) => settledAt?.toISOString(),
} as const satisfies Record<string, (difference: KeptDifference) => string | null | undefined>;

/** The line of column names. */
export function differencesHeader(): string {
  return Object.keys(COLUMNS).join(',') + NEWLINE;
}

/** One line per difference; an empty cell means that this side says nothing. */
export function differencesLines(differences: readonly KeptDifference[]): string {
  if (differences.length === 0) return '';
  const rows = differences.map((difference) => Object.values(COLUMNS).map((cell) => cell(difference) ?? ''));
  return Papa.unparse(rows, { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
