import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { typedAmount } from '@/lib/format';
import type { Region } from '@/lib/language/region';
import { add, toUnits } from '@/lib/money';
import { readLineDetail } from '@/lib/reconciliation/detail.store';
import { exactSets, SET_LIMITS } from '@/lib/reconciliation/exact-sets';
import { signedAmount } from '@/lib/reconciliation/explain';
import { judge, strengthOf } from '@/lib/reconciliation/judge';
import { daysBetween } from '@/lib/reconciliation/local-day';
import type { LegCandidate, LineDetail, LineRow, Strength } from '@/lib/reconciliation/view';
import { firstLegs } from '@/lib/reconciliation/view.store';
import { LEG_LIST, noFilters } from '@/lib/reconciliation/view-query';
import { likelyPairs, nearestParts } from '@/lib/reconciliation/workbench.store';
import type { BenchCandidate, BenchSelection, BenchSets, Proposal } from '@/lib/reconciliation/workbench-view';
import { withKeptTexts } from '@/lib/search-kept.store';
import { shownEnvironment } from '@/lib/shown-environment';

const STRENGTHS: readonly (Strength | null)[] = ['proven', 'unique', 'similar', null];
const FOUND_ROWS = 25;

/** The selected lines, what may belong to them, and what a search over the free payments finds. Unknown lines are left out. */
export async function readSelection(
  sight: Sight,
  seqs: readonly string[],
  find: { readonly text: string; readonly region: Region } | null,
  now: Date,
): Promise<BenchSelection> {
  const details = (await Promise.all(seqs.map((seq) => readLineDetail('clear', seq, now)))).filter(
    (detail) => detail !== null,
  );
  const lines = details.map(({ line }) => line);
  const judged = merged(details.flatMap(candidatesOf));
  const candidates = judged.filter((candidate) => isFree(candidate) && !candidate.isRefused);
  const [only, ...others] = details;
  return seen(sight, {
    lines,
    matched: details.flatMap(({ match }) => match ?? []),
    candidates,
    dismissed: judged.filter((candidate) => isFree(candidate) && candidate.isRefused),
    near: judged.filter(({ isRefused }) => !isRefused),
    whyNot: only && others.length === 0 ? only.whyNot : [],
    sets: find === null ? await readSets(details, candidates) : null,
    found: find === null || lines.length === 0 ? null : await findLegs(sight, find, lines),
  });
}

/** What is proposed for each of some lines: how many free payments, and how strong the strongest is. */
export async function readProposals(lines: readonly LineRow[]): Promise<Record<string, Proposal>> {
  const pairs = await likelyPairs(
    lines.map(({ seq }) => seq),
    shownEnvironment(),
  );
  const strengths = new Map<string, Strength[]>(lines.map(({ seq }) => [seq, []]));
  for (const { seq, line, leg } of pairs) {
    const strength = strengthOf(judge(line, leg));
    if (strength !== 'no') strengths.get(seq)?.push(strength);
  }
  return Object.fromEntries([...strengths].map(([seq, all]) => [seq, { count: all.length, best: bestOf(all) }]));
}

function bestOf(all: readonly Strength[]): Strength | null {
  const best = STRENGTHS.find((strength) => strength !== null && all.includes(strength)) ?? null;
  return honest(best, all.filter((strength) => strength === best).length - 1);
}

/** Account, amount and day are unique only where no other payment has them too. */
function honest(strength: Strength | null, rivals: number): Strength | null {
  return strength === 'unique' && rivals > 0 ? 'similar' : strength;
}

function candidatesOf({ line, candidates }: LineDetail): BenchCandidate[] {
  return candidates.map((candidate) => {
    const isRival = (other: LegCandidate) =>
      other !== candidate && isFree(other) && !other.isRefused && other.strength === candidate.strength;
    const rivals = candidate.strength ? candidates.filter(isRival).length : 0;
    return { ...candidate, strength: honest(candidate.strength, rivals), lineSeq: line.seq, rivals };
  });
}

function isFree({ leg }: LegCandidate): boolean {
  return leg.matchId === null;
}

/** Each payment once, beside the line it fits best; the strongest first. */
function merged(candidates: readonly BenchCandidate[]): BenchCandidate[] {
  const ordered = candidates.toSorted((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength));
  const best = new Map<string, BenchCandidate>();
  for (const candidate of ordered) if (!best.has(candidate.leg.id)) best.set(candidate.leg.id, candidate);
  return [...best.values()];
}

/** Payments that together come to the free lines; `null` where one alone is proven, or the lines cannot be added up. */
async function readSets(
  details: readonly LineDetail[],
  candidates: readonly BenchCandidate[],
): Promise<BenchSets | null> {
  const lines = details.filter(({ match }) => match === null).map(({ line }) => line);
  const [first] = lines;
  const isMixed = lines.some(({ currency, book }) => currency !== first?.currency || book !== first?.book);
  if (!first || isMixed || (lines.length === 1 && candidates.some(({ strength }) => strength === 'proven')))
    return null;
  const target = lines.map(({ amount }) => amount).reduce(add);
  const days = lines.map(({ bookedOn }) => bookedOn).sort();
  const [from = first.bookedOn, to = first.bookedOn] = [days[0], days.at(-1)];
  const { legs, total } = await nearestParts(
    {
      environment: shownEnvironment(),
      book: first.book,
      rail: first.accountRail === 'ledger' ? null : first.accountRail,
      direction: target.startsWith('-') ? 'out' : 'in',
      currency: first.currency,
      atMost: target.replace('-', ''),
      first: from,
      last: to,
    },
    SET_LIMITS.members,
  );
  const members = legs.flatMap((leg) => {
    const amount = signedAmount(leg);
    const daysApart = Math.max(0, daysBetween(leg.localDay, from), daysBetween(to, leg.localDay));
    return amount === null ? [] : [{ id: leg.id, units: toUnits(amount), daysApart }];
  });
  const { sets, stoppedBy } = exactSets(members, toUnits(target), lines.length > 1 ? 1 : 2);
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  return {
    sets: sets.map((ids) => ids.map((id) => byId.get(id)).filter((leg) => leg !== undefined)),
    lookedAt: legs.length,
    leftOut: total - legs.length,
    stoppedBy,
  };
}

/** Longer runs of digits are ids: a CPF and a CUIT have eleven. */
const DIGITS_OF_AN_ID = /^\d{11,}$/;

/** Free payments by an id, a name or an amount as the reader writes amounts. */
async function findLegs(
  sight: Sight,
  { text: find, region }: { readonly text: string; readonly region: Region },
  [line]: readonly LineRow[],
): Promise<NonNullable<BenchSelection['found']>> {
  const kept = await withKeptTexts({ find }, ['find']);
  if (kept === null) return { legs: [], hasMore: false };
  const text = kept.find;
  const amount = DIGITS_OF_AN_ID.test(text) ? null : typedAmount(text.replace(/^[-−]/, ''), region);
  const wanted = amount === null ? { q: text } : { amount_min: amount, amount_max: amount };
  const { rows, hasMore } = await firstLegs(sight, {
    filters: {
      ...noFilters(LEG_LIST),
      ...wanted,
      environment: [shownEnvironment()],
      state: ['expected', 'late', 'exception', 'not_needed'],
      book: line?.book ?? 'bank',
    },
    sort: '-occurred_at',
    limit: FOUND_ROWS,
  });
  return { legs: rows.filter(({ matchId }) => matchId === null), hasMore };
}
