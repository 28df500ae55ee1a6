import Papa from 'papaparse';
import { type Effect, verdictOf } from '@/lib/events/effect';
import type { Reader } from '@/lib/language/said';
import { spokenReading } from '@/lib/providers/reading-words';
import { FORMULA, NEWLINE } from './csv';
import { type ColumnName, headingOf, namesOf } from './heading';

/** The columns of a result file, one line per delivery that was read again. */
const COLUMNS = {
  delivery: ({ deliverySeq }) => String(deliverySeq),
  verdict: verdictOf,
  before: ({ before }) => before,
  after: ({ after }) => after,
  transaction: ({ transaction }) => transaction?.id,
  transaction_before: ({ transaction }) => transaction?.before,
  transaction_after: ({ transaction }) => transaction?.after,
  reason: ({ reason }, reader) => reason && spokenReading(reason, reader),
} as const satisfies Partial<Record<ColumnName, (effect: Effect, reader: Reader) => string | null | undefined>>;

/** What reading deliveries again did, as a CSV file; an empty cell means there is none. */
export function effectsCsv(effects: readonly Effect[], reader: Reader): string {
  const rows = effects.map((effect) => Object.values(COLUMNS).map((cell) => cell(effect, reader) ?? ''));
  const headings = namesOf(COLUMNS).map((name) => headingOf(name, reader));
  return Papa.unparse([headings, ...rows], { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
