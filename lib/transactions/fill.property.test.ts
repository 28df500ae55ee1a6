import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type PaymentEvent } from '@/lib/events/event';
import { PROVIDERS } from '@/lib/providers/catalogue';
import { evolve } from './evolve';
import { isEnded } from './folding';
import { HISTORIES, LISTED, shuffledAndRepeated } from './histories';
import { inOrder } from './order';
import { timeline } from './timeline';
import type { Transaction } from './transaction';

const RUNS = { numRuns: 500 };
/** The machine may be busy with other tests. */
const TIME = 30_000;

describe.each(PROVIDERS)('the fold of %s with what its list told', (provider) => {
  const stories = fc.tuple(HISTORIES[provider], LISTED[provider]);

  test(
    'gives the same transaction for any order and any repetition of both',
    () => {
      const replays = stories
        .map(([messages, listed]) => [...messages, ...listed])
        .chain((all) => fc.tuple(fc.constant(all), shuffledAndRepeated(all)));
      fc.assert(
        fc.property(replays, ([all, replay]) => {
          expect(evolve(replay)).toEqual(evolve(all));
          for (const { changes } of timeline(replay))
            for (const change of changes) expect(change.before).not.toEqual(change.after);
        }),
        RUNS,
      );
    },
    TIME,
  );

  test(
    'says everything that the messages alone say',
    () => {
      fc.assert(
        fc.property(stories, ([messages, listed]) => {
          const told = evolve(messages);
          const filled = evolve([...listed, ...messages]);
          if (told === null || filled === null) throw new Error('A story without a transaction.');
          expectKept(told, filled);
          if (isOver(messages)) expectSameEnd(told, filled);
          if (messages.some(({ isEcho, facts }) => !isEcho && facts.createdAt))
            expect(filled.occurredAt).toBe(told.occurredAt);
        }),
        RUNS,
      );
    },
    TIME,
  );

  test(
    'is decided by a message that comes after the row',
    () => {
      fc.assert(
        fc.property(stories, ([messages, listed]) => {
          // Between the row and the last message, one by one: whatever the row had filled, the message's word holds.
          for (const [at, message] of messages.entries()) {
            const state = evolve([...listed, ...messages.slice(0, at + 1)]);
            const told = evolve(messages.slice(0, at + 1));
            if (message.facts.amount && told) expect(state?.amount?.amount).toBe(told.amount?.amount);
            if (message.facts.externalRef && told) expect(state?.externalRef).toBe(told.externalRef);
            if (told && isOver(messages.slice(0, at + 1))) expect(state?.providerStatus).toBe(told.providerStatus);
          }
        }),
        RUNS,
      );
    },
    TIME,
  );
});

/** The last state that the messages tell is an end. */
function isOver(messages: readonly PaymentEvent[]): boolean {
  const told = inOrder(messages).map(({ type }) => EVENT_TYPES[type]);
  return isEnded(told.findLast((progress) => progress !== null && progress !== 'unrecognised') ?? null);
}

/** Every fact of `told` is the same in `filled`; open ends apart, which a list may tell. */
function expectKept(told: Transaction, filled: Transaction) {
  if (told.kind !== 'operation') expect(filled.kind).toBe(told.kind);
  for (const name of ['externalRef', 'endUser', 'network', 'token', 'exchangeRate', 'revertedAmount'] as const)
    if (told[name] !== null) expect(filled[name]).toEqual(told[name]);
  if (told.amount) expect(filled.amount?.amount).toBe(told.amount.amount);
  if (told.amount?.currency && !told.isCurrencyAssumed) expect(filled.amount).toEqual(told.amount);
  if (told.amountOut) expect(filled.amountOut).toEqual(told.amountOut);
  if (told.failure) expect(filled.failure).toMatchObject(told.failure);
  expect(filled.details).toMatchObject(told.details);
  for (const part of ['fees', 'identifiers', 'links'] as const)
    for (const item of told[part]) expect(filled[part]).toContainEqual(item);
  for (const [at, step] of (told.refund?.steps ?? []).entries()) {
    expect(filled.refund?.steps[at]?.step).toBe(step.step);
    if (step.id !== null) expect(filled.refund?.steps[at]?.id).toBe(step.id);
    if (hasEnded(step.status)) expect(filled.refund?.steps[at]?.status).toBe(step.status);
  }
  if (hasEnded(told.refund?.status)) expect(filled.refund?.status).toBe(told.refund?.status);
}

function expectSameEnd(told: Transaction, filled: Transaction) {
  expect(filled.providerStatus).toBe(told.providerStatus);
  expect(filled.updatedAt).toBe(told.updatedAt);
  if (hasEnded(told.refund?.status)) expect(filled.status).toBe(told.status);
}

function hasEnded(status: string | null | undefined): boolean {
  return status === 'completed' || status === 'failed';
}
