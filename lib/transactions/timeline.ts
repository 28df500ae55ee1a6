import type { PaymentEvent } from '@/lib/events/event';
import { DETAIL_LABELS, IDENTIFIER_LABELS, LINK_RELATIONS } from '@/lib/events/event';
import { STATUS_LABELS } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import { evolveStepwise } from './evolve';
import type { Transaction } from './transaction';

/** One real change that an event made, in words; `before` is `null` where nothing was known. */
export type Change = { readonly field: string; readonly before: string | null; readonly after: string };

/** One event and what it changed; the events in the order of `inOrder`. */
export type TimelineEntry = {
  readonly event: PaymentEvent;
  readonly changes: readonly Change[];
  readonly state: Transaction;
};

/** The story of a transaction: each event with exactly the changes it brought. Empty while only echoes are known. */
export function timeline(events: Iterable<PaymentEvent>): TimelineEntry[] {
  let before: readonly Fact[] = [];
  return evolveStepwise(events).map(({ event, state }) => {
    const after = factsOf(state);
    const changes = changesBetween(before, after);
    before = after;
    return { event, changes, state };
  });
}

type Fact = { readonly key: string; readonly field: string; readonly text: string };

function changesBetween(before: readonly Fact[], after: readonly Fact[]): Change[] {
  const known = new Map(before.map((fact) => [fact.key, fact.text]));
  return after
    .filter((fact) => known.get(fact.key) !== fact.text)
    .map((fact) => ({ field: fact.field, before: known.get(fact.key) ?? null, after: fact.text }));
}

/** Everything a transaction tells, as labelled texts with a key that stays the same from event to event. */
function factsOf(transaction: Transaction): Fact[] {
  const facts: (Fact | null)[] = [
    named('State', STATUS_LABELS[transaction.status]),
    named('Provider state', transaction.providerStatus),
    named('Amount', moneyText(transaction.amount)),
    named('Amount out', moneyText(transaction.amountOut)),
    ...transaction.fees.map((fee) => named(FEE_LABELS[fee.kind], moneyText(fee.amount))),
    named('Came back', moneyText(transaction.revertedAmount)),
    named('Exchange rate', transaction.exchangeRate),
    named('Network', transaction.network),
    named('Token', transaction.token),
    named('Failure', failureText(transaction.failure)),
    ...refundFacts(transaction.refund),
    ...Object.entries(transaction.details).map(([name, text]) => named(DETAIL_LABELS[name as never], text)),
    ...transaction.identifiers.map(({ kind, value }) => each(IDENTIFIER_LABELS[kind], value)),
    ...transaction.links.map(({ relation, target }) => each(LINK_RELATIONS[relation], target)),
  ];
  return facts.filter((fact) => fact !== null);
}

export const FEE_LABELS = { discounted: 'Fee already deducted', transfer: 'Transfer fee' } as const;

function refundFacts(refund: Transaction['refund']): (Fact | null)[] {
  if (!refund) return [];
  const steps = refund.steps.flatMap((step, i) => [
    { key: `step ${i}`, field: `Refund step ${step.step}`, text: step.providerStatus },
    step.id === null ? null : { key: `step id ${i}`, field: `Refund step ${step.step} id`, text: step.id },
  ]);
  return [named('Refund', refund.providerStatus ?? refund.status), ...steps];
}

/** A member with one value: a new value replaces the old one. */
function named(field: string, text: string | null | undefined): Fact | null {
  return text == null ? null : { key: field, field, text };
}

/** One of several values: each is a fact of its own. */
function each(field: string, text: string): Fact {
  return { key: `${field} ${text}`, field, text };
}

function moneyText(money: Money | null): string | null {
  return money && `${money.amount} ${money.currency ?? '(currency not told)'}`;
}

export function failureText(failure: Transaction['failure']): string | null {
  if (!failure) return null;
  return [failure.code, failure.message].filter(Boolean).join(': ') || null;
}
