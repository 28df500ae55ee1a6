import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { evolve } from '@/lib/transactions/evolve';
import { inBatches, isPast, readRow } from './batch';
import { changesOf, findingsOf, type Known } from './findings';
import { count, countsOf, emptyTally, tallyOf, tallySaid } from './tally';

const NOTHING: Known = { transactions: new Map(), events: new Set(), open: new Map() };
const bytes = (row: object | string) => new TextEncoder().encode(typeof row === 'string' ? row : JSON.stringify(row));
const deposit = (id: string, day: number, status = 'COMPLETED') =>
  readRow({
    list: 'ripio-deposits',
    row: bytes({ id, status, amount: '5', currency_code: 'ARS', created_at: `2026-03-0${day}T12:00:00Z` }),
  });
const order = (...ids: string[]) =>
  readRow({
    list: 'brla-pix-to-usd',
    row: bytes({ createdAt: '2026-03-02T12:00:00Z', pixToUsdOps: ids.map((id) => ({ id, brlaAmount: 5 })) }),
  });
const stateOf = ({ reading: { events } }: ReturnType<typeof deposit>) => {
  const state = evolve(events);
  if (!state) throw new Error('No transaction.');
  return state;
};

test('a row whose event is stored is no news, whatever it says', () => {
  const row = deposit('d-1', 1);
  const event = row.reading.events[0];
  expect(findingsOf(row, NOTHING)).toMatchObject({ verdict: 'missing', isNews: true });
  const known = { ...NOTHING, events: new Set([event?.id ?? '']) };
  expect(findingsOf(row, known)).toMatchObject({ verdict: 'same', isNews: false });
});

test('a row about several transactions is news as long as one of them is', () => {
  const row = order('op-1', 'op-2');
  const known = { ...NOTHING, transactions: new Map([['brla:op-1', stateOf(order('op-1'))]]) };
  expect(findingsOf(row, known)).toMatchObject({ verdict: 'missing', isNews: true, differences: [] });
});

test('a row that names nothing is kept once, under its own fingerprint', () => {
  const row = readRow({ list: 'brla-pix-deposits', row: bytes({ id: 'deposit-1' }) });
  expect(row.rowId).toMatch(/^brla:[0-9a-f]{64}$/);
  const first = findingsOf(row, NOTHING);
  expect(first).toMatchObject({
    verdict: 'not_understood',
    isNews: true,
    differences: [{ transactionId: row.rowId, field: 'row', ours: null }],
  });
  const known: Known = { ...NOTHING, open: new Map([[row.rowId, ['row']]]) };
  const again = findingsOf(row, known);
  expect(again.isNews).toBe(false);
  expect(changesOf(again.differences, known)).toEqual({ noted: [], settled: [] });
});

test('a difference that is gone is settled, and one that stands is seen again', () => {
  const difference = { transactionId: 't-1', field: 'amount', theirs: '1', ours: '2' } as const;
  const known: Known = { ...NOTHING, open: new Map([['t-1', ['amount', 'state']]]) };
  expect(changesOf([difference], known)).toEqual({
    noted: [difference],
    settled: [{ transactionId: 't-1', field: 'state' }],
  });
});

test('a list that breaks off gives what was read of it, and then the failure', async () => {
  async function* rows() {
    for (const row of [1, 2, 3, 4, 5]) yield row;
    throw new Error('half a page');
  }
  const batches: number[][] = [];
  const reading = (async () => {
    for await (const batch of inBatches(rows(), 2)) batches.push([...batch]);
  })();
  await expect(reading).rejects.toThrow('half a page');
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});

test('reading on is over only where everything is old and the newest came first', () => {
  const since = new Date('2026-03-05T00:00:00Z');
  expect(isPast([deposit('d-2', 4), deposit('d-1', 3)], since)).toBe(true);
  expect(isPast([deposit('d-1', 3), deposit('d-2', 4)], since)).toBe(false);
  expect(isPast([deposit('d-3', 6), deposit('d-2', 4)], since)).toBe(false);
  expect(isPast([deposit('d-2', 4), readRow({ list: 'ripio-deposits', row: bytes('{}') })], since)).toBe(false);
  expect(isPast([], since)).toBe(false);
});

test('a run keeps the numbers of each list apart, and tells them in a sentence', () => {
  const tally = emptyTally();
  for (const verdict of ['same', 'ahead', 'missing', 'fills', 'differs', 'not_understood'] as const)
    count(tally, verdict);
  const counts = countsOf(new Map([['ripio-deposits', tally]]));
  expect(tallyOf(counts, 'ripio-deposits')).toEqual({ rows: 6, added: 1, filled: 1, differing: 1, not_understood: 1 });
  expect(tallyOf(counts, 'ripio-withdrawals')).toBeNull();
  expect(inEnglish(tallySaid('ripio-deposits', tally))).toBe(
    'Ripio fiat deposits: 6 rows compared, 1 added, 1 filled in, 1 differing, 1 not understood.',
  );
  expect(inEnglish(tallySaid('ripio-deposits', { ...emptyTally(), rows: 1 }))).toBe(
    'Ripio fiat deposits: 1 row compared, nothing new.',
  );
});
