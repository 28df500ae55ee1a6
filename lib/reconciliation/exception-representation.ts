import type { QueueRow } from './exception-subject';

/** The API's view of an exception: snake_case, amounts as decimal strings, days local to the rail or the bank. */
export function exceptionJson({ subject, ...exception }: QueueRow) {
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
