import {
  EVENT_TYPES,
  type Facts,
  type Fee,
  type Identifier,
  type IdentifierKind,
  type PaymentEvent,
  type RefundFacts,
} from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import { compare, type Money } from '@/lib/money';
import { earliest, type Folding, identifierKey, isEnded, latest, linkKey, mergeBy } from './folding';
import { mergeRefund } from './refund';
import type { Refund } from './transaction';

/**
 * One more event that was read from a provider's list: it fills what nobody told, ends what was still open because the
 * final message never came, and changes nothing else.
 */
export function fill(before: Folding, event: PaymentEvent): Folding {
  const { facts } = event;
  return {
    ...before,
    ...filledState(before, event),
    ...filledAmounts(before, facts),
    fees: missingFrom(before.fees, facts.fees ?? [], (fee: Fee) => fee.kind),
    exchangeRate: before.exchangeRate ?? facts.exchangeRate ?? null,
    network: before.network ?? facts.network ?? null,
    token: before.token ?? facts.token ?? null,
    externalRef: before.externalRef ?? facts.externalRef ?? null,
    endUser: before.endUser ?? facts.endUser ?? null,
    failure: before.failure || facts.failure ? { ...facts.failure, ...before.failure } : null,
    refund: filledRefund(before.refund, facts.refund),
    identifiers: missingFrom(before.identifiers, newIdentifiers(before, facts), identifierKey),
    links: missingFrom(before.links, facts.links ?? [], linkKey),
    details: { ...facts.details, ...before.details },
    occurredAt:
      facts.createdAt && !before.isCreationTold ? earliest(before.occurredAt, facts.createdAt) : before.occurredAt,
    hasUnrecognised: before.hasUnrecognised || event.type === 'Unrecognised',
    eventCount: before.eventCount + 1,
  };
}

/** A state where none was understood, or the end of one that is still open; never back, never from one end to another. */
function filledState(before: Folding, event: PaymentEvent): Partial<Folding> {
  const said = EVENT_TYPES[event.type];
  const { progress, providerStatus } = before;
  if (progress === null && (said === null || said === 'unrecognised'))
    return { progress: said, providerStatus: providerStatus ?? event.providerStatus };
  const isUnknown = progress === null || progress === 'unrecognised';
  if (said === null || said === 'unrecognised' || !(isUnknown || (!isEnded(progress) && isEnded(said)))) return {};
  return {
    progress: said,
    providerStatus: event.providerStatus ?? providerStatus,
    updatedAt: latest(before.updatedAt, event.occurredAt),
  };
}

function filledAmounts(
  before: Folding,
  facts: Facts,
): Pick<Folding, 'amount' | 'amountOut' | 'isCurrencyAssumed' | 'revertedAmount'> {
  const { amount, isCurrencyAssumed } = before;
  return {
    ...(amount === null
      ? { amount: facts.amount ?? null, isCurrencyAssumed: facts.isCurrencyAssumed === true }
      : filledCurrency(amount, isCurrencyAssumed, facts)),
    amountOut: before.amountOut ?? facts.amountOut ?? null,
    revertedAmount: before.revertedAmount ?? facts.revertedAmount ?? null,
  };
}

/** A currency that nobody told, or that was only assumed, is taken from the list where it tells one for that amount. */
function filledCurrency(amount: Money, isCurrencyAssumed: boolean, facts: Facts) {
  const told = facts.amount && !facts.isCurrencyAssumed ? facts.amount : null;
  const isOpen = amount.currency === null || isCurrencyAssumed;
  if (!isOpen || told === null || told.currency === null || compare(told.amount, amount.amount) !== 0)
    return { amount, isCurrencyAssumed };
  return { amount: { ...amount, currency: told.currency }, isCurrencyAssumed: false };
}

/** Kinds of which a payment has one: where a message told it, another one in a list contradicts and fills nothing. */
const ONLY_ONE: readonly IdentifierKind[] = ['external_ref', 'end_user_id', 'account_id'];

function newIdentifiers(before: Folding, { identifiers = [] }: Facts): readonly Identifier[] {
  const told = new Set(before.identifiers.map(({ kind }) => kind));
  return identifiers.filter(({ kind }) => !ONLY_ONE.includes(kind) || !told.has(kind));
}

function missingFrom<T>(before: readonly T[], said: readonly T[], key: (item: T) => string): readonly T[] {
  const known = new Set(before.map(key));
  return mergeBy(
    before,
    said.filter((item) => !known.has(key(item))),
    key,
  );
}

const REFUND_ENDED: readonly (RefundStatus | null)[] = ['completed', 'failed'];

/** The same for a refund and each of its steps: what was told stays, unless it was open and the list tells the end. */
function filledRefund(before: Refund | null, said: RefundFacts | undefined): Refund | null {
  const merged = mergeRefund(before, said);
  if (!before || !merged) return merged;
  const steps = merged.steps.map((step, at) => {
    const told = before.steps[at];
    if (!told || isEndOf(told.status, step.status)) return step;
    return { ...told, id: told.id ?? step.id };
  });
  const isWhole = before.status === null || isEndOf(before.status, merged.status);
  const { status, providerStatus } = isWhole ? merged : before;
  return { status, providerStatus, steps };
}

function isEndOf(told: RefundStatus | null, said: RefundStatus | null): boolean {
  return !REFUND_ENDED.includes(told) && REFUND_ENDED.includes(said);
}
