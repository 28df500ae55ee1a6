import type { RefundRow } from '@/lib/refunds/board';
import { fillWhereabouts } from '@/lib/refunds/locate';
import { cellWords } from './cell-words';
import type { ColumnName } from './heading';
import { columnsOf, type RowColumn } from './row-column';

/**
 * The columns of the exported refunds. An empty cell means "not told". Amounts and ids are exactly as the provider wrote
 * them, times its own in UTC, ages and limits in seconds. Steps are written `STEP=STATE:id`, in the provider's order.
 */
const COLUMNS = {
  transaction_id: (refund) => refund.transactionId,
  environment: (refund) => refund.environment,
  provider: (refund) => refund.provider,
  kind: (refund) => refund.kind,
  original_status: (refund) => refund.originalStatus,
  refund_status: (refund) => refund.status,
  provider_status: (refund) => refund.providerStatus,
  stage: (refund) => refund.column,
  current_step: (refund) => refund.currentStep,
  steps_done: (refund) => String(refund.stepsDone),
  steps_seen: (refund) => String(refund.steps.length),
  steps: (refund) =>
    refund.steps.map(({ step, providerStatus, id }) => `${step}=${providerStatus}:${id ?? ''}`).join(' '),
  last_step_id: (refund) => refund.steps.at(-1)?.id,
  waiting_for_id: (refund) => String(refund.isWaitingForId),
  amount: (refund) => refund.amount?.amount,
  currency: (refund) => refund.amount?.currency,
  partial: (refund) => String(refund.isPartial),
  triggered_at: (refund) => refund.triggeredAt,
  moved_at: (refund) => refund.movedAt,
  ended_at: (refund) => refund.endedAt,
  age_seconds: (refund) => String(refund.ageSeconds),
  limit_state: (refund) => refund.limitState,
  p50_seconds: (refund) => numberText(refund.limits.p50),
  p95_seconds: (refund) => numberText(refund.limits.p95),
  slow_after_seconds: (refund) => String(refund.limits.slow),
  late_after_seconds: (refund) => String(refund.limits.late),
  stuck_after_seconds: (refund) => String(refund.limits.stuck),
  where_is_the_money: (refund, reader) => cellWords(fillWhereabouts(refund).sentence, reader),
  next: (refund, reader) => cellWords(fillWhereabouts(refund).next, reader),
  external_ref: (refund) => refund.externalRef,
  refund_of: (refund) => refund.refundOf,
  one_sided: (refund) => refund.oneSided,
  assignee: (refund) => refund.assignee,
} as const satisfies Partial<Record<ColumnName, RowColumn<RefundRow>['cell']>>;

function numberText(number: number | null): string | null {
  return number === null ? null : String(number);
}

export const REFUND_FILE: readonly RowColumn<RefundRow>[] = columnsOf<RefundRow, keyof typeof COLUMNS>(COLUMNS, {
  amount: 'amount',
  transaction_id: 'id',
  last_step_id: 'id',
  external_ref: 'id',
  refund_of: 'id',
  triggered_at: 'instant',
  moved_at: 'instant',
  ended_at: 'instant',
});
