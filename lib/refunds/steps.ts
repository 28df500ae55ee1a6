import type { RefundStep } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import type { Kind } from '@/lib/providers/catalogue';

/** The steps that the refund of a kind may take, in the provider's order; a refund takes any part of them. */
const STEPS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  issuance: ['BITSO_TRANSFER', 'SPEI_WITHDRAWAL'],
  redemption: ['BITSO_TRANSFER', 'TOKEN_MINT', 'TOKEN_TRANSFER', 'TOKEN_DEPOSIT'],
  fiat_deposit: ['FIAT_WITHDRAWAL'],
  usd_to_pix: ['REFUND'],
};

type Step = Pick<RefundStep, 'step' | 'status'>;

/** Empty for a kind whose refunds take no steps. */
export function possibleSteps(kind: Kind): readonly string[] {
  return STEPS[kind] ?? [];
}

/** A step's place in the provider's order; −1 for one the desk does not know. */
function rankOfStep(kind: Kind, step: string): number {
  return possibleSteps(kind).indexOf(step);
}

/** The completed step that is furthest in the provider's order, wherever it stands in the list. */
export function furthestDone(kind: Kind, steps: readonly Step[]): string | null {
  const done = steps.filter(({ status }) => status === 'completed').map(({ step }) => rankOfStep(kind, step));
  return possibleSteps(kind)[Math.max(-1, ...done)] ?? null;
}

/** A completed step that has no place in the provider's order, the last told: where it leaves the money is not known. */
export function lastUnknownDone(kind: Kind, steps: readonly Step[]): string | null {
  const isUnknown = ({ step, status }: Step) => status === 'completed' && rankOfStep(kind, step) < 0;
  return steps.findLast(isUnknown)?.step ?? null;
}

/**
 * Steps that were not seen and may still follow: those after the furthest that was seen. None once the refund is
 * completed or failed, and none for a reversal, which takes no steps.
 */
export function stepsToCome(refund: {
  readonly kind: Kind;
  readonly status: RefundStatus | null;
  readonly steps: readonly Step[];
}): readonly string[] {
  if (refund.status === 'completed' || refund.status === 'failed') return [];
  const furthest = Math.max(-1, ...refund.steps.map(({ step }) => rankOfStep(refund.kind, step)));
  return possibleSteps(refund.kind).slice(furthest + 1);
}
