import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSimilarity, oneSlipFrom, slipsAllowed, slipsBetween, twoDigitsFrom } from './search-mistyped';

const UUID = '8c1a7a52-0000-4000-8000-00000000abcd';

test('a wrong, a missing, a surplus character and two changed over are each one slip', () => {
  const slips = new Set(oneSlipFrom(UUID));
  for (const typed of [UUID.replace('7', '8'), UUID.slice(1), `${UUID}0`, UUID.replace('c1', '1c')]) {
    expect([typed, new Set(oneSlipFrom(typed)).has(UUID)]).toEqual([typed, true]);
    expect(slips.has(typed)).toBe(true);
  }
  expect(slips.has(UUID)).toBe(false);
});

test('any one slip in any identifier leads back to it, and there are never too many to look up', () => {
  const identifier = fc.stringMatching(/^[0-9A-Z]{8,30}$/);
  fc.assert(
    fc.property(identifier, fc.nat(), fc.constantFrom(...'0123456789ABCXYZ'), (text, at, letter) => {
      const place = at % text.length;
      const typed = text.slice(0, place) + letter + text.slice(place + 1);
      fc.pre(typed !== text && !/^[0-9OoIlSB]+$/.test(typed));
      expect(oneSlipFrom(typed)).toContain(text);
      expect(oneSlipFrom(typed).length).toBeLessThan(11_000);
      expect(slipsBetween(text, typed, 2)).toBeLessThanOrEqual(1);
    }),
    { seed: 7 },
  );
});

test('two wrong digits of a numbered reference are looked up, those of a uuid are too many', () => {
  const texts = twoDigitsFrom('ORDER-2026-0004242');
  expect(texts).toContain('ORDER-2026-0014248');
  expect(texts).not.toContain('ORDER-2026-0004243');
  expect([new Set(texts).size, texts.length]).toEqual([4_455, 4_455]);
  expect(twoDigitsFrom('01234567-8901-2345-6789-012345678901')).toEqual([]);
});

test('characters that look alike are no slip, however many', () => {
  expect(slipsBetween('0RDER-l0OO', 'order-1000', 2)).toBe(0);
  expect(slipsBetween('order-1000', 'order-2099', 2)).toBe(3);
  expect(slipsBetween('order', 'order-1000', 2)).toBe(3);
});

test('short texts may hold fewer slips, and very short ones none', () => {
  expect(['abc', 'abcdefgh', UUID, 'x'.repeat(200)].map(slipsAllowed)).toEqual([0, 1, 2, 0]);
  expect(oneSlipFrom('abc')).toEqual([]);
  expect(leastSimilarity(UUID)).toBeGreaterThan(0.5);
  expect(leastSimilarity('abcdefgh')).toBeLessThan(0.5);
});
