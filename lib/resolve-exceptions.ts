import 'server-only';
import { needsSecond } from '@/lib/approvals/limit';
import { readApprovalLimits } from '@/lib/approvals/limit.store';
import type { ProposedDeed } from '@/lib/approvals/proposal';
import { type Said, said } from '@/lib/language/said';
import { type Matched, matchByHand } from '@/lib/reconciliation/decision.store';
import { type BulkResolution, MAX_WORKED, type Worked } from '@/lib/reconciliation/exception-work';
import { type AtStake, atStake, explainResolved, resolveExceptions } from '@/lib/reconciliation/exception-work.store';
import { isRemainderReason, type RemainderReason } from '@/lib/reconciliation/running-sum';
import { propose } from '@/lib/second-person';

type Told = { readonly resolution: BulkResolution; readonly remark: string };
type Explained = { readonly reason: RemainderReason; readonly remark: string };
type Doer = { readonly by: string; readonly address: string | null };

/**
 * Resolves exceptions with one reason and remark. Where line and payment are one and only their amounts differ, an
 * explanation also brings the two together, so that no run asks about them again. What is above the limit of its currency
 * is proposed to a second person instead, whether it shall be explained or ignored. Tells what became of each.
 */
export async function resolveAll(
  ids: readonly string[],
  told: Told,
  by: string,
  address: string | null = null,
): Promise<Worked[]> {
  if (ids.length > MAX_WORKED) throw new RangeError(`At most ${MAX_WORKED} exceptions are changed in one go.`);
  const { resolution, remark } = told;
  const apart = new Map<string, Worked>();
  const limits = await readApprovalLimits();
  for (const one of await atStake(ids)) {
    const isTooMuch = needsSecond(one.amount, one.currency, limits);
    if (isRemainderReason(resolution)) {
      if (!one.isPair && !one.isHeld && !isTooMuch) continue;
      apart.set(one.id, await explain(one, { reason: resolution, remark }, { by, address }, limits));
    } else if (isTooMuch) apart.set(one.id, await ask('ignore', one, { reason: resolution, remark }, { by, address }));
  }
  const others = await resolveExceptions(
    ids.filter((id) => !apart.has(id)),
    told,
    ...([by, address] as const),
  );
  const all = new Map([...others.map((one) => [one.id, one] as const), ...apart]);
  return [...new Set(ids)].map((id) => all.get(id) ?? { id, outcome: 'unknown' });
}

async function explain(
  one: AtStake,
  { reason, remark }: Explained,
  doer: Doer,
  limits: Awaited<ReturnType<typeof readApprovalLimits>>,
): Promise<Worked> {
  const { id, lineSeq, legId } = one;
  const { by, address } = doer;
  if (one.isHeld || !one.isPair || lineSeq === null || legId === null)
    return ask('resolve', one, { reason, remark }, doer);
  const mayRemain = (remainder: string, currency: string | null) => !needsSecond(remainder, currency, limits);
  const matched = await matchByHand({ lineSeqs: [lineSeq], legIds: [legId], reason, by, address, mayRemain });
  if (matched.outcome === 'not_alone') {
    const { remainder, currency } = matched;
    return ask('match', { ...one, amount: remainder.replace(/^-/, ''), currency }, { reason, remark }, doer);
  }
  if (matched.outcome !== 'matched') return { id, outcome: 'refused', why: whyNot(matched) };
  await explainResolved(id, { resolution: reason, remark }, by);
  return { id, outcome: 'done' };
}

/** Asks a second person to write it off, by a match or alone, or to ignore it. */
async function ask(
  what: 'match' | 'resolve' | 'ignore',
  { id, amount, currency, lineSeq, legId }: AtStake,
  told: Pick<ProposedDeed, 'reason' | 'remark'>,
  { by, address }: Doer,
): Promise<Worked> {
  const lines = lineSeq === null ? [] : [lineSeq];
  const legs = legId === null ? [] : [legId];
  const [kind, does] = what === 'ignore' ? (['ignore', 'resolve'] as const) : (['write_off', what] as const);
  const deed = { what: does, lines, legs, exception: id, held: [], ...told };
  const asked = { kind, deed, amount, currency: currency ?? '', proposedBy: by };
  const proposed = await propose(asked, address);
  return proposed.outcome === 'proposed'
    ? { id, outcome: 'waiting' }
    : { id, outcome: 'refused', why: said('exceptions.refused.heldBy', { who: proposed.by }) };
}

/** Why the two could not be brought together. */
function whyNot(matched: Exclude<Matched, { outcome: 'matched' | 'not_alone' }>): Said {
  switch (matched.outcome) {
    case 'not_found':
    case 'nothing_chosen':
      return said('exceptions.refused.gone');
    case 'taken':
      return said('exceptions.refused.taken');
    case 'mixed':
      return said(`exceptions.refused.${matched.what}`);
    case 'amount_unknown':
      return said('exceptions.refused.amountUnknown');
    case 'remainder':
      return said('exceptions.refused.remainder');
  }
}
