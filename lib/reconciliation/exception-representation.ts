import { type Reader, spokenKept } from '@/lib/language/said';
import type { QueueRow } from './exception-subject';
import type { ExceptionRow } from './view';

/** The same with what was written about it in words: the desk's own sentences are kept as data. */
export function remarksSpoken<Row extends Pick<ExceptionRow, 'remark' | 'lastNote'>>(
  row: Row,
  speak: (text: string) => string,
): Row {
  const { remark, lastNote } = row;
  return { ...row, remark: remark && speak(remark), lastNote: lastNote && speak(lastNote) };
}

/**
 * The API's view of an exception: snake_case, amounts as decimal strings, days local to the rail or the bank; the desk's
 * own remarks in the words of whoever asks.
 */
export function exceptionJson(row: QueueRow, reader: Reader) {
  const { subject, ...exception } = remarksSpoken(row, (text) => spokenKept(text, reader));
  return {
    id: exception.id,
    reason: exception.reason,
    severity: exception.severity,
    state: exception.state,
    expected: exception.expected,
    actual: exception.actual,
    amount: exception.amount,
    currency: exception.currency,
    day: exception.day,
    age_days: exception.ageDays,
    rail: exception.rail,
    account_name: exception.accountName,
    provider: subject.provider,
    kind: subject.provider === null ? null : subject.kind,
    reference: subject.reference,
    line_seq: exception.lineSeq,
    leg_id: exception.legId,
    transaction_id: exception.transactionId,
    owner: exception.owner,
    wait_until: exception.waitUntil,
    resolution: exception.resolution,
    remark: exception.remark,
    resolved_by: exception.resolvedBy,
    resolved_at: exception.resolvedAt,
    opened_at: exception.openedAt,
    last_note: exception.lastNote,
  };
}
