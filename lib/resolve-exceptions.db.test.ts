import { afterAll, beforeEach, expect, test } from 'vitest';
import { openProposals } from '@/lib/approvals/proposal.store';
import { disconnect, prisma } from '@/lib/db';
import { inEnglish, keptInEnglish } from '@/lib/language/translator';
import { resolveExceptions, waitWithException } from '@/lib/reconciliation/exception-work.store';
import { resolveAll } from './resolve-exceptions';
import { approve } from './second-person';
import { ANA, BEA, clearBench, entriesOf, exception, exceptionOf, HERE, leg, line } from './workbench-testing';

afterAll(disconnect);
beforeEach(clearBench);

test('exceptions resolved at once: those above the limit wait for a second person, the others are done', async () => {
  const [small, large, unknown] = await Promise.all([
    exceptionOf(null, null, '100.00'),
    exceptionOf(null, null, '100.01'),
    exceptionOf(null, null, null),
  ]);
  const told = { resolution: 'write_off', remark: 'too old' } as const;
  expect(await resolveAll([small, large, unknown], told, ANA, HERE)).toMatchObject([
    { id: small, outcome: 'done' },
    { id: large, outcome: 'waiting' },
    { id: unknown, outcome: 'refused' },
  ]);
  expect(await exception(large)).toMatchObject({ state: 'second_person' });
  expect(await resolveAll([large], told, ANA, HERE)).toMatchObject([{ outcome: 'refused' }]);
  expect(await resolveExceptions([large], { resolution: 'ignored', remark: 'no' }, ANA)).toMatchObject([
    { outcome: 'refused' },
  ]);
  expect(await waitWithException(large, '2030-01-01', 'no', ANA)).toMatchObject([{ outcome: 'refused' }]);
  const [open] = await openProposals('clear');
  expect(await approve(open?.id ?? '', BEA, HERE)).toEqual({ outcome: 'approved' });
  expect(await exception(large)).toMatchObject({ state: 'resolved', resolution: 'write_off', resolvedBy: ANA });
  const [resolved] = await entriesOf('exception', large);
  expect(resolved?.detail).toMatchObject({ proposedBy: ANA, approvedBy: BEA.email, kind: 'write_off' });
  const note = await prisma().exceptionNote.findFirst({ where: { exceptionId: BigInt(large), kind: 'resolved' } });
  expect(note?.madeBy).toBe(ANA);
  expect(keptInEnglish(note?.text ?? '')).toBe(`too old (approved by ${BEA.email})`);
});

test('to ignore an exception above the limit also needs a second person, and one whose amount is unknown does not', async () => {
  const [seq, legId] = [await line('-1500.00'), await leg('pair', '1000.00')];
  const [small, large, unknown] = await Promise.all([
    exceptionOf(null, null, '100.00'),
    exceptionOf(seq, legId, '500.00'),
    exceptionOf(null, null, null),
  ]);
  const told = { resolution: 'ignored', remark: 'a test of the provider' } as const;
  expect(await resolveAll([small, large, unknown], told, ANA, HERE)).toEqual([
    { id: small, outcome: 'done' },
    { id: large, outcome: 'waiting' },
    { id: unknown, outcome: 'done' },
  ]);
  expect(await exception(large)).toMatchObject({ state: 'second_person' });
  const [again] = await resolveAll([large], told, BEA.email, HERE);
  expect(again?.why && inEnglish(again.why)).toBe(`It waits for a second person already: asked by ${ANA}.`);
  const [open] = await openProposals('clear');
  expect(open).toMatchObject({ kind: 'ignore', amount: '500', deed: { what: 'resolve', reason: 'ignored' } });
  const alone = await approve(open?.id ?? '', { email: ANA, role: 'approver' }, HERE);
  expect(alone).toEqual({ outcome: 'refused', why: 'own' });
  expect(await approve(open?.id ?? '', BEA, HERE)).toEqual({ outcome: 'approved' });
  expect(await exception(large)).toMatchObject({ state: 'resolved', resolution: 'ignored', resolvedBy: ANA });
  expect(await prisma().matchedLeg.count({ where: { legId } })).toBe(0);
});

test('an explanation of two amounts above the limit brings line and payment together once it is approved', async () => {
  const [seq, legId] = [await line('-1500.00'), await leg('pair', '1000.00')];
  const about = await exceptionOf(seq, legId, '500.00');
  const told = { resolution: 'tax', remark: 'withheld' } as const;
  expect(await resolveAll([about], told, ANA, HERE)).toEqual([{ id: about, outcome: 'waiting' }]);
  const [open] = await openProposals('clear');
  expect(open).toMatchObject({ kind: 'write_off', amount: '500', deed: { what: 'match', exception: about } });
  expect(await approve(open?.id ?? '', BEA, HERE)).toEqual({ outcome: 'approved' });
  expect(await exception(about)).toMatchObject({ state: 'resolved', resolution: 'tax', remark: 'withheld' });
  expect(await prisma().matchedLeg.count({ where: { legId } })).toBe(1);
});

test('an exception that resolved itself meanwhile, or is of another amount, is not written off', async () => {
  const [itself, other] = [await exceptionOf(null, null, '200.00'), await exceptionOf(null, null, '300.00')];
  await resolveAll([itself, other], { resolution: 'write_off', remark: 'too old' }, ANA, HERE);
  await prisma().$executeRaw`
    UPDATE match_exceptions SET state = 'resolved', resolution = 'itself' WHERE id = ${BigInt(itself)}`;
  await prisma().$executeRaw`UPDATE match_exceptions SET amount = 300.01 WHERE id = ${BigInt(other)}`;
  const byException = new Map((await openProposals('clear')).map(({ id, deed }) => [deed.exception, id]));
  expect(await approve(byException.get(itself) ?? '', BEA, HERE)).toEqual({ outcome: 'failed', why: 'resolved' });
  expect(await approve(byException.get(other) ?? '', BEA, HERE)).toEqual({ outcome: 'failed', why: 'changed' });
  expect(await exception(other)).toMatchObject({ state: 'open' });
});
