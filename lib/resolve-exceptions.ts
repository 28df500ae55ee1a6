import 'server-only';
import { type Matched, matchByHand } from '@/lib/reconciliation/decision.store';
import { type BulkResolution, MAX_WORKED, type Worked } from '@/lib/reconciliation/exception-work';
import { explainablePairs, explainResolved, resolveExceptions } from '@/lib/reconciliation/exception-work.store';

type Told = { readonly resolution: BulkResolution; readonly remark: string };

/**
 * Resolves exceptions with one reason and remark. Where line and payment are one and only their amounts differ, an
 * explanation also brings the two together, so that no run asks about them again. Tells what became of each.
 */
export async function resolveAll(ids: readonly string[], told: Told, by: string): Promise<Worked[]> {
  if (ids.length > MAX_WORKED) throw new RangeError(`At most ${MAX_WORKED} exceptions are changed in one go.`);
  const pairs = told.resolution === 'ignored' ? [] : await explainablePairs(ids);
  const paired = new Map<string, Worked>();
  for (const { id, lineSeq, legId } of pairs) {
    const { resolution } = told;
    const matched = await matchByHand({ lineSeqs: [lineSeq], legIds: [legId], reason: resolution, by });
    if (matched.outcome === 'matched') await explainResolved(id, told, by);
    paired.set(
      id,
      matched.outcome === 'matched' ? { id, outcome: 'done' } : { id, outcome: 'refused', why: whyNot(matched) },
    );
  }
  const others = await resolveExceptions(
    ids.filter((id) => !paired.has(id)),
    told,
    by,
  );
  const all = new Map([...others.map((one) => [one.id, one] as const), ...paired]);
  return [...new Set(ids)].map((id) => all.get(id) ?? { id, outcome: 'unknown' });
}

/** Why the two could not be brought together. */
function whyNot(matched: Exclude<Matched, { outcome: 'matched' }>): string {
  switch (matched.outcome) {
    case 'not_found':
    case 'nothing_chosen':
      return 'Its line or payment is not there any more; the next run looks at it again.';
    case 'taken':
      return 'Its line or payment has a match already; the next run looks at it again.';
    case 'mixed':
      return `Its line and payment are of two ${matched.what}: they are never subtracted.`;
    case 'amount_unknown':
      return 'The payment’s amount is not known.';
    case 'remainder':
      return 'What is left over was not explained.';
  }
}
