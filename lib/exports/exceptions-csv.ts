import Papa from 'papaparse';
import type { QueueRow } from '@/lib/reconciliation/exception-subject';
import { FORMULA, NEWLINE } from './csv';

/** The columns of the exported exceptions. An empty cell means "not told". Amounts have no sign; times are ours, in UTC. */
const COLUMNS = {
  id: ({ id }) => id,
  severity: ({ severity }) => severity,
  reason: ({ reason }) => reason,
  expected: ({ expected }) => expected,
  actual: ({ actual }) => actual,
  amount_at_stake: ({ amount }) => amount,
  currency: ({ currency }) => currency,
  provider: ({ subject }) => subject.provider,
  kind: ({ subject }) => (subject.provider === null ? null : subject.kind),
  rail: ({ rail }) => rail,
  account: ({ accountName }) => accountName,
  reference: ({ subject }) => subject.reference,
  transaction_id: ({ transactionId }) => transactionId,
  line: ({ lineSeq }) => lineSeq,
  day: ({ day }) => day,
  age_days: ({ ageDays }) => String(ageDays),
  state: ({ state }) => state,
  wait_until: ({ waitUntil }) => waitUntil,
  owner: ({ owner }) => owner,
  resolution: ({ resolution }) => resolution,
  remark: ({ remark }) => remark,
  resolved_by: ({ resolvedBy }) => resolvedBy,
  resolved_at: ({ resolvedAt }) => resolvedAt?.toISOString(),
  opened_at: ({ openedAt }) => openedAt.toISOString(),
  last_note: ({ lastNote }) => lastNote,
} as const satisfies Record<string, (exception: QueueRow) => string | null | undefined>;

/** The line of column names. */
export function exceptionsHeader(): string {
  return Object.keys(COLUMNS).join(',') + NEWLINE;
}

/** One line per exception, each with its line end, so that chunks can follow one another. */
export function exceptionLines(exceptions: readonly QueueRow[]): string {
  if (exceptions.length === 0) return '';
  const rows = exceptions.map((exception) => Object.values(COLUMNS).map((cell) => cell(exception) ?? ''));
  return Papa.unparse(rows, { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
