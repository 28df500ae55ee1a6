import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { GOLDEN } from './reconciliation/golden';
import type { LineVerdict } from './reconciliation/golden-case';

beforeEach(emptyDesk);
afterAll(disconnect);

/** What the database says of a line, in the words of the golden data. A proposal is told by its absence of exceptions. */
async function verdictOf(seq: bigint): Promise<LineVerdict | { verdict: 'proposal' }> {
  const line = await prisma().line.findUniqueOrThrow({ where: { seq } });
  if (line.kind !== 'payment') return { verdict: 'not_needed' };
  const held = await prisma().matchedLine.findUnique({ where: { lineSeq: seq } });
  if (held) {
    const { pass } = await prisma().match.findUniqueOrThrow({ where: { id: held.matchId } });
    const legs = await prisma().matchedLeg.findMany({ where: { matchId: held.matchId }, orderBy: { legId: 'asc' } });
    return { verdict: 'matched', pass: pass as 1 | 2, legs: legs.map(({ legId }) => legId) };
  }
  const found = await prisma().matchException.findFirst({ where: { lineSeq: seq, state: 'open' } });
  return found ? ({ verdict: 'exception', reason: found.reason } as LineVerdict) : { verdict: 'proposal' };
}

test.each(GOLDEN.map((one) => [`${one.account}: ${one.name}`, one] as const))('%s', async (_, one) => {
  const { account, transactions, legs, lines, expected } = one;
  await putPayments(transactions);
  const seqs = await putStatement(account, lines);
  await reconcile({ isDry: false, requestedBy: null });
  // Which legs are proposed is for the screen to say; that nothing was matched or accused is what a run decides.
  const wanted = expected.lines.map((verdict) => (verdict.verdict === 'proposal' ? { verdict: 'proposal' } : verdict));
  expect(await Promise.all(seqs.map(verdictOf))).toEqual(wanted);

  const found = await prisma().matchException.findMany({ where: { reason: 'missing_at_bank', state: 'open' } });
  const kept = new Set(lines.map(({ currency }) => currency));
  const isKept = ({ legId }: { legId: string | null }) =>
    account !== 'ledger' ||
    legs.some(({ id, rail, money }) => id === legId && rail === 'chain' && kept.has(money?.currency ?? null));
  const missing = expected.openLegs.filter(
    ({ verdict, leg }) => verdict === 'missing_at_bank' && isKept({ legId: leg }),
  );
  expect(
    found
      .filter(isKept)
      .map(({ legId }) => legId)
      .sort(),
  ).toEqual(missing.map(({ leg }) => leg).sort());
});
