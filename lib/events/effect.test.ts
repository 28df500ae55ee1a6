import { describe, expect, test } from 'vitest';
import { byWeight, type Effect, summaryOf, verdictOf } from './effect';

const effect = (deliverySeq: bigint, more: Partial<Effect> = {}): Effect => ({
  deliverySeq,
  before: 'event',
  after: 'event',
  reason: null,
  needsRebuild: false,
  transaction: null,
  ...more,
});
const understood = effect(4n, {
  before: 'unrecognised',
  transaction: { id: 'brla:x', before: null, after: 'pending' },
});
const frozen = effect(2n, { before: 'unrecognised', after: 'unrecognised', reason: 'a word we do not know' });
const older = effect(3n, { needsRebuild: true });
const moved = effect(9n, { transaction: { id: 'brla:y', before: 'pending', after: 'completed' } });

describe('what reading again does', () => {
  test('in one word', () => {
    expect([understood, frozen, older, moved, effect(1n)].map(verdictOf)).toEqual([
      'changed',
      'unchanged',
      'needs_rebuild',
      'changed',
      'unchanged',
    ]);
  });

  test('is counted; what has no effect was never read', () => {
    expect(summaryOf(7, [understood, frozen, older, moved, effect(1n)])).toEqual({
      asked: 7,
      changed: 2,
      unchanged: 2,
      needs_rebuild: 1,
      unread: 2,
    });
  });

  test('is told with the changes first', () => {
    expect(byWeight([effect(1n), frozen, older, understood, moved]).map((one) => one.deliverySeq)).toEqual([
      4n,
      9n,
      3n,
      1n,
      2n,
    ]);
  });
});
