/**
 * Sets of payments whose sum is an amount to the last digit, the smallest set first. How much is looked at is bounded and
 * said: a search that stopped has not shown that there is nothing more.
 */

/** Something that may be part of a set; both are for the caller's own units, signed as the bank signs. */
export type SetMember = {
  readonly id: string;
  readonly units: bigint;
  /** How far from the line's day, without sign; the nearest are looked at first. */
  readonly daysApart: number;
};

export const SET_LIMITS = {
  /** The nearest in day are looked at, and no more than these. */
  members: 40,
  /** Members tried. */
  steps: 20_000,
  /** Sets told. */
  sets: 5,
} as const;

export type ExactSets = {
  /** Ids in one order; a set is told once. */
  readonly sets: readonly (readonly string[])[];
  /** Those of the members that were not looked at, since others are nearer. */
  readonly leftOut: number;
  readonly steps: number;
  /** `null`: all there is was looked at. */
  readonly stoppedBy: 'steps' | 'sets' | null;
};

type Search = {
  readonly members: readonly SetMember[];
  /** Sums of the first n members: bounds for what n more of them can reach. */
  readonly sums: readonly bigint[];
  readonly places: ReadonlyMap<bigint, readonly number[]>;
  readonly found: string[][];
  readonly limits: SetLimits;
  steps: number;
  stoppedBy: ExactSets['stoppedBy'];
};

export type SetLimits = { readonly members: number; readonly steps: number; readonly sets: number };

/** The sets of at least `smallest` members whose units add up to `target`. The order of `given` decides nothing. */
export function exactSets(
  given: readonly SetMember[],
  target: bigint,
  smallest = 2,
  limits: SetLimits = SET_LIMITS,
): ExactSets {
  const unique = [...new Map(given.map((member) => [member.id, member])).values()];
  const nearest = unique.sort((a, b) => a.daysApart - b.daysApart || orderOf(a.id, b.id)).slice(0, limits.members);
  const search = prepare(nearest, limits);
  for (let size = Math.max(1, smallest); size <= nearest.length && !search.stoppedBy; size++) {
    extend(search, [], 0, size, target);
  }
  return {
    sets: search.found,
    leftOut: unique.length - nearest.length,
    steps: search.steps,
    stoppedBy: search.stoppedBy,
  };
}

function prepare(nearest: readonly SetMember[], limits: SetLimits): Search {
  const members = [...nearest].sort((a, b) => (a.units === b.units ? orderOf(a.id, b.id) : a.units > b.units ? -1 : 1));
  const sums = [0n];
  const places = new Map<bigint, number[]>();
  members.forEach(({ units }, at) => {
    sums.push((sums[at] ?? 0n) + units);
    places.set(units, [...(places.get(units) ?? []), at]);
  });
  return { members, sums, places, found: [], limits, steps: 0, stoppedBy: null };
}

/** Adds `missing` members from place `from` on, so that they come to `rest`. */
function extend(search: Search, chosen: readonly string[], from: number, missing: number, rest: bigint): void {
  if (missing === 1) {
    finish(search, chosen, from, rest);
    return;
  }
  const { members, limits } = search;
  for (let at = from; at + missing <= members.length && !search.stoppedBy; at++) {
    if (!isInReach(search, at, missing, rest)) continue;
    const member = members[at];
    if (!member || !isStepLeft(search)) return;
    extend(search, [...chosen, member.id], at + 1, missing - 1, rest - member.units);
    if (search.found.length >= limits.sets) search.stoppedBy ??= 'sets';
  }
}

/** The last member is looked up by what is still missing. */
function finish(search: Search, chosen: readonly string[], from: number, rest: bigint): void {
  if (!isStepLeft(search)) return;
  for (const at of search.places.get(rest) ?? []) {
    const member = search.members[at];
    if (at < from || !member) continue;
    if (search.found.length >= search.limits.sets) {
      search.stoppedBy = 'sets';
      return;
    }
    search.found.push([...chosen, member.id]);
  }
}

/** Largest first, so that the next `missing` are the most, and the last ones the least, that can be added. */
function isInReach({ sums, members }: Search, at: number, missing: number, rest: bigint): boolean {
  const sum = (first: number, end: number) => (sums[end] ?? 0n) - (sums[first] ?? 0n);
  return sum(at, at + missing) >= rest && sum(members.length - missing, members.length) <= rest;
}

function isStepLeft(search: Search): boolean {
  if (search.steps >= search.limits.steps) {
    search.stoppedBy = 'steps';
    return false;
  }
  search.steps++;
  return true;
}

function orderOf(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
