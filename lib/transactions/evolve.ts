import { EVENT_TYPES, type Fee, type PaymentEvent } from '@/lib/events/event';
import type { RefundStatus, Status } from '@/lib/events/status';
import { add, compare, type Money, subtract } from '@/lib/money';
import type { Kind } from '@/lib/providers/catalogue';
import { fill } from './fill';
import { earliest, type Folding, identifierKey, isEnded, latest, linkKey, mergeBy } from './folding';
import { inOrder } from './order';
import { mergeRefund } from './refund';
import type { Transaction } from './transaction';

/** Kinds of which no payload ever tells an amount. */
const WITHOUT_AMOUNT: readonly Kind[] = ['kyc', 'money_transfer', 'operation'];

const NOTHING_SAID = {
  progress: null,
  providerStatus: null,
  amount: null,
  amountOut: null,
  isCurrencyAssumed: false,
  fees: [],
  revertedAmount: null,
  exchangeRate: null,
  network: null,
  token: null,
  externalRef: null,
  endUser: null,
  failure: null,
  refund: null,
  identifiers: [],
  links: [],
  details: {},
  isReopened: false,
  hasUnrecognised: false,
  eventCount: 0,
} as const satisfies Partial<Folding>;

/**
 * Folds every event of one transaction into where it stands. Pure; any order and any repetition of the same events
 * gives the same transaction. `null` while only echoes are known: what others say about it does not bring it into being.
 */
export function evolve(events: Iterable<PaymentEvent>): Transaction | null {
  const ordered = inOrder(distinct(events));
  const start = begin(ordered);
  return start && settle(ordered.reduce(apply, start));
}

/** The same fold, stopped after each event in turn: what the timeline shows. */
export function evolveStepwise(events: Iterable<PaymentEvent>): { event: PaymentEvent; state: Transaction }[] {
  const ordered = inOrder(distinct(events));
  let folding = begin(ordered);
  return ordered.flatMap((event) => {
    folding = folding && apply(folding, event);
    return folding ? [{ event, state: settle(folding) }] : [];
  });
}

function distinct(events: Iterable<PaymentEvent>): Iterable<PaymentEvent> {
  return new Map([...events].map((event) => [event.id, event])).values();
}

function begin(ordered: readonly PaymentEvent[]): Folding | null {
  const own = ordered.find((event) => !event.isEcho);
  if (!own) return null;
  return {
    ...NOTHING_SAID,
    id: own.transactionId,
    provider: own.provider,
    kind: kindOf(ordered),
    occurredAt: own.facts.createdAt ?? own.occurredAt,
    updatedAt: own.occurredAt,
    isCreationTold: ordered.some((event) => !event.isListed && event.facts.createdAt !== undefined),
  };
}

/** The kind its own messages tell, else the one that others say, else the one a list does. */
function kindOf(ordered: readonly PaymentEvent[]): Kind {
  const isTelling = (event: PaymentEvent) => event.kind !== null && !event.isListed;
  const telling = ordered.find((event) => isTelling(event) && !event.isEcho) ?? ordered.find(isTelling);
  return telling?.kind ?? ordered.find((event) => event.kind)?.kind ?? 'operation';
}

/** One more event, in order. What it does not say stays; what it says is added or replaces, and never blanks. */
function apply(before: Folding, event: PaymentEvent): Folding {
  if (event.isListed) return fill(before, event);
  const { facts } = event;
  return {
    ...before,
    ...progressed(before, event),
    ...amounts(before, event),
    fees: mergeBy(before.fees, facts.fees ?? [], (fee: Fee) => fee.kind),
    exchangeRate: facts.exchangeRate ?? before.exchangeRate,
    network: facts.network ?? before.network,
    token: facts.token ?? before.token,
    externalRef: facts.externalRef ?? before.externalRef,
    endUser: facts.endUser ?? before.endUser,
    failure: facts.failure ? { ...before.failure, ...facts.failure } : before.failure,
    refund: mergeRefund(before.refund, facts.refund),
    identifiers: mergeBy(before.identifiers, facts.identifiers ?? [], identifierKey),
    links: mergeBy(before.links, facts.links ?? [], linkKey),
    details: { ...before.details, ...facts.details },
    occurredAt: earliest(before.occurredAt, facts.createdAt ?? event.occurredAt),
    updatedAt: latest(before.updatedAt, event.occurredAt),
    hasUnrecognised: before.hasUnrecognised || event.type === 'Unrecognised',
    eventCount: before.eventCount + 1,
  };
}

function progressed(before: Folding, event: PaymentEvent): Pick<Folding, 'progress' | 'providerStatus' | 'isReopened'> {
  const said = EVENT_TYPES[event.type];
  const { progress, providerStatus, isReopened } = before;
  const isNews = said !== null && (said !== 'unrecognised' || progress === null);
  if (!isNews) return { progress, isReopened, providerStatus: progress ? providerStatus : event.providerStatus };
  const wasEnded = isEnded(progress);
  return {
    progress: said,
    providerStatus: event.providerStatus ?? providerStatus,
    isReopened: isReopened || (wasEnded && !isEnded(said)),
  };
}

/** A currency that was only assumed gives way to one that was told, and never the other way round. */
function amounts(
  before: Folding,
  event: PaymentEvent,
): Pick<Folding, 'amount' | 'amountOut' | 'isCurrencyAssumed' | 'revertedAmount'> {
  const { facts } = event;
  const amount = facts.amount ?? before.amount;
  const keepsCurrency = facts.isCurrencyAssumed && before.amount !== null && !before.isCurrencyAssumed;
  return {
    amount: amount && keepsCurrency ? { ...amount, currency: before.amount?.currency ?? null } : amount,
    amountOut: facts.amountOut ?? before.amountOut,
    isCurrencyAssumed: facts.amount ? !keepsCurrency && facts.isCurrencyAssumed === true : before.isCurrencyAssumed,
    revertedAmount: addReversal(before.revertedAmount, facts.revertedAmount),
  };
}

/** A receiver may return a payout in parts: each reversal is an event of its own, and the parts add up. */
function addReversal(before: Money | null, returned: Money | undefined): Money | null {
  if (!returned) return before;
  return before ? { ...returned, amount: add(before.amount, returned.amount) } : returned;
}

function settle(folding: Folding): Transaction {
  const { progress: _, isCreationTold: __, ...transaction } = folding;
  return {
    ...transaction,
    status: statusOf(folding),
    isIncomplete: folding.amount === null && !WITHOUT_AMOUNT.includes(folding.kind),
  };
}

/** The word shown: the provider's progress, with refund and reversal taken into account. */
function statusOf(folding: Folding): Status {
  const { progress, refund, kind } = folding;
  if (progress === null) return 'processing'; // only a repost is known, or a list that names it: both are of what was begun
  if (progress === 'reversed') return isPartlyReversed(folding) ? 'partly_reversed' : 'reversed';
  if (!refund?.status) return progress;
  if (kind === 'fiat_deposit' && refund.status === 'completed') return 'returned';
  const isReturning = progress === 'failed' || progress === 'returned' || kind === 'usd_to_pix';
  return isReturning ? STATUS_WHILE_REFUNDING[refund.status] : progress;
}

const STATUS_WHILE_REFUNDING = {
  pending: 'failed_returning',
  processing: 'failed_returning',
  completed: 'failed_returned',
  failed: 'failed_stuck',
} as const satisfies Record<RefundStatus, Status>;

/** Less came back than was paid out. Where the payout is unknown, nothing says it was only a part. */
function isPartlyReversed({ revertedAmount, amount, amountOut, fees }: Folding): boolean {
  const paidOut = amountOut ?? (amount && lessFees(amount, fees));
  return revertedAmount !== null && paidOut !== null && compare(revertedAmount.amount, paidOut.amount) < 0;
}

function lessFees(amount: Money, fees: readonly Fee[]): Money {
  const transferFee = fees.find((fee) => fee.kind === 'transfer');
  return transferFee ? { ...amount, amount: subtract(amount.amount, transferFee.amount.amount) } : amount;
}
