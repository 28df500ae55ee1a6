import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { add, compare } from '@/lib/money';
import { Prisma } from '@/prisma/generated/client';
import { explain, signedAmount } from './explain';
import type { Leg } from './leg';
import type { MatchEvidence } from './match';
import { RESOLUTIONS, type Resolution } from './reason';
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
  | { readonly outcome: 'remainder'; readonly remainder: string };

/** A run may be under way: a person waits for it. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

type HandMatch = {
  readonly lineSeqs: readonly string[];
  readonly legIds: readonly string[];
  /** Why what is left over is right; needed where something is. */
  readonly reason?: Resolution | undefined;
  /** Beside the reason, in the person's own words. */
  readonly remark?: string | undefined;
  readonly by: string;
};
type ChosenLine = { seq: string; amount: string; currency: string; day: string; book: Book; isTaken: boolean };
type ChosenLeg = { leg: Leg; isTaken: boolean };

/** Lines and legs that a person says belong together: one with one, one with many, many with one, many with many. */
export async function matchByHand({ lineSeqs, legIds, reason, remark, by }: HandMatch): Promise<Matched> {
  const [wantedLines, wantedLegs] = [[...new Set(lineSeqs)], [...new Set(legIds)]];
  if (wantedLines.length === 0 || wantedLegs.length === 0) return { outcome: 'nothing_chosen' };
  return prisma().$transaction(async (tx): Promise<Matched> => {
    await holdMatching(tx);
    const lines = await readLines(tx, wantedLines);
    const book = lines[0]?.book ?? 'bank';
    const legs = await readLegs(tx, wantedLegs, book);
    const refusal = refusalOf(wantedLines, wantedLegs, lines, legs);
    if (refusal) return refusal;
    const sum = total(lines.map(({ amount }) => amount));
    const told = total(legs.flatMap(({ leg }) => signedAmount(leg) ?? []));
    const [first] = lines;
    const explanation = explain(
      { amount: sum, currency: first?.currency ?? null, bookedOn: first?.day ?? '' },
      legs.map(({ leg }) => leg),
    );
    const remainder = explanation.outcome === 'told' ? explanation.remainder : add(sum, negated(told));
    const isWhole = compare(remainder, '0') === 0;
    if (!isWhole && !reason) return { outcome: 'remainder', remainder };
    const evidence: MatchEvidence = {
      agreed: [{ criterion: 'person', value: by }],
      rivals: 0,
      explained: explanation.lines.map(({ label, amount }) => ({ label, amount })),
    };
    const because = isWhole ? null : (reason ?? null);
    const matchId = await keep(
      tx,
      { lineSeqs: wantedLines, legIds: wantedLegs, remark, by },
      { book, evidence, remainder, because },
    );
    return { outcome: 'matched', matchId };
  }, PATIENCE);
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
  { lineSeqs, legIds, remark, by }: HandMatch,
  made: { book: Book; evidence: MatchEvidence; remainder: string; because: Resolution | null },
): Promise<string> {
  const { book, evidence, remainder, because } = made;
  const seqs = lineSeqs.map(BigInt);
  const { id } = await tx.match.create({
    data: { pass: 0, rule: 'hand', ruleVersion: 0, evidence, remainder, reason: because, madeBy: by },
  });
  await tx.matchedLine.createMany({ data: seqs.map((lineSeq) => ({ lineSeq, matchId: id })) });
  await tx.matchedLeg.createMany({ data: legIds.map((legId) => ({ legId, book, matchId: id })) });
  const reason = because && [RESOLUTIONS[because], remark].filter(Boolean).join(': ');
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

export type Unmatched = 'undone' | 'not_found' | 'already_undone';

/**
 * Takes one match apart and leaves every other as it is. Its lines and legs are free, and no pass joins the same pair
 * again: who took it apart has said that it was wrong.
 */
export async function undoMatch(matchId: string, by: string, why: string | null): Promise<Unmatched> {
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
    return 'undone';
  }, PATIENCE);
}

/** What people had resolved about them was resolved by the match, or under it: the next run says what still holds. */
async function reopen(tx: Tx, seqs: readonly bigint[], legIds: readonly string[], by: string): Promise<void> {
  await tx.$executeRaw`
    WITH opened AS (
      UPDATE match_exceptions SET state = 'open', resolution = NULL, resolved_by = NULL, resolved_at = NULL
      WHERE state = 'resolved' AND resolved_by IS NOT NULL
        AND (line_seq = ANY(${[...seqs]}::bigint[]) OR leg_id = ANY(${[...legIds]}::text[]))
      RETURNING id)
    INSERT INTO exception_notes (exception_id, kind, text, made_by)
    SELECT id, 'reopened', 'Its match was undone', ${by} FROM opened`;
}

export type Refused = 'refused' | 'not_found' | 'matched' | 'already_refused';

/** Says that a line and a leg do not belong together: no pass joins them, and they are not proposed again. */
export async function refusePair(lineSeq: string, legId: string, by: string): Promise<Refused> {
  return prisma().$transaction(async (tx): Promise<Refused> => {
    await holdMatching(tx);
    const [[line], [chosen]] = [await readLines(tx, [lineSeq]), await readLegs(tx, [legId], 'bank')];
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
    return 'refused';
  }, PATIENCE);
}

export type Reconsidered = 'reconsidered' | 'not_found' | 'not_refused';

/** Takes back that a line and a leg do not belong together, said or undone: they are proposed again, and rules may join them. */
export async function reconsiderPair(lineSeq: string, legId: string, by: string): Promise<Reconsidered> {
  return prisma().$transaction(async (tx): Promise<Reconsidered> => {
    await holdMatching(tx);
    const [[line], [chosen]] = [await readLines(tx, [lineSeq]), await readLegs(tx, [legId], 'bank')];
    if (!line || !chosen) return 'not_found';
    const [found] = await tx.$queryRaw<{ isRefused: boolean }[]>`
      SELECT ${isRefused(Prisma.sql`${BigInt(lineSeq)}::bigint`, Prisma.sql`${legId}::text`)} AS "isRefused"`;
    if (!found?.isRefused) return 'not_refused';
    await tx.matchDecision.create({
      data: { kind: 'reconsidered', lineSeqs: [BigInt(lineSeq)], legIds: [legId], madeBy: by },
    });
    return 'reconsidered';
  }, PATIENCE);
}

async function readLines(tx: Tx, seqs: readonly string[]): Promise<ChosenLine[]> {
  const numbers = seqs.filter((seq) => /^\d{1,18}$/.test(seq)).map(BigInt);
  return tx.$queryRaw`
    SELECT l.seq::text AS seq, l.amount::text AS amount, l.currency, l.booked_on::text AS day,
      CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book,
      EXISTS (SELECT FROM matched_lines m WHERE m.line_seq = l.seq) AS "isTaken"
    FROM lines l JOIN bank_accounts a ON a.id = l.account_id
    WHERE l.seq = ANY(${numbers}::bigint[]) AND l.kind = 'payment' ORDER BY l.booked_on, l.seq`;
}

async function readLegs(tx: Tx, ids: readonly string[], book: Book): Promise<ChosenLeg[]> {
  const storable = ids.filter((id) => id.isWellFormed() && !id.includes('\u0000'));
  return tx.$queryRaw`
    SELECT g.data AS leg, EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = g.id AND m.book = ${book}) AS "isTaken"
    FROM legs g WHERE g.id = ANY(${storable}::text[]) ORDER BY g.id`;
}

function total(amounts: readonly string[]): string {
  return amounts.reduce(add, '0');
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
