import Papa from 'papaparse';
import { type Effect, verdictOf } from '@/lib/events/effect';
import { FORMULA, NEWLINE } from './csv';

/** The columns of a result file, one line per delivery that was read again. */
const COLUMNS = {
  delivery: ({ deliverySeq }) => String(deliverySeq),
  verdict: verdictOf,
  before: ({ before }) => before,
  after: ({ after }) => after,
  transaction: ({ transaction }) => transaction?.id,
  transaction_before: ({ transaction }) => transaction?.before,
  transaction_after: ({ transaction }) => transaction?.after,
  reason: ({ reason }) => reason,
} as const satisfies Record<string, (effect: Effect) => string | null | undefined>;

/** What reading deliveries again did, as a CSV file; an empty cell means there is none. */
export function effectsCsv(effects: readonly Effect[]): string {
  const rows = effects.map((effect) => Object.values(COLUMNS).map((cell) => cell(effect) ?? ''));
  return Papa.unparse([Object.keys(COLUMNS), ...rows], { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
