import type { DetailName, PaymentEvent } from '@/lib/events/event';
import { type Said, said } from '@/lib/language/said';
import type { Money } from '@/lib/money';
import { evolveStepwise } from './evolve';
import type { Transaction } from './transaction';

/** One real change that an event made; `before` is `null` where nothing was known. */
export type Change = { readonly field: Said; readonly before: Told | null; readonly after: Told };
/** A provider's own text, a word of ours, an amount, or a rate. */
export type Told = string | Said | { readonly money: Money } | { readonly rate: string };

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

/** Something a transaction tells, with a key that stays the same from event to event. */
type Fact = { readonly key: string; readonly field: Said; readonly told: Told };

function changesBetween(before: readonly Fact[], after: readonly Fact[]): Change[] {
  const known = new Map(before.map((fact) => [fact.key, fact.told]));
  return after
    .filter((fact) => !isSame(known.get(fact.key), fact.told))
    .map((fact) => ({ field: fact.field, before: known.get(fact.key) ?? null, after: fact.told }));
}

function isSame(one: Told | undefined, other: Told): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Everything a transaction tells. */
function factsOf(transaction: Transaction): Fact[] {
  const facts: (Fact | null)[] = [
    one(said('payment.change.state'), said(`words.status.${transaction.status}`)),
    one(said('payment.change.providerState'), transaction.providerStatus),
    one(said('payment.change.amount'), sum(transaction.amount)),
    one(said('payment.change.amountOut'), sum(transaction.amountOut)),
    ...transaction.fees.map((fee) => one(said(`payment.fee.${fee.kind}`), sum(fee.amount))),
    one(said('payment.change.cameBack'), sum(transaction.revertedAmount)),
    one(said('payment.change.exchangeRate'), rate(transaction.exchangeRate)),
    one(said('payment.change.network'), transaction.network),
    one(said('payment.change.token'), transaction.token),
    one(said('payment.change.failure'), failureText(transaction.failure)),
    ...refundFacts(transaction.refund),
    ...(Object.keys(transaction.details) as DetailName[]).map((name) =>
      one(said(`words.detail.${name}`), transaction.details[name]),
    ),
    ...transaction.identifiers.map(({ kind, value }) => each(said(`words.identifier.${kind}`), value)),
    ...transaction.links.map(({ relation, target }) => each(said(`payment.change.link.${relation}`), target)),
  ];
  return facts.filter((fact) => fact !== null);
}

function refundFacts(refund: Transaction['refund']): (Fact | null)[] {
  if (!refund) return [];
  const { status, providerStatus } = refund;
  const steps = refund.steps.flatMap(({ step, id, providerStatus: told }, i) => [
    { key: `step ${i}`, field: said('payment.change.refundStep', { step }), told },
    id === null ? null : { key: `step id ${i}`, field: said('payment.change.refundStepId', { step }), told: id },
  ]);
  return [
    one(said('payment.change.refund'), providerStatus ?? (status && said(`payment.change.refundTo.${status}`))),
    ...steps,
  ];
}

/** A member with one value: a new value replaces the old one. */
function one(field: Said, told: Told | null | undefined): Fact | null {
  return told == null ? null : { key: field.key, field, told };
}

/** One of several values: each is a fact of its own. */
function each(field: Said, told: string): Fact {
  return { key: `${field.key} ${told}`, field, told };
}

function sum(money: Money | null): Told | null {
  return money && { money };
}

function rate(text: string | null): Told | null {
  return text === null ? null : { rate: text };
}

export function failureText(failure: Transaction['failure']): string | null {
  if (!failure) return null;
  return [failure.code, failure.message].filter(Boolean).join(': ') || null;
}
