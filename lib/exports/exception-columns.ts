import type { QueueRow } from '@/lib/reconciliation/exception-subject';
import { cellWords } from './cell-words';
import type { ColumnName } from './heading';
import { columnsOf, type RowColumn } from './row-column';

/** The columns of the exported exceptions. An empty cell means "not told". Amounts have no sign; times are ours, in UTC. */
const COLUMNS = {
  id: ({ id }) => id,
  severity: ({ severity }) => severity,
  reason: ({ reason }) => reason,
  expected: ({ expected }, reader) => cellWords(expected, reader),
  actual: ({ actual }, reader) => cellWords(actual, reader),
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
  remark: ({ remark }, reader) => cellWords(remark, reader),
  resolved_by: ({ resolvedBy }) => resolvedBy,
  resolved_at: ({ resolvedAt }) => resolvedAt?.toISOString(),
  opened_at: ({ openedAt }) => openedAt.toISOString(),
  last_note: ({ lastNote }, reader) => cellWords(lastNote, reader),
} as const satisfies Partial<Record<ColumnName, RowColumn<QueueRow>['cell']>>;

export const EXCEPTION_FILE: readonly RowColumn<QueueRow>[] = columnsOf<QueueRow, keyof typeof COLUMNS>(COLUMNS, {
  amount_at_stake: 'amount',
  id: 'id',
  reference: 'id',
  transaction_id: 'id',
  line: 'id',
  resolved_at: 'instant',
  opened_at: 'instant',
});
