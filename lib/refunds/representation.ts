import { type Reader, spoken } from '@/lib/language/said';
import type { RefundRow } from './board';
import { fillWhereabouts } from './locate';

/** The API's view of a refund: snake_case, amounts as decimal strings, times as the provider told them in UTC. */
export function refundJson(refund: RefundRow, reader: Reader) {
  const { sentence, next } = fillWhereabouts(refund);
  const { p50, p95, slow, late, stuck } = refund.limits;
  return {
    transaction_id: refund.transactionId,
    provider: refund.provider,
    kind: refund.kind,
    environment: refund.environment,
    original_status: refund.originalStatus,
    status: refund.status,
    provider_status: refund.providerStatus,
    column: refund.column,
    amount: refund.amount?.amount ?? null,
    currency: refund.amount?.currency ?? null,
    partial: refund.isPartial,
    external_ref: refund.externalRef,
    refund_of: refund.refundOf,
    one_sided: refund.oneSided,
    assignee: refund.assignee,
    triggered_at: refund.triggeredAt,
    moved_at: refund.movedAt,
    ended_at: refund.endedAt,
    age_seconds: refund.ageSeconds,
    limit_state: refund.limitState,
    limits: { p50, p95, slow, late, stuck },
    current_step: refund.currentStep,
    waiting_for_id: refund.isWaitingForId,
    steps: refund.steps.map((step) => ({
      step: step.step,
      status: step.status,
      provider_status: step.providerStatus,
      id: step.id,
      first_seen_at: step.firstSeenAt,
      after: step.after,
      by: step.by,
    })),
    whereabouts: refund.whereabouts,
    where_is_the_money: spoken(sentence, reader),
    next: spoken(next, reader),
  };
}
