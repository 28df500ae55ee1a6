import type { Status } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import type { Kind, Provider } from '@/lib/providers/catalogue';
import { judgeRefund } from '@/lib/refunds/limits';
import type { Limits, Refund } from '@/lib/refunds/refund';
import type { Transaction } from '@/lib/transactions/transaction';
import { NEXT_OF_REFUND, type NextKey, WHERE_OF_REFUND, type WhereKey } from './refund-answer';

/** All that an answer to a customer rests on. */
export type CaseFacts = {
  readonly transaction: Transaction;
  /** As of `at`; `null` where none was told. */
  readonly refund: Refund | null;
  /** When the present state was reached, by the provider's clock. */
  readonly reachedAt: string;
  readonly limits: readonly Limits[];
  /** How long payments of this kind took to complete; `null` where that is not known. */
  readonly completion: CompletionTime | null;
  /** When it was passed to finance last; `null`: never. */
  readonly passedAt: Date | null;
  /** The moment that the answer speaks of. */
  readonly at: Date;
};

/** How long the latest completed payments of one provider and kind took. */
export type CompletionTime = {
  readonly count: number;
  /** In seconds; 95 of 100 took no longer. */
  readonly p95: number;
};

/** Of fewer nobody can say what 95 of 100 do. */
export const LEAST_MEASURED = 20;

/** The answer in keys of the catalogue, and the values that its sentences are given. No sentence stands here. */
export type Answer = {
  readonly provider: Provider;
  readonly kind: Kind;
  readonly status: Status;
  readonly where: WhereKey;
  readonly next: NextKey;
  readonly promise: PromisedTime;
  readonly amount: Money | null;
  readonly amountOut: Money | null;
  /** What comes back; `null` without refund, or where it was not told. */
  readonly returned: Money | null;
  readonly reachedAt: string;
  readonly passedAt: Date | null;
  /** The kind has an amount that nobody told yet. */
  readonly isAmountUntold: boolean;
};

/** By when; only what the desk's own history or its limits carry, and otherwise that no time can be promised. */
export type PromisedTime =
  | { readonly key: 'nothing_open' | 'none_stopped' | 'none_known' }
  | { readonly key: 'by_history' | 'by_limit' | 'overdue'; readonly by: Date; readonly count: number };

/** The one answer to a case. Total: every combination of kind, state and refund has one. */
export function answerOf(facts: CaseFacts): Answer {
  const { transaction, refund, passedAt } = facts;
  const { provider, kind, status, amount, amountOut, isIncomplete } = transaction;
  const promise = promiseOf(facts);
  const next = nextOf(facts, promise);
  return {
    provider,
    kind,
    status,
    where: refund ? WHERE_OF_REFUND[refund.whereabouts] : WHERE_WITHOUT_REFUND[status](FLOWS[kind]),
    next: passedAt !== null && next.startsWith('ask_') ? 'passed' : next,
    promise,
    amount,
    amountOut,
    returned: refund?.amount ?? null,
    reachedAt: facts.reachedAt,
    passedAt,
    isAmountUntold: isIncomplete,
  };
}

/** Which way the money of a kind goes. */
type Flow = 'into_tokens' | 'in' | 'out' | 'exchange' | 'nothing' | 'untold';

const FLOWS = {
  issuance: 'into_tokens',
  redemption: 'out',
  crypto_deposit: 'in',
  crypto_withdrawal: 'out',
  conversion: 'exchange',
  fiat_deposit: 'in',
  fiat_withdrawal: 'out',
  mint: 'into_tokens',
  burn: 'out',
  swap: 'exchange',
  pix_to_usd: 'into_tokens',
  pix_to_token: 'into_tokens',
  usd_to_pix: 'out',
  money_transfer: 'out',
  balance_update: 'in',
  kyc: 'nothing',
  ticket: 'untold',
  operation: 'untold',
} as const satisfies Record<Kind, Flow>;

const always = (key: WhereKey) => (flow: Flow) => (flow === 'nothing' ? 'no_money' : key);
const open = (flow: Flow): WhereKey => (flow === 'nothing' ? 'no_money' : `open_${flow}`);
const done = (flow: Flow): WhereKey => (flow === 'nothing' ? 'no_money' : `done_${flow}`);

/** A state that a refund made, without the refund itself, says no more than the state does. */
const WHERE_WITHOUT_REFUND = {
  pending: open,
  processing: open,
  completed: done,
  blocked: always('held'),
  failed: always('failed_untold'),
  failed_returning: always('coming_back_untold'),
  failed_returned: always('returned'),
  failed_stuck: always('stopped_untold'),
  returned: always('returned'),
  reversed: always('reversed_untold'),
  partly_reversed: always('reversed_untold'),
  unrecognised: always('untold'),
} as const satisfies Record<Status, (flow: Flow) => WhereKey>;

const NEXT_WITHOUT_REFUND = {
  pending: 'provider_finishes',
  processing: 'provider_finishes',
  completed: 'nothing',
  blocked: 'ask_held',
  failed: 'ask_failed',
  failed_returning: 'provider_returns',
  failed_returned: 'nothing_returned',
  failed_stuck: 'ask_stopped',
  returned: 'nothing_returned',
  reversed: 'ask_confirm',
  partly_reversed: 'ask_confirm',
  unrecognised: 'ask_unclear',
} as const satisfies Record<Status, NextKey>;

/** Past this many times what is usual, somebody has to ask; one in twenty is past the usual time by nature. */
const LONG_FACTOR = 3;

function nextOf({ transaction, refund, completion, at }: CaseFacts, promise: PromisedTime): NextKey {
  const next = refund ? NEXT_OF_REFUND[refund.whereabouts] : NEXT_WITHOUT_REFUND[transaction.status];
  if (promise.key !== 'overdue') return next;
  if (next === 'provider_returns') return 'ask_return_late'; // by the limits of refunds, which are wide enough
  const seconds = (+at - Date.parse(transaction.occurredAt)) / 1000;
  const isLong = completion !== null && seconds > LONG_FACTOR * completion.p95;
  return next === 'provider_finishes' && isLong ? 'ask_late' : next;
}

function promiseOf({ transaction, refund, limits, completion, at }: CaseFacts): PromisedTime {
  if (refund) return ofRefund(refund, limits, at);
  const next = NEXT_WITHOUT_REFUND[transaction.status];
  if (next === 'nothing' || next === 'nothing_returned') return { key: 'nothing_open' };
  if (next !== 'provider_finishes') return { key: next === 'provider_returns' ? 'none_known' : 'none_stopped' };
  if (completion === null || completion.count < LEAST_MEASURED) return { key: 'none_known' };
  return until('by_history', transaction.occurredAt, completion.p95, completion.count, at);
}

function ofRefund(refund: Refund, limits: readonly Limits[], at: Date): PromisedTime {
  const next = NEXT_OF_REFUND[refund.whereabouts];
  if (next === 'nothing_returned' || next === 'rest_with_receiver') return { key: 'nothing_open' };
  if (next !== 'provider_returns') return { key: 'none_stopped' };
  const { limits: whole, limitState } = judgeRefund(refund, limits, at);
  const promise = until(
    whole.count < LEAST_MEASURED ? 'by_limit' : 'by_history',
    refund.triggeredAt,
    whole.late,
    whole.count,
    at,
  );
  // A step may be late before the whole is: then the time of the whole is no promise any more.
  const isLate = limitState === 'late' || limitState === 'stuck';
  return isLate && promise.key !== 'overdue' && 'by' in promise ? { ...promise, key: 'overdue' } : promise;
}

const MINUTE_MS = 60_000;

/** To the end of the minute: what is said to a customer has no seconds, and is never early. */
function until(key: 'by_history' | 'by_limit', from: string, seconds: number, count: number, at: Date): PromisedTime {
  const by = new Date(Math.ceil((Date.parse(from) + seconds * 1000) / MINUTE_MS) * MINUTE_MS);
  return { key: by < at ? 'overdue' : key, by, count };
}
