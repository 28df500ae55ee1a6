import type { RefundStatus } from '@/lib/events/status';
import { type Said, said } from '@/lib/language/said';
import type { Kind, Provider } from '@/lib/providers/catalogue';
import type { RefundRow } from './board';
import { type BoardColumn, LIMIT_STATES, type LimitState, type Limits, type Refund } from './refund';

/** The word for the refund as a whole, where otherwise a step is named. */
export const WHOLE = '*';

/** What the limits belong to: a kind of refund, and one of its steps or the whole. */
export type Subject = { readonly provider: Provider; readonly kind: Kind; readonly step: string };
export type Floor = Subject & { readonly slowSeconds: number; readonly lateSeconds: number };
/** How long the completed ones took, in seconds. */
export type History = Subject & {
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly count: number;
};

/** The desk's own floors, in seconds [slow, late], for as long as nobody set others. */
const OWN_FLOORS = {
  juno: {
    issuance: { [WHOLE]: [180, 600], BITSO_TRANSFER: [30, 120], SPEI_WITHDRAWAL: [60, 240] },
    redemption: {
      [WHOLE]: [180, 600],
      BITSO_TRANSFER: [30, 120],
      TOKEN_MINT: [60, 300],
      TOKEN_TRANSFER: [60, 300],
      TOKEN_DEPOSIT: [60, 300],
    },
  },
  ripio: {
    fiat_deposit: { [WHOLE]: [3_600, 14_400], FIAT_WITHDRAWAL: [3_600, 14_400] },
    fiat_withdrawal: { [WHOLE]: [3_600, 14_400] },
  },
  brla: { usd_to_pix: { [WHOLE]: [120, 600], REFUND: [120, 600] } },
} as const satisfies Record<
  Provider,
  Partial<Record<Kind, Readonly<Record<string, readonly [slow: number, late: number]>>>>
>;

/** For kinds and steps that are in no table. */
const ANY_FLOOR = { slowSeconds: 600, lateSeconds: 3_600 } as const;
const STUCK_FACTOR = 3;

/** Longer than this nobody waits for a limit. */
const LONGEST_FLOOR_SECONDS = 90 * 24 * 3_600;

/** Every subject that the desk, a person or the history knows, with the limits in force. */
export function limitsFrom(history: readonly History[], floors: readonly Floor[]): Limits[] {
  const subjects = new Map<string, Subject>(
    [...ownFloors(), ...floors, ...history].map(({ provider, kind, step }) => {
      const subject = { provider, kind, step };
      return [keyOf(subject), subject];
    }),
  );
  const [past, own, byHand] = [byKey(history), byKey(ownFloors()), byKey(floors)];
  return [...subjects].map(([key, subject]) => {
    const set = byHand.get(key);
    return limitsOver(subject, past.get(key) ?? null, set ?? own.get(key) ?? ANY_FLOOR, set !== undefined);
  });
}

/** The limits of one subject; those of a subject that nothing is known of, where the list does not have it. */
export function limitsOf(limits: readonly Limits[], { provider, kind, step }: Subject): Limits {
  const found = limits.find((one) => one.provider === provider && one.kind === kind && one.step === step);
  return found ?? limitsOver({ provider, kind, step }, null, ANY_FLOOR, false);
}

function limitsOver(
  subject: Subject,
  past: History | null,
  { slowSeconds, lateSeconds }: Pick<Floor, 'slowSeconds' | 'lateSeconds'>,
  isOwn: boolean,
): Limits {
  const slow = Math.max(past?.p75 ?? 0, slowSeconds);
  const late = Math.max(past?.p95 ?? 0, lateSeconds);
  const { p50 = null, p75 = null, p95 = null, count = 0 } = past ?? {};
  const floor = { slowSeconds, lateSeconds, isOwn };
  return { ...subject, p50, p75, p95, count, floor, slow, late, stuck: late * STUCK_FACTOR };
}

function ownFloors(): Floor[] {
  return Object.entries(OWN_FLOORS).flatMap(([provider, kinds]) =>
    Object.entries(kinds).flatMap(([kind, steps]) =>
      Object.entries(steps as Record<string, readonly [number, number]>).map(([step, [slowSeconds, lateSeconds]]) => ({
        provider: provider as Provider,
        kind: kind as Kind,
        step,
        slowSeconds,
        lateSeconds,
      })),
    ),
  );
}

const keyOf = ({ provider, kind, step }: Subject) => `${provider} ${kind} ${step}`;
const byKey = <T extends Subject>(rows: readonly T[]) => new Map(rows.map((row) => [keyOf(row), row]));

/** Why a floor cannot be set; `null` when it can. */
export function floorProblem({ slowSeconds, lateSeconds }: Pick<Floor, 'slowSeconds' | 'lateSeconds'>): Said | null {
  if (!Number.isInteger(slowSeconds) || !Number.isInteger(lateSeconds)) return said('refunds.floor.whole');
  if (slowSeconds <= 0) return said('refunds.floor.zero');
  if (slowSeconds > lateSeconds) return said('refunds.floor.order');
  return lateSeconds > LONGEST_FLOOR_SECONDS ? said('refunds.floor.longest') : null;
}

/**
 * How an age compares with its limits. What failed is stuck whatever its age; what is complete may have taken long, and
 * is stuck no more.
 */
export function limitState(ageSeconds: number, limits: Limits, status: RefundStatus | null): LimitState {
  if (status === 'failed') return 'stuck';
  if (ageSeconds > limits.stuck && status !== 'completed') return 'stuck';
  if (ageSeconds > limits.late) return 'late';
  return ageSeconds > limits.slow ? 'slow' : 'on_time';
}

type Judgement = Pick<RefundRow, 'ageSeconds' | 'limitState' | 'column' | 'limits' | 'stepLimits'>;

/** A refund against its limits: the worse of the whole, by its age, and of the step it stands at, by that step's. */
export function judgeRefund(refund: Refund, limits: readonly Limits[], now: Date): Judgement {
  const { provider, kind, status, currentStep } = refund;
  const whole = limitsOf(limits, { provider, kind, step: WHOLE });
  const isComplete = status === 'completed';
  const end = isComplete && refund.endedAt !== null ? Date.parse(refund.endedAt) : +now;
  const ageSeconds = secondsBetween(refund.triggeredAt, end);
  const current = isComplete ? undefined : refund.steps.find((step) => step.status !== 'completed');
  const stepLimits = currentStep === null ? null : limitsOf(limits, { provider, kind, step: currentStep });
  const ofWhole = limitState(ageSeconds, whole, status);
  const ofStep =
    current && stepLimits ? limitState(secondsBetween(current.firstSeenAt, +now), stepLimits, status) : 'on_time';
  const state = worse(ofWhole, ofStep);
  return { ageSeconds, limits: whole, stepLimits, limitState: state, column: columnOf(refund, state) };
}

function worse(a: LimitState, b: LimitState): LimitState {
  return LIMIT_STATES.indexOf(a) >= LIMIT_STATES.indexOf(b) ? a : b;
}

/** Whole seconds, never below zero: a provider's clock may run ahead of ours. */
function secondsBetween(from: string, to: number): number {
  return Math.max(0, Math.floor((to - Date.parse(from)) / 1000));
}

/** The last column of the board that fits. */
export function columnOf(
  { status, steps, isWaitingForId }: Pick<Refund, 'status' | 'steps' | 'isWaitingForId'>,
  state: LimitState,
): BoardColumn {
  if (status === 'completed') return 'returned';
  if (state === 'stuck' || state === 'late') return state;
  if (isWaitingForId) return 'waiting_for_id';
  return steps.length > 0 || status === 'processing' ? 'moving' : 'triggered';
}
