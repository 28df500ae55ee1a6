import { expect, test } from 'vitest';
import { pauseAfter } from './pace';

const at = (milliseconds: number) => new Date(milliseconds);

test('after a batch the fold leaves three times its time to the webhooks', () => {
  expect(pauseAfter({ began: 1_000_000, ended: 1_000_040, oldest: at(999_990) })).toBe(120);
});

test('but never rests long', () => {
  expect(pauseAfter({ began: 1_000_000, ended: 1_000_900, oldest: at(999_990) })).toBe(400);
});

test('and not at all once somebody has waited too long', () => {
  expect(pauseAfter({ began: 1_000_000, ended: 1_000_040, oldest: at(997_000) })).toBe(0);
});
