import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { said } from './language/said';
import { keptInEnglish } from './language/translator';
import { rebuild } from './rebuild';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { matchByHand, reconsiderPair, refusePair, undoMatch } from './reconciliation/decision.store';
import { readLineDetail } from './reconciliation/detail.store';
import { resolveExceptions } from './reconciliation/exception-work.store';
import { GOLDEN } from './reconciliation/golden';
import type { GoldenCase } from './reconciliation/golden-case';
import { type LineChange, lineChangeSchema } from './reconciliation/line-correction';
import { correctionsOf, correctLines, undoCorrections } from './reconciliation/line-correction.store';
import { readProposals } from './workbench';

beforeEach(emptyDesk);
afterAll(disconnect);

const BY = 'ana@example.com';
const NOW = new Date('2026-07-01T12:00:00Z');
const run = () => reconcile({ isDry: false, requestedBy: null, now: NOW });
const correct = (seqs: readonly string[], change: LineChange, reason = 'seen in the file') =>
  correctLines(seqs, { change: lineChangeSchema.parse(change), reason, by: BY });

/** A SPEI payment whose line carries its clave de rastreo. */
const CASE = GOLDEN.find(
  ({ account, expected, lines }) =>
    account === 'spei' &&
    lines.length === 1 &&
    lines[0]?.ids.some(({ kind }) => kind === 'clave_rastreo') &&
    expected.lines[0]?.verdict === 'matched' &&
    expected.lines[0].pass === 1,
) as GoldenCase;
const [LINE] = CASE.lines;
const CLAVE = LINE?.ids.find(({ kind }) => kind === 'clave_rastreo')?.value ?? '';

/** The payment, unless nobody told of it yet, and its line with these ids; the line's number. */
async function put(ids: GoldenCase['lines'][number]['ids'] = [], isTold = true): Promise<string> {
  if (isTold) await putPayments(CASE.transactions);
  const [seq] = await putStatement('spei', LINE ? [{ ...LINE, ids }] : []);
  return String(seq);
}

async function ids(outcome: Promise<Awaited<ReturnType<typeof correctLines>>>): Promise<readonly string[]> {
  const corrected = await outcome;
  if (corrected.outcome !== 'corrected') throw new Error(corrected.outcome);
  return corrected.ids;
}

const exceptionsOf = (seq: string) =>
  prisma().matchException.findMany({
    where: { lineSeq: BigInt(seq) },
    select: { state: true, resolution: true, remark: true, resolvedBy: true },
  });
const matchOf = (seq: string) => prisma().matchedLine.findUnique({ where: { lineSeq: BigInt(seq) } });

test('an id that a person adds is what the next run matches by, and the match must go before the line is corrected again', async () => {
  const seq = await put([], false);
  await run();
  expect(await matchOf(seq)).toBeNull();
  expect(await exceptionsOf(seq)).toMatchObject([{ state: 'open' }]);
  const written = `${CLAVE.slice(0, 8)} ${CLAVE.slice(8)}`;
  await ids(correct([seq], { addedIds: [{ kind: 'clave_rastreo', value: written }] }));
  expect(await exceptionsOf(seq)).toMatchObject([{ state: 'open' }]);
  await putPayments(CASE.transactions);
  await run();
  const matched = await matchOf(seq);
  expect(matched).not.toBeNull();
  expect(await exceptionsOf(seq)).toMatchObject([{ state: 'resolved', resolution: 'itself' }]);
  expect(await correct([seq], { kind: 'fee' })).toEqual({ outcome: 'matched', matchIds: [String(matched?.matchId)] });
  const [made] = await correctionsOf('clear', seq);
  expect(await undoCorrections([made?.seq ?? ''], 'no', BY)).toMatchObject({ outcome: 'matched' });
  expect(made).toMatchObject({
    changes: [{ label: said('legs.found.clave_rastreo'), before: null, after: written }],
    reason: 'seen in the file',
    madeBy: BY,
    isUndo: false,
  });
});

test('a line that is a fee leaves the work and its exceptions resolve by themselves, until that is taken back', async () => {
  const seq = await put([], false);
  await run();
  const made = await ids(correct([seq], { kind: 'fee' }, 'Monthly commission'));
  const closed = { state: 'resolved', resolution: 'corrected', remark: 'Monthly commission', resolvedBy: null };
  expect(await exceptionsOf(seq)).toEqual([closed]);
  expect((await run()).figures).toMatchObject({ linesIn: 0 });
  expect(await exceptionsOf(seq)).toEqual([closed]);
  const { line, candidates } = (await readLineDetail('clear', seq, NOW)) ?? {};
  expect([line?.kind, candidates, await readProposals(line ? [line] : [])]).toMatchObject([
    'fee',
    [],
    { [seq]: { count: 0 } },
  ]);

  await ids(undoCorrections(made, 'It is a payment after all', BY));
  expect(await exceptionsOf(seq)).toMatchObject([{ state: 'open', resolution: null, remark: null }]);
  expect((await run()).figures).toMatchObject({ linesIn: 1, exceptions: { opened: 0, reopened: 0, resolved: 0 } });
  const notes = await prisma().exceptionNote.findMany({ orderBy: { seq: 'desc' }, take: 2 });
  expect(notes.map(({ kind, text, madeBy }) => [kind, keptInEnglish(text ?? ''), madeBy])).toEqual([
    ['reopened', 'Kind: Bank fee → Payment. It is a payment after all', BY],
    ['resolved', 'Kind: Payment → Bank fee. Monthly commission', BY],
  ]);
  expect(await correctionsOf('clear', seq)).toMatchObject([{ isUndo: true }, { isUndo: false }]);
});

test('what a person had resolved stays so, whatever becomes of the line', async () => {
  const seq = await put([], false);
  await run();
  const [{ id } = { id: 0n }] = await prisma().matchException.findMany({ where: { lineSeq: BigInt(seq) } });
  await resolveExceptions([String(id)], { resolution: 'ignored', remark: 'Test money' }, BY);
  const made = await ids(correct([seq], { kind: 'internal' }));
  await ids(undoCorrections(made, 'No', BY));
  expect(await exceptionsOf(seq)).toMatchObject([{ state: 'resolved', resolution: 'ignored', remark: 'Test money' }]);
});

test('all of several lines are corrected, or none', async () => {
  const seq = await put(LINE?.ids);
  await run();
  const [other] = (
    await putStatement('spei', [{ ...(LINE as NonNullable<typeof LINE>), text: 'COMISION', ids: [] }])
  ).map(String);
  expect(await correct([seq, other ?? ''], { kind: 'tax' })).toMatchObject({ outcome: 'matched' });
  expect(await correct([other ?? '', '999999999'], { kind: 'tax' })).toEqual({ outcome: 'not_found' });
  expect(await correct(['1 OR 1'], { kind: 'tax' })).toEqual({ outcome: 'not_found' });
  expect(await correct([other ?? ''], { kind: 'payment' })).toEqual({ outcome: 'unchanged' });
  expect(await correctionsOf('clear', other ?? '')).toEqual([]);
});

test('only the latest correction of a line is undone, and none is ever changed or removed', async () => {
  const seq = await put();
  const first = await ids(correct([seq], { name: 'Acme S.A.' }));
  const second = await ids(correct([seq], { taxId: 'ACM010101AB1' }));
  expect(await undoCorrections(first, 'No', BY)).toEqual({ outcome: 'not_latest' });
  expect(await undoCorrections([...first, ...second], 'No', BY)).toEqual({ outcome: 'not_latest' });
  expect(await undoCorrections(['999999999'], 'No', BY)).toEqual({ outcome: 'not_found' });
  await ids(undoCorrections(second, 'No', BY));
  const { line } = (await readLineDetail('clear', seq, NOW)) ?? {};
  expect(line).toMatchObject({ name: 'Acme S.A.', taxId: LINE?.counterparty.taxId, ids: [] });
  await expect(prisma().$executeRaw`UPDATE line_corrections SET reason = 'other'`).rejects.toThrow(/append-only/);
  await expect(prisma().$executeRaw`DELETE FROM line_corrections`).rejects.toThrow(/append-only/);
});

test('a rebuild keeps what was corrected', async () => {
  const seq = await put();
  await ids(correct([seq], { kind: 'fee', addedIds: [{ kind: 'clave_rastreo', value: CLAVE }] }));
  const kept = await readLineDetail('clear', seq, NOW);
  await rebuild();
  const after = await readLineDetail('clear', seq, NOW);
  expect(after?.line).toEqual(kept?.line);
  expect(after?.line).toMatchObject({ kind: 'fee', ids: [{ kind: 'clave_rastreo', from: 'field' }] });
});

test('a pair that was dismissed, or parted by an undo, may be considered again', async () => {
  const seq = await put(LINE?.ids);
  const [legId = ''] = CASE.expected.lines.flatMap((line) => (line.verdict === 'matched' ? line.legs : []));
  expect(await reconsiderPair(seq, legId, BY)).toBe('not_refused');
  expect(await refusePair(seq, legId, BY)).toBe('refused');
  await run();
  expect(await matchOf(seq)).toBeNull();
  expect(await reconsiderPair(seq, legId, BY)).toBe('reconsidered');
  expect((await readLineDetail('clear', seq, NOW))?.candidates).toMatchObject([{ isRefused: false }]);
  expect(await refusePair(seq, legId, BY)).toBe('refused');
  expect(await reconsiderPair(seq, legId, BY)).toBe('reconsidered');
  await run();
  const parted = await matchOf(seq);
  expect(await undoMatch(String(parted?.matchId), BY, null)).toBe('undone');
  await run();
  expect(await matchOf(seq)).toBeNull();
  expect(await reconsiderPair(seq, legId, BY)).toBe('reconsidered');
  expect(await reconsiderPair(seq, 'nobody', BY)).toBe('not_found');
  await run();
  expect(await matchOf(seq)).not.toBeNull();
});

test('of a match of several lines that was undone one pair alone is considered again', async () => {
  const [seq, legs] = [await put(), CASE.legs.filter(({ rail }) => rail === 'spei')];
  const [other = ''] = (
    await putStatement('spei', [{ ...(LINE as NonNullable<typeof LINE>), text: 'OTRO', ids: [] }])
  ).map(String);
  const legId = legs[0]?.id ?? '';
  const made = await matchByHand({ lineSeqs: [seq, other], legIds: [legId], reason: 'rounding', remark: 'x', by: BY });
  if (made.outcome !== 'matched') throw new Error(made.outcome);
  await undoMatch(made.matchId, BY, null);
  await reconsiderPair(seq, legId, BY);
  const isRefused = async (line: string) =>
    (await readLineDetail('clear', line, NOW))?.candidates.find(({ leg }) => leg.id === legId)?.isRefused;
  expect([await isRefused(seq), await isRefused(other)]).toEqual([false, true]);
});
