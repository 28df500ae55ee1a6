import { describe, expect, test } from 'vitest';
import { GOLDEN } from './golden';
import { RAIL_OF_ACCOUNT } from './golden-case';
import { run } from './golden-run';

const byLeg = (a: { readonly leg: string }, b: { readonly leg: string }) => (a.leg < b.leg ? -1 : 1);

test('there are at least 150 cases, each with a name and a reason of its own', () => {
  expect(GOLDEN.length).toBeGreaterThanOrEqual(150);
  expect(new Set(GOLDEN.map(({ account, name }) => `${account} ${name}`)).size).toBe(GOLDEN.length);
  expect(GOLDEN.filter(({ why }) => why.length < 10)).toEqual([]);
});

describe.each(['spei', 'pix', 'ars', 'ledger'] as const)('the statement of a %s account', (account) => {
  test.each(GOLDEN.filter((one) => one.account === account))('$name', ({ lines, legs, expected }) => {
    const result = run(lines, legs, RAIL_OF_ACCOUNT[account]);
    const sorted = expected.lines.map((one) => ('legs' in one ? { ...one, legs: [...one.legs].sort() } : one));
    expect(result.lines).toEqual(sorted);
    expect([...result.openLegs].sort(byLeg)).toEqual([...expected.openLegs].sort(byLeg));
  });
});

test('the order of lines and legs decides nothing', () => {
  for (const { account, lines, legs, expected } of GOLDEN) {
    const turned = run([...lines].reverse(), [...legs].reverse(), RAIL_OF_ACCOUNT[account]);
    const sorted = expected.lines.map((one) => ('legs' in one ? { ...one, legs: [...one.legs].sort() } : one));
    expect([...turned.lines].reverse()).toEqual(sorted);
  }
});

test('no leg is matched to two lines', () => {
  for (const { account, lines, legs } of GOLDEN) {
    const matched = run(lines, legs, RAIL_OF_ACCOUNT[account]).lines.flatMap((one) =>
      one.verdict === 'matched' ? one.legs : [],
    );
    expect(new Set(matched).size).toBe(matched.length);
  }
});
