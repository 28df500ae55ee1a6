import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '@/lib/providers/catalogue';
import { evolve, evolveStepwise } from './evolve';
import { HISTORIES, shuffledAndRepeated } from './histories';
import { timeline } from './timeline';

const RUNS = { numRuns: 1_000 };

describe.each(PROVIDERS)('the fold of %s', (provider) => {
  test('gives the same transaction for any order and any repetition of its events', () => {
    const replays = HISTORIES[provider].chain((history) =>
      fc.tuple(fc.constant(history), shuffledAndRepeated(history)),
    );
    fc.assert(
      fc.property(replays, ([history, replay]) => {
        expect(evolve(replay)).toEqual(evolve(history));
      }),
      RUNS,
    );
  });

  test('never forgets an identifier, a link, an amount or a refund step that an event told', () => {
    fc.assert(
      fc.property(HISTORIES[provider], (history) => {
        const state = evolve(history);
        for (const { facts } of history) {
          for (const identifier of facts.identifiers ?? [])
            expect(state?.identifiers.map(({ value }) => value)).toContain(identifier.value);
          for (const link of facts.links ?? []) expect(state?.links).toContainEqual(link);
          for (const step of facts.refund?.steps ?? [])
            expect(state?.refund?.steps.map((kept) => kept.step)).toContain(step.step);
          if (facts.amount) expect(state?.amount).not.toBeNull();
          if (facts.externalRef) expect(state?.externalRef).not.toBeNull();
        }
      }),
      RUNS,
    );
  });

  test('ends where its stepwise story ends, and the story names only real changes', () => {
    fc.assert(
      fc.property(HISTORIES[provider], (history) => {
        expect(evolveStepwise(history).at(-1)?.state).toEqual(evolve(history));
        for (const { changes } of timeline(history))
          for (const change of changes) expect(change.before).not.toEqual(change.after);
      }),
      RUNS,
    );
  });
});
