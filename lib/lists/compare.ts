import { isDeepStrictEqual } from 'node:util';
import { EVENT_TYPES, type PaymentEvent } from '@/lib/events/event';
import type { Progress, Status } from '@/lib/events/status';
import { compare, type Money } from '@/lib/money';
import { fill } from '@/lib/transactions/fill';
import { isEnded } from '@/lib/transactions/folding';
import type { Transaction } from '@/lib/transactions/transaction';
import type { Difference } from './difference';

/** How a row of a provider's list compares with our store; of a row about several transactions, the last that holds. */
export const VERDICTS = ['same', 'ahead', 'fills', 'missing', 'differs', 'not_understood'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Compared = {
  readonly verdict: Verdict;
  /** It brings something into being or fills a hole: to be stored, unless it is already. */
  readonly isNews: boolean;
  readonly differences: readonly Difference[];
};

/**
 * Compares what a listed row says of one transaction with where it stands here (`null`: nowhere). Contradictions are
 * told and never resolved; that we know more than a poor list is no difference.
 */
export function compareListed(event: PaymentEvent, ours: Transaction | null): Compared {
  if (event.type === 'Unrecognised') return { verdict: 'not_understood', isNews: true, differences: [] };
  if (ours === null) return { verdict: 'missing', isNews: true, differences: [] };
  const differences = differencesOf(event, ours);
  const isNews = isFilledBy(ours, event);
  if (differences.length > 0) return { verdict: 'differs', isNews, differences };
  return { verdict: isNews ? 'fills' : isAhead(event, ours) ? 'ahead' : 'same', isNews, differences };
}

/** Whether the fold would take anything from this event. */
function isFilledBy(ours: Transaction, event: PaymentEvent): boolean {
  const before = { ...ours, progress: PROGRESS_BEHIND[ours.status], isCreationTold: true };
  return !isDeepStrictEqual({ ...fill(before, event), eventCount: ours.eventCount }, before);
}

/** What the provider said of the payment itself, behind the word we show. */
const PROGRESS_BEHIND = {
  pending: 'pending',
  processing: 'processing',
  blocked: 'blocked',
  completed: 'completed',
  failed: 'failed',
  failed_returning: 'failed',
  failed_returned: 'failed',
  failed_stuck: 'failed',
  returned: 'returned',
  reversed: 'reversed',
  partly_reversed: 'reversed',
  unrecognised: 'unrecognised',
} as const satisfies Record<Status, Progress>;

function isAhead(event: PaymentEvent, ours: Transaction): boolean {
  const theirs = EVENT_TYPES[event.type];
  return theirs !== null && isEnded(PROGRESS_BEHIND[ours.status]) && theirs !== PROGRESS_BEHIND[ours.status];
}

function differencesOf(event: PaymentEvent, ours: Transaction): Difference[] {
  const { facts } = event;
  return [
    stateDifference(event, ours),
    isOther(event.kind, ours.kind === 'operation' ? null : ours.kind) && told('kind', event.kind, ours.kind),
    amountDifference('amount', facts.amount, ours.amount),
    currencyDifference(event, ours),
    amountDifference('amount_out', facts.amountOut, ours.amountOut),
    isOther(facts.amountOut?.currency, ours.amountOut?.currency) &&
      told('currency_out', facts.amountOut?.currency, ours.amountOut?.currency),
    isOther(facts.externalRef, ours.externalRef) && told('external_ref', facts.externalRef, ours.externalRef),
    isOther(facts.endUser, ours.endUser) && told('end_user', facts.endUser, ours.endUser),
    refundDifference(event, ours),
  ].filter((difference) => difference !== null && difference !== false);
}

/** Both say how it ended, and not the same. What was returned or reversed had completed or failed before. */
function stateDifference(event: PaymentEvent, ours: Transaction): Difference | null {
  const theirs = EVENT_TYPES[event.type];
  const here = PROGRESS_BEHIND[ours.status];
  if (!isEnded(theirs) || !isEnded(here) || theirs === null || AGREEING[here].includes(theirs)) return null;
  return told('state', event.providerStatus ?? theirs, ours.providerStatus ?? ours.status);
}

const AGREEING: Readonly<Record<Progress, readonly Progress[]>> = {
  unrecognised: [],
  pending: [],
  processing: [],
  blocked: [],
  completed: ['completed'],
  failed: ['failed', 'returned'],
  returned: ['completed', 'failed', 'returned'],
  reversed: ['completed', 'reversed'],
};

function refundDifference({ facts }: PaymentEvent, { refund }: Transaction): Difference | null {
  const [theirs, here] = [facts.refund?.status, refund?.status];
  const areEnded = [theirs, here].every((status) => status === 'completed' || status === 'failed');
  return areEnded && theirs !== here ? told('refund', theirs, here) : null;
}

function amountDifference(
  field: 'amount' | 'amount_out',
  theirs: Money | undefined,
  ours: Money | null,
): Difference | null {
  if (!theirs || !ours || compare(theirs.amount, ours.amount) === 0) return null;
  return told(field, moneyText(theirs), moneyText(ours));
}

/** A currency that one of the two only assumes contradicts nobody. */
function currencyDifference({ facts }: PaymentEvent, ours: Transaction): Difference | null {
  const [theirs, here] = [facts.amount?.currency, ours.amount?.currency];
  if (facts.isCurrencyAssumed || ours.isCurrencyAssumed || !isOther(theirs, here)) return null;
  return told('currency', theirs, here);
}

function isOther(theirs: string | null | undefined, ours: string | null | undefined): boolean {
  return theirs != null && ours != null && theirs !== ours;
}

function told(
  field: Difference['field'],
  theirs: string | null | undefined,
  ours: string | null | undefined,
): Difference {
  return { field, theirs: theirs ?? null, ours: ours ?? null };
}

function moneyText({ amount, currency }: Money): string {
  return currency === null ? amount : `${amount} ${currency}`;
}
