import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactSets, SET_LIMITS, type SetMember } from './exact-sets';

const member = (id: string, units: bigint, daysApart = 0): SetMember => ({ id, units, daysApart });

describe('sets of payments that add up to a line', () => {
  test('the smallest set comes first', () => {
    const members = [member('a', 60n), member('b', 40n), member('c', 30n), member('d', 10n)];
    const { sets, stoppedBy } = exactSets(members, 100n);
    expect(sets).toEqual([
      ['a', 'b'],
      ['a', 'c', 'd'],
    ]);
    expect(stoppedBy).toBeNull();
  });

  test('a line is no set of one, unless several lines are asked for together', () => {
    expect(exactSets([member('a', 100n)], 100n).sets).toEqual([]);
    expect(exactSets([member('a', 100n)], 100n, 1).sets).toEqual([['a']]);
  });

  test('what came back is taken off what went out', () => {
    const members = [member('out', -300n), member('back', 1n), member('other', -5n)];
    expect(exactSets(members, -299n).sets).toEqual([['back', 'out']]);
  });

  test('equal payments make sets of their own, and more of them than are told is said', () => {
    const members = Array.from({ length: 6 }, (_, i) => member(`m${i}`, 50n));
    const { sets, stoppedBy } = exactSets(members, 100n);
    expect(sets).toHaveLength(SET_LIMITS.sets);
    expect(stoppedBy).toBe('sets');
  });

  test('only the nearest in day are looked at, and how many were not is said', () => {
    const far = Array.from({ length: 3 }, (_, i) => member(`far${i}`, 50n, 9));
    const near = Array.from({ length: SET_LIMITS.members }, (_, i) => member(`near${i}`, BigInt(i + 1) * 1000n));
    const result = exactSets([...far, ...near], 100n);
    expect(result.leftOut).toBe(3);
    expect(result.sets).toEqual([]);
  });

  test('a search without end stops at the stated number of steps and says so', () => {
    // Even numbers never come to an odd one, which no bound can see.
    const members = Array.from({ length: 40 }, (_, i) => member(`m${i}`, BigInt(1000 + 2 * i)));
    const { steps, stoppedBy } = exactSets(members, 20_001n);
    expect(steps).toBe(SET_LIMITS.steps);
    expect(stoppedBy).toBe('steps');
  });

  test('nothing among nothing', () => {
    expect(exactSets([], 0n)).toEqual({ sets: [], leftOut: 0, steps: 0, stoppedBy: null });
  });
});

describe('for any payments', () => {
  const members = fc
    .array(fc.tuple(fc.bigInt({ min: -20n, max: 60n }), fc.nat({ max: 5 })), { maxLength: 14 })
    .map((list) => list.map(([units, days], i) => member(`m${String(i).padStart(2, '0')}`, units, days)));
  const seed = 20_261_122;

  test('every set adds up exactly, and none is told twice', () => {
    fc.assert(
      fc.property(members, fc.bigInt({ min: -50n, max: 200n }), (given, target) => {
        const units = new Map(given.map((one) => [one.id, one.units]));
        const { sets } = exactSets(given, target);
        for (const set of sets) {
          expect(set.reduce((sum, id) => sum + (units.get(id) ?? 0n), 0n)).toBe(target);
          expect(new Set(set).size).toBe(set.length);
        }
        const keys = sets.map((set) => [...set].sort().join(' '));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { seed },
    );
  });

  test('the order in which they come decides nothing', () => {
    const shuffled = members.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.bigInt({ min: -50n, max: 200n }), ([given, other], target) => {
        expect(exactSets(other, target)).toEqual(exactSets(given, target));
      }),
      { seed },
    );
  });

  test('a search that was not stopped found what trying all finds', () => {
    const few = members.map((given) => given.slice(0, 9));
    fc.assert(
      fc.property(few, fc.bigInt({ min: -20n, max: 100n }), (given, target) => {
        const { sets, stoppedBy } = exactSets(given, target, 1, { ...SET_LIMITS, sets: 1000 });
        expect(stoppedBy).toBeNull();
        let count = 0;
        for (let mask = 1; mask < 2 ** given.length; mask++) {
          const sum = given.reduce((total, { units }, i) => ((mask >> i) & 1 ? total + units : total), 0n);
          if (sum === target) count++;
        }
        expect(sets).toHaveLength(count);
      }),
      { seed },
    );
  });
});
