import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect } from '@/lib/db';
import type { Region } from '@/lib/language/region';
import { keptInEnglish } from '@/lib/language/translator';
import { matchByHand, reconsiderPair, refusePair, undoMatch } from '@/lib/reconciliation/decision.store';
import { deedsOf } from '@/lib/reconciliation/deed-log.store';
import { lineChangeSchema } from '@/lib/reconciliation/line-correction';
import { correctLines, undoCorrections } from '@/lib/reconciliation/line-correction.store';
import { readLines } from '@/lib/reconciliation/view.store';
import { LINE_LIST, noFilters } from '@/lib/reconciliation/view-query';
import { readProgress } from '@/lib/reconciliation/workbench.store';
import { readProposals, readSelection } from './workbench';
import { ANA, clearBench, leg, line } from './workbench-testing';

const NOW = new Date('2026-02-11T12:00:00Z');

afterAll(disconnect);

beforeEach(clearBench);

async function proposals() {
  const page = await readLines('clear', { filters: noFilters(LINE_LIST), sort: '-day', limit: 50, cursor: null });
  return 'message' in page ? page : readProposals(page.rows);
}

test('a list says for each line how many payments are likely, and those that are taken or dismissed are none', async () => {
  const [one, two, alone] = [await line('-100.00'), await line('-70.00'), await line('-9.99')];
  const [first, second] = [await leg('a', '100.00'), await leg('b', '100')];
  const other = await leg('c', '70.00');
  expect(await proposals()).toEqual({
    [one]: { count: 2, best: 'similar' },
    [two]: { count: 1, best: 'similar' },
    [alone]: { count: 0, best: null },
  });
  await refusePair(one, first, ANA);
  await matchByHand({ lineSeqs: [two], legIds: [other], by: ANA });
  expect(await proposals()).toMatchObject({ [one]: { count: 1 }, [two]: { count: 0 } });
  const selection = await readSelection('clear', [one], null, NOW);
  expect(selection.candidates.map(({ leg: { id } }) => id)).toEqual([second]);
  expect(selection.dismissed.map(({ leg: { id } }) => id)).toEqual([first]);
});

test('sets of payments come to one line or to several, and payments that are taken are in none', async () => {
  const large = await line('-100.00');
  const ids = [await leg('a', '60.00'), await leg('b', '40.00'), await leg('c', '25.50'), await leg('d', '14.50')];
  const sets = async (...seqs: string[]) =>
    (await readSelection('clear', seqs, null, NOW)).sets?.sets.map((set) => set.map(({ id }) => id).sort());
  expect(await sets(large)).toEqual([
    [ids[0], ids[1]],
    [ids[0], ids[2], ids[3]],
  ]);
  const parts = [await line('-30.00'), await line('-10.00', '2026-02-11')];
  expect((await sets(...parts))?.[0]).toEqual([ids[1]]);
  expect(await matchByHand({ lineSeqs: parts, legIds: [ids[1] ?? ''], by: ANA })).toMatchObject({ outcome: 'matched' });
  expect(await sets(large)).toEqual([[ids[0], ids[2], ids[3]]]);
});

test('a search finds free payments by amount or by their own id, and says nothing of a selection that is gone', async () => {
  const seq = await line('-100.00');
  const id = await leg('a', '1234.50');
  const found = async (text: string, region: Region = 'en') =>
    (await readSelection('clear', [seq], { text, region }, NOW)).found?.legs.map((row) => row.id);
  expect(await found('1,234.5')).toEqual([id]);
  expect(await found('1.234,50', 'pt-BR')).toEqual([id]);
  expect(await found('juno:redemption:a')).toEqual([id]);
  expect(await found('1234.51')).toEqual([]);
  expect(await readSelection('clear', ['999999999'], null, NOW)).toMatchObject({
    lines: [],
    candidates: [],
    sets: null,
  });
});

test('the log tells what one person did since an instant, and what can be undone still', async () => {
  const [seq, id] = [await line('-103.48'), await leg('a', '100.00')];
  const since = new Date(Date.now() - 1000);
  const by = `${randomUUID()}@desk.test`;
  const reason = { reason: 'bank_fee', remark: 'commission' } as const;
  const made = await matchByHand({ lineSeqs: [seq], legIds: [id], ...reason, by });
  if (made.outcome !== 'matched') throw new Error(made.outcome);
  expect(await deedsOf('clear', by, since)).toMatchObject([
    {
      kind: 'confirmed',
      legCount: 1,
      undo: { what: 'match', id: made.matchId },
      lines: [{ seq }],
    },
  ]);
  const [told] = await deedsOf('clear', by, since);
  expect(keptInEnglish(told?.reason ?? '')).toBe('Bank fee: commission');
  expect(await readProgress()).toEqual({ accounts: 1, lines: 1, byRules: 0, byPeople: 1 });
  expect(await undoMatch(made.matchId, by, null)).toBe('undone');
  const [undone, confirmed] = await deedsOf('clear', by, since);
  expect([undone?.kind, confirmed?.undo]).toEqual(['undone', null]);
  expect(await deedsOf('clear', ANA, new Date(Date.now() + 60_000))).toEqual([]);
});

test('the log also tells what was dismissed and what was corrected, several lines at once as one deed', async () => {
  const [one, two, id] = [await line('-1.00'), await line('-2.00'), await leg('a', '1.00')];
  const [since, by] = [new Date(Date.now() - 1000), `${randomUUID()}@desk.test`];
  await refusePair(one, id, by);
  expect(await deedsOf('clear', by, since)).toMatchObject([
    { kind: 'refused', undo: { what: 'dismissal', line: one, leg: id } },
  ]);
  await reconsiderPair(one, id, by);
  expect((await deedsOf('clear', by, since)).map(({ kind, undo }) => [kind, undo])).toEqual([
    ['reconsidered', null],
    ['refused', null],
  ]);
  const change = lineChangeSchema.parse({ kind: 'fee' });
  const made = await correctLines([one, two], { change, reason: 'commissions', by });
  if (made.outcome !== 'corrected') throw new Error(made.outcome);
  const [deed] = await deedsOf('clear', by, since);
  expect(deed).toMatchObject({
    kind: 'corrected',
    lines: [{ seq: one }, { seq: two }],
    undo: { what: 'corrections', ids: made.ids },
  });
  expect(keptInEnglish(deed?.reason ?? '')).toBe('Kind: Payment → Bank fee. commissions');
  await undoCorrections(made.ids, 'Undone', by);
  expect((await deedsOf('clear', by, since)).slice(0, 2).map(({ kind, undo }) => [kind, undo])).toEqual([
    ['uncorrected', null],
    ['corrected', null],
  ]);
});
