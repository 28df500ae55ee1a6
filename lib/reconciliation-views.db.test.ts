import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect } from './db';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { besideLegs } from './reconciliation/beside.store';
import { GOLDEN } from './reconciliation/golden';
import { readMatchQuery } from './reconciliation/match-list';
import { readMatches } from './reconciliation/match-list.store';
import { accountStandings, railStandings } from './reconciliation/overview.store';
import { streamLegs, streamLines } from './reconciliation/stream.store';
import { readLegsOfTransaction } from './reconciliation/transaction-legs.store';
import { readLegs, readLines } from './reconciliation/view.store';
import { LEG_LIST, LINE_LIST, readViewQuery } from './reconciliation/view-query';

beforeEach(emptyDesk);
afterAll(disconnect);

const NOW = new Date('2026-07-01T12:00:00Z');

/** A SPEI payment whose one line carries its clave. */
const CASE = GOLDEN.find(
  ({ account, expected, lines }) =>
    account === 'spei' &&
    lines.length === 1 &&
    expected.lines[0]?.verdict === 'matched' &&
    expected.lines[0].pass === 1,
);

async function arranged(): Promise<void> {
  if (!CASE) throw new Error('The golden set has no such case.');
  await putPayments(CASE.transactions);
  await putStatement('spei', CASE.lines);
  await reconcile({ isDry: false, requestedBy: null, now: NOW });
}

const legs = (search: string) => readViewQuery(LEG_LIST, new URLSearchParams(search)).query;
const lines = (search: string) => readViewQuery(LINE_LIST, new URLSearchParams(search)).query;
const matches = (search: string) => readMatchQuery(new URLSearchParams(search)).query;

test('a leg has its line beside it, and the payment’s card and the API tell the same match', async () => {
  await arranged();
  const page = await readLegs(legs('rail=spei&state=matched'));
  if ('message' in page) throw new Error(page.message);
  const [leg] = page.rows;
  if (!leg) throw new Error('Nothing matched.');
  const beside = (await besideLegs([leg.id], 'bank')).get(leg.id);
  expect(beside?.match).toMatchObject({ remainder: '0', lines: [{ book: 'bank' }] });
  const card = await readLegsOfTransaction(leg.transactionId);
  expect(card.legs.map(({ id, state }) => [id, state])).toContainEqual([leg.id, 'matched']);
  const { rows, next } = await readMatches(matches('limit=1'));
  expect(next).toBeNull();
  expect(rows).toEqual(card.matches);
  expect(rows[0]?.legs.map(({ id }) => id)).toEqual([leg.id]);
  expect(rows[0]?.lines.map(({ seq }) => seq)).toEqual(beside?.match?.lines.map(({ seq }) => seq));
  expect((await readMatches(matches('undone=true'))).rows).toEqual([]);
});

test('the overview adds up to the lists, and an account whose lines are all matched has nothing open', async () => {
  await arranged();
  const page = await readLegs(legs('environment=stage&limit=1'));
  if ('message' in page) throw new Error(page.message);
  expect(page.states.matched).toBeGreaterThan(0);
  const counted = (await railStandings('stage')).flatMap(({ states }) => states);
  for (const [state, count] of Object.entries(page.states))
    expect(counted.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0)).toBe(count);
  const [account] = (await accountStandings()).filter(({ latest }) => latest !== null);
  expect(account).toMatchObject({ rail: 'spei', open: [], missingDays: 0 });
});

test('an export has every row of its filter once, in the list’s order, whatever the size of its chunks', async () => {
  await arranged();
  const shown = await readLegs(legs('limit=200&sort=amount'));
  const shownLines = await readLines(lines('limit=200'));
  if ('message' in shown || 'message' in shownLines) throw new Error('A page was refused.');
  const streamed = await all(streamLegs(legs('sort=amount'), 1));
  expect(streamed).toEqual(shown.rows);
  expect(await all(streamLines(lines(''), 1))).toEqual(shownLines.rows);
});

async function all<Row>(chunks: AsyncGenerator<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const chunk of chunks) rows.push(...chunk);
  return rows;
}
