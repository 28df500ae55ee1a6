import { expect, test } from 'vitest';
import { readDelivery } from '@/lib/providers/read';
import { fixtures } from '@/lib/testing';
import { evolve } from '@/lib/transactions/evolve';
import { withoutPerson } from './without-person';

const events = fixtures().flatMap(({ provider, body }) => readDelivery(provider, body).events);
const PERSONAL = [
  'tax_id',
  'sender_clabe',
  'receiver_clabe',
  'origin_account',
  'beneficiary_account_id',
  'end_user_id',
];

test('of every documented message the person goes', () => {
  const told = events.flatMap(({ facts }) => facts.identifiers ?? []).filter(({ kind }) => PERSONAL.includes(kind));
  const names = events.flatMap(({ facts }) => [facts.details?.sender_name, facts.details?.holder_name]).filter(Boolean);
  expect(told.length).toBeGreaterThan(5);
  expect(names.length).toBeGreaterThan(0);
  for (const event of events) {
    const text = JSON.stringify(withoutPerson(event));
    const own = (event.facts.identifiers ?? []).filter(({ kind }) => PERSONAL.includes(kind)).map(({ value }) => value);
    const { sender_name: sender, holder_name: holder } = event.facts.details ?? {};
    for (const value of [...own, sender, holder, event.facts.endUser]) if (value) expect(text).not.toContain(value);
  }
});

test('amounts, states, times and the payment’s own ids stay', () => {
  for (const event of events) {
    const left = withoutPerson(event);
    expect([left.id, left.transactionId, left.type, left.occurredAt]).toEqual([
      event.id,
      event.transactionId,
      event.type,
      event.occurredAt,
    ]);
    expect([left.facts.amount, left.facts.amountOut, left.facts.externalRef, left.facts.refund]).toEqual([
      event.facts.amount,
      event.facts.amountOut,
      event.facts.externalRef,
      event.facts.refund,
    ]);
    const [before, after] = [evolve([event]), evolve([left])];
    expect(after && [after.status, after.amount]).toEqual(before && [before.status, before.amount]);
  }
});

test('once is enough', () => {
  for (const event of events) expect(withoutPerson(withoutPerson(event))).toEqual(withoutPerson(event));
});
