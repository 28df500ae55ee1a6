import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { streamedAnswer } from './export-file';
import { readExportRequest } from './export-request';
import { readerOf } from './language/translator';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { besideLegs } from './reconciliation/beside.store';
import { GOLDEN } from './reconciliation/golden';
import { RAILS } from './reconciliation/leg';
import { RECONCILED } from './reconciliation/match';
import { readMatchQuery } from './reconciliation/match-list';
import { readMatches } from './reconciliation/match-list.store';
import { accountStandings, railStanding } from './reconciliation/overview.store';
import { readLegsOfTransaction } from './reconciliation/transaction-legs.store';
import type { LegRow } from './reconciliation/view';
import { readLegs, readLines } from './reconciliation/view.store';
import { LEG_LIST, LINE_LIST, readViewQuery } from './reconciliation/view-query';

beforeEach(emptyDesk);
afterAll(disconnect);

const READER = readerOf('en', 'UTC');
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
  const page = await readLegs('clear', legs('rail=spei&state=matched'));
  if ('message' in page) throw new Error(page.message.key);
  const [leg] = page.rows;
  if (!leg) throw new Error('Nothing matched.');
  const beside = (await besideLegs('clear', [leg.id], 'bank')).get(leg.id);
  expect(beside?.match).toMatchObject({ remainder: '0', lines: [{ book: 'bank' }] });
  const card = await readLegsOfTransaction('clear', leg.transactionId);
  expect(card.legs.map(({ id, state }) => [id, state])).toContainEqual([leg.id, 'matched']);
  const { rows, next } = await readMatches('clear', matches('limit=1'));
  expect(next).toBeNull();
  expect(rows).toEqual(card.matches);
  expect(rows[0]?.legs.map(({ id }) => id)).toEqual([leg.id]);
  expect(rows[0]?.lines.map(({ seq }) => seq)).toEqual(beside?.match?.lines.map(({ seq }) => seq));
  expect((await readMatches('clear', matches('undone=true'))).rows).toEqual([]);
});

test('the overview adds up to the lists, and an account whose lines are all matched has nothing open', async () => {
  await arranged();
  const page = await readLegs('clear', legs('environment=stage&limit=1'));
  if ('message' in page) throw new Error(page.message.key);
  expect(page.states.matched).toBeGreaterThan(0);
  const counted = (await Promise.all(RAILS.map((rail) => railStanding(rail, 'stage')))).flatMap(({ states }) => states);
  for (const [state, count] of Object.entries(page.states))
    expect(counted.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0)).toBe(count);
  const [account] = (await accountStandings()).filter(({ latest }) => latest !== null);
  expect(account).toMatchObject({ rail: 'spei', open: [], missingDays: 0 });
});

test('a file has every row of its filter once, in the list’s order', async () => {
  await arranged();
  const shown = await readLegs('clear', legs('limit=200&sort=amount'));
  const shownLines = await readLines('clear', lines('limit=200'));
  if ('message' in shown || 'message' in shownLines) throw new Error('A page was refused.');
  expect(await exported('legs', 'sort=amount', 'leg_id')).toEqual(shown.rows.map(({ id }) => id));
  expect(await exported('lines', '', 'line')).toEqual(shownLines.rows.map(({ seq }) => seq));
});

/** One column of a file. */
async function exported(list: 'legs' | 'lines', address: string, column: string): Promise<string[]> {
  const search = new URLSearchParams(`${address}&format=jsonl&columns=${column}`);
  const request = readExportRequest(
    { sight: 'clear', requestedBy: 'ana@example.com', reader: READER },
    list,
    search,
    NOW,
  );
  if ('problems' in request) throw new Error(JSON.stringify(request.problems));
  const text = await streamedAnswer(request).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line)[column]);
}

test('a list of one state has the legs that stand in it, on every rail and against either book', async () => {
  for (const { transactions } of GOLDEN) await putPayments(transactions);
  for (const account of new Set(GOLDEN.map((one) => one.account))) {
    const told = GOLDEN.filter((one) => one.account === account).flatMap((one) => one.lines);
    const content = ({ place: _, ...line }: (typeof told)[number]) => JSON.stringify(line);
    await putStatement(account, [...new Map(told.map((line) => [content(line), line])).values()]);
  }
  await reconcile({ isDry: false, requestedBy: null, now: NOW });
  await prisma().$executeRaw`
    UPDATE match_exceptions e SET state = CASE WHEN nth % 3 = 0 THEN 'resolved' ELSE e.state END, resolved_by = 'ana@example.com',
      reason = CASE WHEN nth % 3 = 1 THEN 'late' ELSE e.reason END
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM match_exceptions WHERE leg_id IS NOT NULL) AS o
    WHERE o.id = e.id`;
  const seen = new Set<string>();
  for (const book of ['bank', 'ledger'])
    for (const rail of ['', '&rail=spei', '&rail=chain']) {
      const whole = await rowsOf(`book=${book}${rail}`);
      for (const state of RECONCILED) {
        const standing = whole.filter((leg) => leg.state === state).map(({ id }) => id);
        const listed = await rowsOf(`book=${book}${rail}&state=${state}`);
        expect(listed.map(({ id }) => id)).toEqual(standing);
        if (standing.length > 0) seen.add(state);
      }
      const either = whole.filter(({ state }) => state === 'late' || state === 'not_needed');
      expect(await rowsOf(`book=${book}${rail}&state=late,not_needed`)).toEqual(either);
    }
  expect([...seen].sort()).toEqual([...RECONCILED].sort());
});

/** Every leg of a filter, page by page. */
async function rowsOf(search: string): Promise<LegRow[]> {
  const rows: LegRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await readLegs('clear', legs(`${search}&limit=200&cursor=${encodeURIComponent(cursor)}`));
    if ('message' in page) throw new Error(page.message.key);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}
