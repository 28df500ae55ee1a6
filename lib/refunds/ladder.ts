import type { PaymentEvent, RefundStep } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import { evolveStepwise } from '@/lib/transactions/evolve';
import { latest } from '@/lib/transactions/folding';
import { ORIGINAL_STATUS } from '@/lib/transactions/sentence';
import type { Transaction } from '@/lib/transactions/transaction';
import { whereaboutsOf } from './locate';
import type { LadderStep, Refund } from './refund';

/** How a transaction speaks of money that comes back, from one source of the three below; the rest is the same for all. */
type View = {
  readonly status: RefundStatus | null;
  readonly providerStatus: string | null;
  readonly steps: readonly RefundStep[];
  readonly amount: Money | null;
  readonly isReversal: boolean;
  /** The transaction that carries this refund if the desk knows it; this one then only echoes it. */
  readonly refundOf: string | null;
};
/** What stood after an event, and by when at the latest; never earlier than an entry before it. */
type Entry = { readonly event: PaymentEvent; readonly view: View; readonly at: string };

/**
 * The refund of one transaction; `null` when none was told. Any order and any repetition of the same events gives the
 * same refund.
 *
 * One return of money may be told by two transactions: a Ripio withdrawal and the deposit it returns, a BRLA transfer
 * that was reversed and the operation that it paid out. The deposit and the operation own it, because they know what
 * was paid, what part of it came back and our own reference; the withdrawal and the transfer name them in `refundOf`,
 * and lists leave them out wherever the owner has a refund of its own. So each shows exactly once, also while the owner
 * never reached us.
 */
export function refundOf(transaction: Transaction, events: Iterable<PaymentEvent>): Refund | null {
  if (!viewOf(transaction)) return null;
  const entries = entriesOf(events);
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return null;
  const { status, isReversal, ...said } = last.view;
  const clock = (entry: Entry = last) => entry.at;
  const isPartial = transaction.status === 'partly_reversed' && isReversal;
  const steps = said.steps.map((step, at) => ladderStep(step, at, entries));
  const movedAt = clock(entries.findLast(({ view }, at) => hasMoved(view, entries[at - 1]?.view)));
  const isEnded = status === 'completed' || status === 'failed';
  const reachedAt = clock(firstOfRun(entries, ({ view }) => view.status === status));
  return {
    transactionId: transaction.id,
    provider: transaction.provider,
    kind: transaction.kind,
    originalStatus: ORIGINAL_STATUS[transaction.status],
    status,
    providerStatus: said.providerStatus,
    amount: said.amount,
    isPartial,
    externalRef: transaction.externalRef,
    steps,
    currentStep: steps.find((step) => step.status !== 'completed')?.step ?? null,
    stepsDone: steps.filter((step) => step.status === 'completed').length,
    isWaitingForId: status !== 'failed' && steps.some(lacksId),
    whereabouts: whereaboutsOf({
      ...last.view,
      kind: transaction.kind,
      isPartial,
      isWholeKnown: isPaidOutKnown(transaction),
    }),
    refundOf: said.refundOf,
    triggeredAt: clock(first),
    movedAt,
    // A payout may come back in parts, each of which ends it anew.
    endedAt: isReversal ? movedAt : isEnded ? reachedAt : null,
  };
}

/** What a list told comes after what messages did, by whatever clock: its moments count from theirs on. */
function entriesOf(events: Iterable<PaymentEvent>): Entry[] {
  let at: string | null = null;
  return evolveStepwise(events).flatMap(({ event, state }) => {
    at = at === null ? event.occurredAt : latest(at, event.occurredAt);
    const view = viewOf(state);
    return view ? [{ event, view, at }] : [];
  });
}

function viewOf(transaction: Transaction): View | null {
  const { refund, amount, links, status } = transaction;
  if (refund) return { ...refund, amount, isReversal: false, refundOf: null };
  const target = (relation: string) => links.find((link) => link.relation === relation)?.target ?? null;
  if (transaction.revertedAmount !== null || status === 'reversed' || status === 'partly_reversed') {
    const returned = { amount: transaction.revertedAmount, isReversal: true, refundOf: target('pays_out') };
    return { status: 'completed', providerStatus: transaction.providerStatus, steps: [], ...returned };
  }
  const deposit = target('refund_of');
  if (deposit === null) return null;
  const { providerStatus } = transaction;
  return {
    status: WITHDRAWING[status] ?? null,
    providerStatus,
    steps: [],
    amount,
    isReversal: false,
    refundOf: deposit,
  };
}

/** What the state of a withdrawal means for the refund that it is. */
const WITHDRAWING: Readonly<Partial<Record<Transaction['status'], RefundStatus>>> = {
  pending: 'pending',
  processing: 'processing',
  completed: 'completed',
  failed: 'failed',
};

function isPaidOutKnown({ amount, amountOut }: Transaction): boolean {
  return amount !== null || amountOut !== null;
}

function hasMoved(now: View, before: View | undefined): boolean {
  const read = (view: View) => JSON.stringify([view.status, view.steps, view.isReversal && view.amount]);
  return before === undefined || read(now) !== read(before);
}

function lacksId({ status, id }: RefundStep): boolean {
  return id === null && (status === 'processing' || status === 'completed');
}

/** Steps are only ever added, so that a step keeps its place from entry to entry. */
function ladderStep(step: RefundStep, at: number, entries: readonly Entry[]): LadderStep {
  const seen = entries.filter(({ view }) => view.steps[at] !== undefined);
  const [first, reached] = [seen[0], firstOfRun(seen, ({ view }) => view.steps[at]?.status === step.status)];
  if (!first || !reached) throw new TypeError(`No event tells of the refund step ${step.step}.`);
  const before = seen.slice(0, seen.indexOf(reached)).findLast(({ event, view }) => tells(event, view, at));
  return { ...step, firstSeenAt: first.at, after: before?.at ?? null, by: reached.at };
}

/** Whether this event itself spoke of the step, and did not only leave it as it was. */
function tells({ facts }: PaymentEvent, { steps }: View, at: number): boolean {
  const name = steps[at]?.step;
  const occurrence = steps.slice(0, at + 1).filter(({ step }) => step === name).length;
  return (facts.refund?.steps ?? []).filter(({ step }) => step === name).length >= occurrence;
}

/** The earliest entry from which on everything to the end passes the test. */
function firstOfRun(entries: readonly Entry[], test: (entry: Entry) => boolean): Entry | undefined {
  return entries[entries.findLastIndex((entry) => !test(entry)) + 1];
}
