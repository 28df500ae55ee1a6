import type { RefundStep } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import { type Said, said } from '@/lib/language/said';
import type { Money } from '@/lib/money';
import type { Kind } from '@/lib/providers/catalogue';
import { furthestDone, lastUnknownDone } from './steps';
import type { WhereaboutsKey } from './whereabouts';

/** What is known of a refund, as far as it tells where the money is. */
export type Told = {
  readonly kind: Kind;
  readonly status: RefundStatus | null;
  readonly steps: readonly Pick<RefundStep, 'step' | 'status' | 'id'>[];
  readonly amount: Money | null;
  readonly isPartial: boolean;
  /** It is money that came back after the payment had succeeded (BRLA REVERSED), not the refund of a failed one. */
  readonly isReversal: boolean;
  /** Whether the whole that was paid out is known, so that a part can be told from the whole. */
  readonly isWholeKnown: boolean;
};

/** Where the money is, as the one key of its sentence. Total: every refund has exactly one. */
export function whereaboutsOf(told: Told): WhereaboutsKey {
  if (told.isReversal) return ofReversal(told);
  if (told.status === 'completed') return ofCompleted(told);
  if (told.kind === 'fiat_deposit') return ofDeposit(told);
  if (told.kind === 'fiat_withdrawal') return WITHDRAWAL[told.status ?? 'untold'];
  if (told.kind === 'usd_to_pix') return SALE[told.status ?? 'untold'];
  return ofSteps(told);
}

const WITHDRAWAL = {
  untold: 'withdrawal_untold',
  pending: 'withdrawal_under_way',
  processing: 'withdrawal_under_way',
  completed: 'withdrawal_complete',
  failed: 'withdrawal_cancelled',
} as const satisfies Record<RefundStatus | 'untold', WhereaboutsKey>;

const SALE = {
  untold: 'sale_refund_untold',
  pending: 'sale_refund_queued',
  processing: 'sale_refund_posted',
  completed: 'sale_refund_complete',
  failed: 'sale_refund_failed',
} as const satisfies Record<RefundStatus | 'untold', WhereaboutsKey>;

/** By the last complete step in the provider's order; `none` before the first. */
const UNDER_WAY: Readonly<Partial<Record<Kind, Readonly<Record<string, WhereaboutsKey>>>>> = {
  issuance: {
    none: 'issuance_begun',
    BITSO_TRANSFER: 'issuance_transferred',
    SPEI_WITHDRAWAL: 'issuance_withdrawn',
  },
  redemption: {
    none: 'redemption_begun',
    BITSO_TRANSFER: 'redemption_transferred',
    TOKEN_MINT: 'redemption_minted',
    TOKEN_TRANSFER: 'redemption_sent',
    TOKEN_DEPOSIT: 'redemption_deposited',
  },
};

const STOPPED: typeof UNDER_WAY = {
  issuance: {
    none: 'issuance_stopped',
    BITSO_TRANSFER: 'issuance_stopped_transferred',
    SPEI_WITHDRAWAL: 'issuance_stopped_withdrawn',
  },
  redemption: {
    none: 'redemption_stopped',
    BITSO_TRANSFER: 'redemption_stopped_transferred',
    TOKEN_MINT: 'redemption_stopped_minted',
    TOKEN_TRANSFER: 'redemption_stopped_sent',
    TOKEN_DEPOSIT: 'redemption_stopped_deposited',
  },
};

function ofSteps({ kind, status, steps }: Told): WhereaboutsKey {
  // A step that failed last and was not begun again stops the way, whether or not the whole is called failed yet.
  const isStopped = status === 'failed' || steps.at(-1)?.status === 'failed';
  const known = (isStopped ? STOPPED : UNDER_WAY)[kind];
  if (!known) return isStopped ? 'unknown_stopped' : 'unknown_under_way';
  if (lastUnknownDone(kind, steps)) return isStopped ? 'unknown_step_stopped' : 'unknown_step_done';
  return known[furthestDone(kind, steps) ?? 'none'] as WhereaboutsKey;
}

function ofDeposit({ status, steps }: Told): WhereaboutsKey {
  if (status === 'failed') return 'deposit_withdrawal_cancelled';
  return steps.some(({ id }) => id !== null) ? 'deposit_withdrawal_under_way' : 'deposit_withdrawal_untold';
}

function ofCompleted({ kind, steps }: Told): WhereaboutsKey {
  if (steps.some(({ status }) => status !== 'completed')) return 'returned_with_open_step';
  if (kind === 'fiat_deposit') return 'deposit_withdrawal_complete';
  if (kind === 'fiat_withdrawal') return WITHDRAWAL.completed;
  if (kind === 'usd_to_pix') return SALE.completed;
  return 'returned';
}

function ofReversal({ amount, isPartial, isWholeKnown }: Told): WhereaboutsKey {
  if (amount === null) return 'reversed_untold';
  if (isPartial) return 'reversed_partly';
  return isWholeKnown ? 'reversed_fully' : 'reversed_whole_untold';
}

/** Both sentences of it. */
export function fillWhereabouts(
  refund: { readonly whereabouts: WhereaboutsKey } & Pick<Told, 'kind' | 'amount' | 'steps'>,
): { readonly sentence: Said; readonly next: Said } {
  const { kind, amount, steps, whereabouts } = refund;
  const values = {
    amount: amount === null ? said('refunds.amountUntold') : { money: amount },
    Amount: amount === null ? said('refunds.amountUntoldFirst') : { money: amount },
    step: lastUnknownDone(kind, steps) ?? '',
  };
  return {
    sentence: said(`refunds.where.${whereabouts}.sentence`, values),
    next: said(`refunds.where.${whereabouts}.next`),
  };
}
