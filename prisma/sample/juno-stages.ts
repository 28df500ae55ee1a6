import { chainHash } from './parties';
import type { Random } from './prng';

/** How a transaction ends, or where it stands now. The refund outcomes are of failed ones. */
export type Outcome =
  | 'complete'
  | 'failed'
  | 'pending'
  | 'in_progress'
  | 'refund_pending'
  | 'refund_in_progress'
  | 'refund_complete'
  | 'refund_failed';

/** One state Juno reports, `afterSeconds` from the one before. */
export type Stage = {
  readonly afterSeconds: number;
  readonly status: 'PENDING' | 'IN_PROGRESS' | 'COMPLETE' | 'FAILED';
  /** Members that this report adds to or changes in the detail. */
  readonly detail?: object;
  /** Whether Juno sends it: early states may be left out. */
  readonly isSent: boolean;
};

export const FAILURES = {
  tooSmall: {
    code: 'insufficient_deposit_amount_for_issuance',
    message: 'Deposit amount is insufficient for token issuance',
  },
  unexpected: { code: 'transaction_failed', message: 'Transaction failed due to an unexpected error' },
} as const;

type Options = {
  /** Whether no early state is left out. */
  readonly tellsAll: boolean;
  /** Members of the detail from completion or failure on. */
  readonly whenComplete?: object | undefined;
  readonly whenFailed?: object | undefined;
  /** Counts the transactions of one outcome, so that each shows another course. */
  readonly variant: number;
};

/** The states of one transaction in order. */
export function stagesOf(random: Random, type: string, outcome: Outcome, options: Options): Stage[] {
  const isInFlight = outcome === 'pending' || outcome === 'in_progress';
  const sends = (probability: number) => options.tellsAll || isInFlight || random.chance(probability);
  const pending: Stage = { afterSeconds: random.integer(0, 2), status: 'PENDING', isSent: sends(0.7) };
  if (outcome === 'pending') return [pending];
  const running: Stage = { afterSeconds: random.integer(2, 25), status: 'IN_PROGRESS', isSent: sends(0.6) };
  if (outcome === 'in_progress') return [pending, running];
  const afterSeconds = random.integer(6, 90);
  if (outcome === 'complete') {
    return [pending, running, { afterSeconds, status: 'COMPLETE', detail: options.whenComplete ?? {}, isSent: true }];
  }
  const failure = options.whenFailed ?? { error: FAILURES.unexpected };
  const failed: Stage = { afterSeconds, status: 'FAILED', detail: failure, isSent: true };
  if (outcome === 'failed') return [pending, running, failed];
  return [pending, running, failed, ...refundStages(random, { type, outcome, failure, variant: options.variant })];
}

type Step = { readonly step: string; readonly status: 'IN_PROGRESS' | 'COMPLETE' | 'FAILED'; readonly id?: string };

const ISSUANCE_STEPS = ['BITSO_TRANSFER', 'SPEI_WITHDRAWAL'];
/** Which of the redemption's steps a refund needs depends on how far the redemption had come. */
const REDEMPTION_STEPS = [
  ['BITSO_TRANSFER', 'TOKEN_MINT', 'TOKEN_TRANSFER', 'TOKEN_DEPOSIT'],
  ['TOKEN_MINT', 'TOKEN_TRANSFER'],
  ['TOKEN_TRANSFER', 'TOKEN_DEPOSIT'],
];

type Refund = { readonly type: string; readonly outcome: Outcome; readonly failure: object; readonly variant: number };

/** The refund's own states; each report still says why the transaction failed. */
function refundStages(random: Random, { type, outcome, failure, variant }: Refund): Stage[] {
  const names =
    type === 'ISSUANCE' ? ISSUANCE_STEPS : (REDEMPTION_STEPS[variant % REDEMPTION_STEPS.length] as string[]);
  const done = names.map((step): Step => ({ step, status: 'COMPLETE', id: stepId(random, step) }));
  const stage = (refund_status: string, refund_steps: readonly Step[], refunded = false): Stage => ({
    afterSeconds: random.integer(5, 80),
    status: 'FAILED',
    detail: { ...failure, refunded, refund_status, refund_steps },
    isSent: true,
  });
  const stages = [stage('PENDING', [])];
  if (outcome === 'refund_pending') return stages;
  // Where a refund that does not get through stands: always its second step.
  const last = outcome === 'refund_complete' ? names.length - 1 : 1;
  for (let at = 0; at <= last; at++) {
    const before = done.slice(0, at);
    const running: Step = { step: names[at] as string, status: 'IN_PROGRESS' };
    // In every other refund the id of a finished step comes one webhook later than its completion.
    const unnumbered = before.map((step, i): Step => (i === at - 1 ? { step: step.step, status: 'COMPLETE' } : step));
    if (at > 0 && variant % 2 === 1) stages.push(stage('IN_PROGRESS', [...unnumbered, running]));
    stages.push(stage('IN_PROGRESS', [...before, running]));
  }
  if (outcome === 'refund_complete') stages.push(stage('COMPLETE', done, true));
  if (outcome === 'refund_failed')
    stages.push(stage('FAILED', [...done.slice(0, 1), { step: names[1] as string, status: 'FAILED' }]));
  return stages;
}

/** A chain hash for what is minted or moved on a chain; Bitso's own 32-hex id otherwise, for TOKEN_DEPOSIT too. */
function stepId(random: Random, step: string): string {
  return step === 'TOKEN_MINT' || step === 'TOKEN_TRANSFER' ? chainHash(random) : random.hex(32);
}
