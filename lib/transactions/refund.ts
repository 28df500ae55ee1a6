import type { PaymentEvent, RefundFacts, RefundStep } from '@/lib/events/event';
import { REFUND_STATUSES, type RefundStatus, rankOf } from '@/lib/events/status';
import type { Refund } from './transaction';

/**
 * Adds what one more event says about the refund. Steps are matched by name and occurrence, because a refund may repeat
 * a step; a later payload never takes away a step or an id that an earlier one told.
 */
export function mergeRefund(before: Refund | null, said: RefundFacts | undefined): Refund | null {
  if (!said) return before;
  const steps = new Map<string, RefundStep>();
  for (const [key, step] of keyed(before?.steps ?? [])) steps.set(key, step);
  for (const [key, step] of keyed(said.steps)) steps.set(key, { ...step, id: step.id ?? steps.get(key)?.id ?? null });
  return {
    status: said.status ?? before?.status ?? null,
    providerStatus: said.providerStatus ?? before?.providerStatus ?? null,
    steps: [...steps.values()],
  };
}

function keyed(steps: readonly RefundStep[]): [string, RefundStep][] {
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const occurrence = seen.get(step.step) ?? 0;
    seen.set(step.step, occurrence + 1);
    return [`${step.step}#${occurrence}`, step];
  });
}

/**
 * How far a payload's refund has come, as comparable numbers: overall state, steps seen, steps finished, ids known.
 * Decides between events of one provider second, of which Juno sends several.
 */
export function refundProgress(event: PaymentEvent): readonly number[] {
  const refund = event.facts.refund;
  if (!refund) return [-1, 0, 0, 0];
  const isFinished = (step: RefundStep) => step.status === 'completed' || step.status === 'failed';
  return [
    rankOf<RefundStatus>(REFUND_STATUSES, refund.status),
    refund.steps.length,
    refund.steps.filter(isFinished).length,
    refund.steps.filter((step) => step.id !== null).length,
  ];
}
