import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { keptText, said } from '@/lib/language/said';
import { keptInEnglish } from '@/lib/language/translator';
import { add, compare } from '@/lib/money';
import { Prisma } from '@/prisma/generated/client';
import { type ChosenLeg, type ChosenLine, chosenLegs, chosenLines } from './chosen.store';
import { explain, signedAmount } from './explain';
import type { MatchEvidence } from './match';
import type { Resolution } from './reason';
import { isRefused } from './refusal.store';
import { holdMatching } from './run.store';
import type { Book } from './view';

/**
 * What people decide about lines and legs. Each decision is a row that stays, through every rebuild, and no pass touches
 * what it is about. All take what an address or a form told: a number or id that cannot be one is simply not there.
 */

export type Matched =
  | { readonly outcome: 'matched'; readonly matchId: string }
  /** Nothing of that number or id, or no payment. */
  | { readonly outcome: 'not_found'; readonly lines: readonly string[]; readonly legs: readonly string[] }
  | { readonly outcome: 'nothing_chosen' }
  /** They have a match already; undo that one first. */
  | { readonly outcome: 'taken'; readonly lines: readonly string[]; readonly legs: readonly string[] }
  /** One match is of one currency and of one book: the bank's, or the own ledger's. */
  | { readonly outcome: 'mixed'; readonly what: 'currencies' | 'books' }
  | { readonly outcome: 'amount_unknown'; readonly legs: readonly string[] }
  /** It does not add up, and nobody said why that is right. `remainder` is lines minus legs, as the bank signs. */
  | { readonly outcome: 'remainder'; readonly remainder: string }
  /** It does not add up, and this person may not say alone that it is right. */
  | { readonly outcome: 'not_alone'; readonly remainder: string; readonly currency: string | null };

/** A run may be under way: a person waits for it. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

export type HandMatch = {
  readonly lineSeqs: readonly string[];
  readonly legIds: readonly string[];
  /** Why what is left over is right; needed where something is. */
  readonly reason?: Resolution | undefined;
  /** Beside the reason, in the person's own words. */
  readonly remark?: string | undefined;
  readonly by: string;
  /** From where, as our server proved it. */
  readonly address?: string | null;
  /** Whether this much may be left over without anybody else; where nothing is said, it may. */
  readonly mayRemain?: (remainder: string, currency: string | null) => boolean;
  /** The second person, who agreed. */
  readonly approvedBy?: string;
};
/** Lines and legs that a person says belong together: one with one, one with many, many with one, many with many. */
export async function matchByHand(asked: HandMatch): Promise<Matched> {
  return prisma().$transaction(async (tx): Promise<Matched> => {
    const matched = await matchIn(tx, asked);
    if (matched.outcome === 'matched') await record(tx, deedOf(asked, matched));
    return matched;
  }, PATIENCE);
}

/** The same as a part of a transaction that logs it: either it is matched, or nothing was written. */
export async function matchIn(tx: Tx, asked: HandMatch): Promise<Matched> {
  const { reason, by, approvedBy, mayRemain } = asked;
  const [lineSeqs, legIds] = [[...new Set(asked.lineSeqs)], [...new Set(asked.legIds)]];
  if (lineSeqs.length === 0 || legIds.length === 0) return { outcome: 'nothing_chosen' };
  await holdMatching(tx);
  const lines = await chosenLines(tx, lineSeqs);
  const [first] = lines;
  const book = first?.book ?? 'bank';
  const legs = await chosenLegs(tx, legIds, book);
  const refusal = refusalOf(lineSeqs, legIds, lines, legs);
  if (refusal) return refusal;
  const sum = total(lines.map(({ amount }) => amount));
  const told = total(legs.flatMap(({ leg }) => signedAmount(leg) ?? []));
  const currency = first?.currency ?? null;
  const explanation = explain(
    { amount: sum, currency, bookedOn: first?.day ?? '' },
    legs.map(({ leg }) => leg),
  );
  const remainder = explanation.outcome === 'told' ? explanation.remainder : add(sum, negated(told));
  const isWhole = compare(remainder, '0') === 0;
  if (!isWhole && !reason) return { outcome: 'remainder', remainder };
  if (!isWhole && mayRemain && !mayRemain(remainder, currency)) return { outcome: 'not_alone', remainder, currency };
  const second = approvedBy === undefined ? [] : [{ criterion: 'second_person', value: approvedBy }];
  const evidence: MatchEvidence = {
    agreed: [{ criterion: 'person', value: by }, ...second],
    rivals: 0,
    explained: explanation.lines.map(({ label, amount }) => ({ label, amount })),
  };
  const because = isWhole ? null : (reason ?? null);
  const matchId = await keep(tx, { ...asked, lineSeqs, legIds }, { book, evidence, remainder, because });
  return { outcome: 'matched', matchId };
}

/** A match as the log tells it. */
function deedOf({ lineSeqs, legIds, reason, remark, by, address = null }: HandMatch, { matchId }: { matchId: string }) {
  return {
    ...({ actor: by, address, action: 'match_made', objectKind: 'match', objectId: matchId } as const),
    detail: { lines: [...lineSeqs], legs: [...legIds], kind: reason, remark },
  };
}

function refusalOf(
  wantedLines: readonly string[],
  wantedLegs: readonly string[],
  lines: readonly ChosenLine[],
  legs: readonly ChosenLeg[],
): Matched | null {
  const known = { lines: new Set(lines.map(({ seq }) => seq)), legs: new Set(legs.map(({ leg }) => leg.id)) };
  const missing = {
    lines: wantedLines.filter((seq) => !known.lines.has(seq)),
    legs: wantedLegs.filter((id) => !known.legs.has(id)),
  };
  if (missing.lines.length + missing.legs.length > 0) return { outcome: 'not_found', ...missing };
  const taken = {
    lines: lines.filter(({ isTaken }) => isTaken).map(({ seq }) => seq),
    legs: legs.filter(({ isTaken }) => isTaken).map(({ leg }) => leg.id),
  };
  if (taken.lines.length + taken.legs.length > 0) return { outcome: 'taken', ...taken };
  if (new Set(lines.map(({ book }) => book)).size > 1) return { outcome: 'mixed', what: 'books' };
  const unknown = legs.filter(({ leg }) => leg.money === null).map(({ leg }) => leg.id);
  if (unknown.length > 0) return { outcome: 'amount_unknown', legs: unknown };
  const currencies = [
    ...lines.map(({ currency }) => currency),
    ...legs.flatMap(({ leg }) => leg.money?.currency ?? []),
  ];
  return new Set(currencies).size > 1 ? { outcome: 'mixed', what: 'currencies' } : null;
}

async function keep(
  tx: Tx,
  { lineSeqs, legIds, remark, by, approvedBy }: HandMatch,
  made: { book: Book; evidence: MatchEvidence; remainder: string; because: Resolution | null },
): Promise<string> {
  const { book, evidence, remainder, because } = made;
  const seqs = lineSeqs.map(BigInt);
  const { id } = await tx.match.create({
    data: { pass: 0, rule: 'hand', ruleVersion: 0, evidence, remainder, reason: because, madeBy: by },
  });
  await tx.matchedLine.createMany({ data: seqs.map((lineSeq) => ({ lineSeq, matchId: id })) });
  await tx.matchedLeg.createMany({ data: legIds.map((legId) => ({ legId, book, matchId: id })) });
  const reason = reasonText(because, remark, approvedBy);
  await tx.matchDecision.create({
    data: { kind: 'confirmed', matchId: id, lineSeqs: seqs, legIds: [...legIds], reason, madeBy: by },
  });
  await tx.$executeRaw`
    WITH closed AS (
      UPDATE match_exceptions SET state = 'resolved', resolution = 'matched', resolved_by = ${by}, resolved_at = now()
      WHERE state <> 'resolved' AND (line_seq = ANY(${seqs}::bigint[]) OR leg_id = ANY(${[...legIds]}::text[]))
      RETURNING id)
    INSERT INTO exception_notes (exception_id, kind, text, made_by) SELECT id, 'resolved', ${reason}, ${by} FROM closed`;
  return String(id);
}

/** Why the two belong together, as it is kept; `null`: they add up. */
function reasonText(because: Resolution | null, remark = '', approvedBy?: string): string | null {
  const reason = because && said(`reasons.resolution.${because}`);
  const words = reason && remark !== '' ? said('reasons.kept.because', { reason, remark }) : reason;
  if (approvedBy === undefined) return words && keptText(words);
  return keptText(said('reasons.kept.approved', { what: words ?? said('reasons.kept.matched'), who: approvedBy }));
}

export type Unmatched = 'undone' | 'not_found' | 'already_undone';

/**
 * Takes one match apart and leaves every other as it is. Its lines and legs are free, and no pass joins the same pair
 * again: who took it apart has said that it was wrong. `why` is what somebody typed, or a kept sentence.
 */
export async function undoMatch(
  matchId: string,
  by: string,
  why: string | null,
  address: string | null = null,
): Promise<Unmatched> {
  if (!/^\d{1,18}$/.test(matchId)) return 'not_found';
  const id = BigInt(matchId);
  return prisma().$transaction(async (tx): Promise<Unmatched> => {
    await holdMatching(tx);
    const match = await tx.match.findUnique({ where: { id } });
    if (!match) return 'not_found';
    if (match.undoneAt) return 'already_undone';
    const lines = await tx.matchedLine.findMany({ where: { matchId: id }, orderBy: { lineSeq: 'asc' } });
    const legs = await tx.matchedLeg.findMany({ where: { matchId: id }, orderBy: { legId: 'asc' } });
    await tx.matchedLine.deleteMany({ where: { matchId: id } });
    await tx.matchedLeg.deleteMany({ where: { matchId: id } });
    await tx.match.update({ where: { id }, data: { undoneBy: by, undoneAt: new Date(), undoneWhy: why } });
    await tx.matchDecision.create({
      data: {
        kind: 'undone',
        matchId: id,
        lineSeqs: lines.map(({ lineSeq }) => lineSeq),
        legIds: legs.map(({ legId }) => legId),
        reason: why,
        madeBy: by,
      },
    });
    await reopen(
      tx,
      lines.map(({ lineSeq }) => lineSeq),
      legs.map(({ legId }) => legId),
      by,
    );
    const held = { lines: lines.map(({ lineSeq }) => String(lineSeq)), legs: legs.map(({ legId }) => legId) };
    await record(tx, {
      ...{ actor: by, address, action: 'match_undone', objectKind: 'match', objectId: matchId },
      detail: {
        ...held,
        remainder: String(match.remainder),
        madeBy: match.madeBy ?? 'desk',
        reason: why && keptInEnglish(why),
      },
    });
    return 'undone';
  }, PATIENCE);
}

const MATCH_UNDONE = keptText(said('reasons.kept.matchUndone'));

/** What people had resolved about them was resolved by the match, or under it: the next run says what still holds. */
async function reopen(tx: Tx, seqs: readonly bigint[], legIds: readonly string[], by: string): Promise<void> {
  await tx.$executeRaw`
    WITH opened AS (
      UPDATE match_exceptions SET state = 'open', resolution = NULL, resolved_by = NULL, resolved_at = NULL
      WHERE state = 'resolved' AND resolved_by IS NOT NULL
        AND (line_seq = ANY(${[...seqs]}::bigint[]) OR leg_id = ANY(${[...legIds]}::text[]))
      RETURNING id)
    INSERT INTO exception_notes (exception_id, kind, text, made_by)
    SELECT id, 'reopened', ${MATCH_UNDONE}, ${by} FROM opened`;
}

export type Refused = 'refused' | 'not_found' | 'matched' | 'already_refused';

/** Says that a line and a leg do not belong together: no pass joins them, and they are not proposed again. */
export async function refusePair(
  lineSeq: string,
  legId: string,
  by: string,
  address: string | null = null,
): Promise<Refused> {
  return prisma().$transaction(async (tx): Promise<Refused> => {
    await holdMatching(tx);
    const [[line], [chosen]] = [await chosenLines(tx, [lineSeq]), await chosenLegs(tx, [legId], 'bank')];
    if (!line || !chosen) return 'not_found';
    const [found] = await tx.$queryRaw<{ isMatched: boolean; isRefused: boolean }[]>`
      SELECT EXISTS (
          SELECT FROM matched_lines l JOIN matched_legs g ON g.match_id = l.match_id
          WHERE l.line_seq = ${BigInt(lineSeq)} AND g.leg_id = ${legId}) AS "isMatched",
        ${isRefused(Prisma.sql`${BigInt(lineSeq)}::bigint`, Prisma.sql`${legId}::text`)} AS "isRefused"`;
    if (found?.isMatched) return 'matched';
    if (found?.isRefused) return 'already_refused';
    await tx.matchDecision.create({
      data: { kind: 'refused', lineSeqs: [BigInt(lineSeq)], legIds: [legId], madeBy: by },
    });
    await record(tx, {
      ...{ actor: by, address, action: 'pair_dismissed', objectKind: 'line', objectId: lineSeq },
      detail: { leg: legId },
    });
    return 'refused';
  }, PATIENCE);
}

export type Reconsidered = 'reconsidered' | 'not_found' | 'not_refused';

/** Takes back that a line and a leg do not belong together, said or undone: they are proposed again, and rules may join them. */
export async function reconsiderPair(
  lineSeq: string,
  legId: string,
  by: string,
  address: string | null = null,
): Promise<Reconsidered> {
  return prisma().$transaction(async (tx): Promise<Reconsidered> => {
    await holdMatching(tx);
    const [[line], [chosen]] = [await chosenLines(tx, [lineSeq]), await chosenLegs(tx, [legId], 'bank')];
    if (!line || !chosen) return 'not_found';
    const [found] = await tx.$queryRaw<{ isRefused: boolean }[]>`
      SELECT ${isRefused(Prisma.sql`${BigInt(lineSeq)}::bigint`, Prisma.sql`${legId}::text`)} AS "isRefused"`;
    if (!found?.isRefused) return 'not_refused';
    await tx.matchDecision.create({
      data: { kind: 'reconsidered', lineSeqs: [BigInt(lineSeq)], legIds: [legId], madeBy: by },
    });
    await record(tx, {
      ...{ actor: by, address, action: 'pair_reconsidered', objectKind: 'line', objectId: lineSeq },
      detail: { leg: legId },
    });
    return 'reconsidered';
  }, PATIENCE);
}

function total(amounts: readonly string[]): string {
  return amounts.reduce(add, '0');
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
