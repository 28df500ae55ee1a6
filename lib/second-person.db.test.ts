import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { changeLimit } from '@/lib/approvals/limit.store';
import { decidedProposals, openAbout, openProposals, readProposal } from '@/lib/approvals/proposal.store';
import { disconnect, prisma } from '@/lib/db';
import { matchByHand, undoMatch } from '@/lib/reconciliation/decision.store';
import { readMatch } from '@/lib/reconciliation/match-view.store';
import { approve, decline, matchOrPropose, withdraw } from './second-person';
import { verifyAudit } from './verify-audit';
import { ANA, BEA, CAI, clearBench, entriesOf, exception, exceptionOf, HERE, leg, line } from './workbench-testing';

afterAll(disconnect);
beforeEach(clearBench);

/** A proposal to match although 500.00 is left over; its lines, legs and id. */
async function proposed(by = ANA) {
  const [seq, id] = [await line('-1500.00'), await leg(randomUUID(), '1000.00')];
  const asked = { lineSeqs: [seq], legIds: [id], reason: 'bank_fee', remark: 'agreed with the bank', by } as const;
  const answer = await matchOrPropose({ ...asked, address: HERE });
  if (answer.outcome !== 'proposed') throw new Error(answer.outcome);
  return { seq, leg: id, id: answer.id, asked };
}

test('up to the limit one person is enough; above it nothing is done and the exceptions wait', async () => {
  const [near, far] = [await line('-1100.00'), await line('-1100.01')];
  const [a, b] = [await leg('a', '1000.00'), await leg('b', '1000.00')];
  const because = { reason: 'bank_fee', remark: 'x', by: ANA } as const;
  expect(await matchOrPropose({ lineSeqs: [near], legIds: [a], ...because })).toMatchObject({ outcome: 'matched' });
  const about = await exceptionOf(far, null, '1100.01');
  const answer = await matchOrPropose({ lineSeqs: [far], legIds: [b], ...because });
  expect(answer.outcome).toBe('proposed');
  expect(await prisma().match.count()).toBe(1);
  expect(await exception(about)).toMatchObject({ state: 'second_person' });
  expect(await openProposals('clear')).toMatchObject([
    {
      kind: 'forced_match',
      amount: '100.01',
      currency: 'MXN',
      proposedBy: ANA,
      outcome: null,
      deed: { held: [about] },
    },
  ]);
  const one = { lines: [far], legs: [], exceptions: [] };
  expect(await openAbout(one)).toHaveLength(1);
  expect(await openAbout({ ...one, lines: [near] })).toEqual([]);
});

test('what adds up needs nobody else, and a currency without a limit always does', async () => {
  const [seq, id] = [await line('-1000.00'), await leg('a', '1000.00')];
  expect(await matchOrPropose({ lineSeqs: [seq], legIds: [id], by: ANA })).toMatchObject({ outcome: 'matched' });
  await changeLimit({ currency: 'MXN', amount: null }, CAI.email, HERE);
  const [other, more] = [await line('-1000.01'), await leg('b', '1000.00')];
  const asked = { lineSeqs: [other], legIds: [more], by: ANA };
  expect(await matchOrPropose(asked)).toMatchObject({ outcome: 'remainder' });
  expect(await matchOrPropose({ ...asked, reason: 'rounding', remark: 'a cent' })).toMatchObject({
    outcome: 'proposed',
  });
  expect((await entriesOf('approval_limit', 'MXN')).at(-1)?.detail).toEqual({ before: { amount: '100' }, after: null });
});

test('the second person does it: both names stand in the match, in the exception and in the log', async () => {
  const { id, seq, leg: legId } = await proposed();
  expect(await approve(id, BEA, HERE)).toEqual({ outcome: 'approved' });
  const { matchId } = await prisma().matchedLine.findUniqueOrThrow({ where: { lineSeq: BigInt(seq) } });
  const match = await readMatch(String(matchId));
  expect(match).toMatchObject({ madeBy: ANA, reason: 'bank_fee', legs: [{ id: legId }] });
  expect(match?.evidence.agreed).toEqual([
    { criterion: 'person', value: ANA },
    { criterion: 'second_person', value: BEA.email },
  ]);
  expect(await readProposal('clear', id)).toMatchObject({ outcome: 'approved', proposedBy: ANA, decidedBy: BEA.email });
  const [made, agreed] = await entriesOf('proposal', id);
  expect(made).toMatchObject({ actor: ANA, action: 'proposal_made', address: HERE });
  expect(agreed).toMatchObject({ actor: BEA.email, action: 'proposal_approved', address: HERE });
  const [done] = await entriesOf('match', String(matchId));
  expect(done?.detail).toMatchObject({ proposedBy: ANA, approvedBy: BEA.email, proposal: id, amount: '500' });
  expect((await verifyAudit()).flaw).toBeNull();
  expect(await undoMatch(String(matchId), ANA, null)).toBe('undone');
});

test('nobody approves their own, however the address is written, in two sessions at once, or by the database', async () => {
  const { id } = await proposed(BEA.email);
  const shouting = { ...BEA, email: 'BEA@desk.test ' };
  const answers = await Promise.all([
    approve(id, BEA, HERE),
    approve(id, BEA, '10.0.0.8'),
    approve(id, shouting, HERE),
  ]);
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'refused', why: 'own' })));
  expect(await decline(id, 'no', BEA, HERE)).toEqual({ outcome: 'refused', why: 'own' });
  const alone = prisma()
    .$executeRaw`UPDATE proposals SET outcome = 'approved', decided_by = 'Bea@desk.test' WHERE id = ${id}`;
  await expect(alone).rejects.toThrow('proposals_two_people');
  expect(await readProposal('clear', id)).toMatchObject({ outcome: null });
  expect(await prisma().match.count()).toBe(0);
});

test('who sees personal data masked sees what was typed so too', async () => {
  const { id } = await proposed();
  await prisma().$executeRaw`
    UPDATE proposals SET deed = jsonb_set(deed, '{remark}', '"CPF 529.982.247-25 asked"'::jsonb) WHERE id = ${id}`;
  expect((await readProposal('clear', id))?.deed.remark).toBe('CPF 529.982.247-25 asked');
  const masked = await readProposal('masked', id);
  expect(masked?.deed.remark).not.toContain('529.982.247-25');
  expect(masked).toMatchObject({ amount: '500', proposedBy: ANA, deed: { reason: 'bank_fee', what: 'match' } });
  expect((await openProposals('masked'))[0]?.deed).toEqual(masked?.deed);
});

test('who has not the right approves nothing', async () => {
  const { id } = await proposed();
  for (const role of ['viewer', 'support', 'analyst', 'engineer'] as const)
    expect(await approve(id, { email: 'dom@desk.test', role }, HERE)).toEqual({
      outcome: 'refused',
      why: 'not_allowed',
    });
  expect(await approve(randomUUID(), BEA, HERE)).toEqual({ outcome: 'refused', why: 'not_found' });
  expect(await approve("' OR 1=1", BEA, HERE)).toEqual({ outcome: 'refused', why: 'not_found' });
});

test('of two who approve at once one does it and the other hears so', async () => {
  const { id } = await proposed();
  const answers = await Promise.all([approve(id, BEA, HERE), approve(id, CAI, HERE), approve(id, BEA, HERE)]);
  expect(answers.filter(({ outcome }) => outcome === 'approved')).toHaveLength(1);
  expect(answers.filter((answer) => 'why' in answer && answer.why === 'decided_before')).toHaveLength(2);
  expect(await prisma().match.count()).toBe(1);
  const again = prisma().$executeRaw`UPDATE proposals SET outcome = 'declined' WHERE id = ${id}`;
  await expect(again).rejects.toThrow('decided once');
});

test('one declined by another with a note, or withdrawn by its own person, changes nothing and frees its exceptions', async () => {
  const first = await proposed();
  const about = await exceptionOf(first.seq, null, '1500.00');
  await prisma().$executeRaw`
    UPDATE match_exceptions SET state = 'second_person', owner = ${ANA} WHERE id = ${BigInt(about)}`;
  await prisma().$executeRaw`UPDATE proposals SET deed = jsonb_set(deed, '{held}', ${JSON.stringify([about])}::jsonb)`;
  expect(await withdraw(first.id, BEA, HERE)).toEqual({ outcome: 'refused', why: 'not_own' });
  expect(await decline(first.id, 'ask the bank first', BEA, HERE)).toEqual({ outcome: 'declined' });
  expect(await exception(about)).toMatchObject({ state: 'in_work' });
  const second = await proposed();
  expect(await withdraw(second.id, { email: ANA, role: 'analyst' }, HERE)).toEqual({ outcome: 'withdrawn' });
  expect(await withdraw(second.id, { email: ANA, role: 'analyst' }, HERE)).toMatchObject({ why: 'decided_before' });
  expect(await prisma().match.count()).toBe(0);
  expect((await decidedProposals('clear', 10)).map(({ outcome, note }) => [outcome, note])).toEqual([
    ['withdrawn', null],
    ['declined', 'ask the bank first'],
  ]);
});

test('asked twice for the same lines, also at once, the second is led to the first', async () => {
  const { id, asked } = await proposed();
  expect(await matchOrPropose({ ...asked, by: CAI.email })).toEqual({ outcome: 'proposed_before', id, by: ANA });
  const [seq, legId] = [await line('-9000.00'), await leg('z', '1.00')];
  const both = await Promise.all(
    [ANA, CAI.email].map((by) => matchOrPropose({ ...asked, lineSeqs: [seq], legIds: [legId], by })),
  );
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['proposed', 'proposed_before']);
});

test('where the world has moved on it ends as failed with the reason, and nothing is half done', async () => {
  const { id, seq } = await proposed();
  const other = await leg('other', '1500.00');
  expect(await matchByHand({ lineSeqs: [seq], legIds: [other], by: CAI.email })).toMatchObject({ outcome: 'matched' });
  expect(await approve(id, BEA, HERE)).toEqual({ outcome: 'failed', why: 'taken' });
  expect(await prisma().match.count()).toBe(1);
  expect(await readProposal('clear', id)).toMatchObject({ outcome: 'failed', note: 'taken' });
  expect((await entriesOf('proposal', id)).at(-1)).toMatchObject({
    action: 'proposal_failed',
    detail: { why: 'taken' },
  });

  const gone = await proposed();
  await prisma().line.delete({ where: { seq: BigInt(gone.seq) } });
  expect(await approve(gone.id, BEA, HERE)).toEqual({ outcome: 'failed', why: 'gone' });

  const changed = await proposed();
  await prisma().line.update({ where: { seq: BigInt(changed.seq) }, data: { amount: '-1600.00' } });
  expect(await approve(changed.id, BEA, HERE)).toEqual({ outcome: 'failed', why: 'changed' });
});
