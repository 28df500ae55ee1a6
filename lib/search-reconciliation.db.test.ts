import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { GOLDEN } from './reconciliation/golden';
import { search, searchGroup, searchNear } from './search';
import { keepSearch, readKeptSearch } from './search-kept.store';

/** A SPEI payment whose one line carries its clave, and the same line again: an exception about it. */
const CASE = GOLDEN.find(
  ({ account, expected, lines }) =>
    account === 'spei' &&
    lines.length === 1 &&
    expected.lines[0]?.verdict === 'matched' &&
    expected.lines[0].pass === 1,
);
const line = CASE?.lines[0];
const clave = line?.ids.find(({ kind }) => kind === 'clave_rastreo')?.value ?? '';
let seqs: bigint[] = [];

beforeAll(async () => {
  if (!CASE || !line) throw new Error('The golden set has no such case.');
  await emptyDesk();
  await putPayments(CASE.transactions);
  seqs = await putStatement('spei', [line, { ...line, place: 'again', text: '50% de R_d \\ ÑANDÚ' }]);
  await reconcile({ isDry: false, requestedBy: null, now: new Date('2026-07-01T12:00:00Z') });
});

afterAll(disconnect);

test('a clave finds the payment, the bank’s lines that carry it, and the exceptions about them', async () => {
  expect(clave).not.toBe('');
  const { transactions, lines, exceptions } = await search('clear', clave, { limit: 10 });
  expect(transactions.hits[0]?.transaction.id).toBe(CASE?.transactions[0]?.id);
  expect(lines.hits.map((hit) => hit.line.seq)).toEqual([...seqs].reverse().map(String));
  expect(lines.hits[0]?.matches).toEqual([{ kind: 'clave_rastreo', value: clave, isExact: true }]);
  const open = await prisma().matchException.findMany({ orderBy: { id: 'desc' } });
  expect(open.length).toBeGreaterThan(0);
  expect(exceptions.hits.map((hit) => hit.exception.id)).toEqual(open.map(({ id }) => String(id)));
  expect(exceptions.count).toBe(open.length);
});

test('more lines go on where the last page ended', async () => {
  const first = await search('clear', clave, { limit: 1 });
  expect([first.lines.hits.length, first.lines.count]).toEqual([1, 2]);
  const second = await searchGroup('clear', clave, 'lines', { kind: null, limit: 1, after: first.lines.next });
  expect(second.lines.hits.map((hit) => hit.line.seq)).toEqual([String(seqs[0])]);
  expect(second.lines.next).toBeNull();
});

test('what the bank wrote is found by any part of it, its own signs taken as they are', async () => {
  for (const text of ['50% de', 'r_d \\', 'ñandú']) {
    const { lines } = await searchNear('clear', text, { ways: 'all' });
    expect([text, lines.map((hit) => hit.line.seq)]).toEqual([text, [String(seqs[1])]]);
  }
  expect((await searchNear('clear', '5_% de', { ways: 'all' })).lines).toEqual([]);
});

test('a search that stands in no address is kept for its person alone, and for an hour', async () => {
  const now = new Date('2026-07-01T12:00:00Z');
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const token = await keepSearch('ana', '646180115400230775', now);
  expect(await readKeptSearch('ana', token, later(59))).toBe('646180115400230775');
  expect(await readKeptSearch('bruno', token, later(1))).toBeNull();
  expect(await readKeptSearch('ana', 'another', later(1))).toBeNull();
  expect(await readKeptSearch('ana', token, later(61))).toBeNull();
  await keepSearch('bruno', 'column', later(61));
  expect(await prisma().preference.count({ where: { userId: 'ana' } })).toBe(0);
});
