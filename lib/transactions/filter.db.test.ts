import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { reconcile } from '@/lib/reconcile';
import { putPayments, putStatement } from '@/lib/reconcile-testing';
import { GOLDEN } from '@/lib/reconciliation/golden';
import { RECONCILED } from '@/lib/reconciliation/match';
import { assign } from '@/lib/remarks/store';
import { brlaMint, fixtures, type Message } from '@/lib/testing';
import { readListQuery } from './filters';
import { ID_OPERATOR_NAMES } from './filters-ids';
import { LIST_NAMES } from './filters-values';
import { readPage, readPageWithTotals, readRowsByIds } from './list.store';
import type { ListedTransaction } from './page';

const now = new Date('2026-07-01T12:00:00Z');
const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });
const asked = (search: string | Record<string, string>) => readListQuery(new URLSearchParams(search)).query;

async function rowsOf(search: string | Record<string, string>): Promise<readonly ListedTransaction[]> {
  const { page } = await readPageWithTotals('clear', { ...asked(search), limit: 500 }, now);
  if ('message' in page) throw new Error(page.message.key);
  return page.rows;
}
const idsOf = async (search: string | Record<string, string>) =>
  (await rowsOf(search)).map(({ transaction }) => transaction.id).sort();

let everything: readonly ListedTransaction[] = [];

beforeAll(async () => {
  await Promise.all([...fixtures(), brlaMint(7), brlaMint(8)].map(arrive));
  await arrive(brlaMint(7));
  await projectAll();
  const payments = new Map(GOLDEN.flatMap(({ transactions }) => transactions.map((one) => [one.id, one] as const)));
  await putPayments([...payments.values()]);
  for (const account of new Set(GOLDEN.map((one) => one.account))) {
    const lines = GOLDEN.filter((one) => one.account === account).flatMap((one) => one.lines);
    await putStatement(account, lines);
  }
  await reconcile({ isDry: false, requestedBy: null, now });
  everything = await rowsOf('');
}, 60_000);
afterAll(disconnect);

/** What a filter must find: those of all rows of which the test's own condition holds. */
const those = (condition: (row: ListedTransaction) => boolean) =>
  everything
    .filter(condition)
    .map(({ transaction }) => transaction.id)
    .sort();

describe('where a payment stands against the bank', () => {
  test.each(RECONCILED)('%s finds what its rows say, and its opposite the rest', async (word) => {
    const found = await idsOf({ reconciliation: word });
    expect(found).toEqual(those((row) => row.reconciliation?.state === word));
    expect(await idsOf({ reconciliation: `!${word}` })).toEqual(those((row) => row.reconciliation?.state !== word));
  });

  test('several states are any of them, and the states there are were all tried', async () => {
    expect(await idsOf('reconciliation=exception,late')).toEqual(
      those((row) => ['exception', 'late'].includes(row.reconciliation?.state ?? '')),
    );
    const states = new Set(everything.map((row) => row.reconciliation?.state));
    expect([...states].sort()).toEqual(expect.arrayContaining(['exception', 'expected', 'matched', 'not_needed']));
  });

  test('a row says why, how many legs it has, and what its match leaves open', () => {
    const accused = everything.filter((row) => row.reconciliation?.state === 'exception');
    expect(accused.length).toBeGreaterThan(0);
    for (const row of accused) expect(row.reconciliation?.reasons.length).toBeGreaterThan(0);
    const matched = everything.filter((row) => row.reconciliation?.state === 'matched' && row.difference);
    expect(matched.length).toBeGreaterThan(0);
    for (const row of matched) expect(row.difference?.remainder).toMatch(/^-?\d+(\.\d+)?$/);
    for (const row of everything) expect(row.legs === 0).toBe(row.reconciliation === null);
  });
});

describe('what a payment is', () => {
  test('told more than once, incomplete, reopened, not understood: as its own fold says', async () => {
    expect(await idsOf('is=duplicate')).toEqual(['brla:operation-7']);
    expect(await idsOf('is=duplicate')).toEqual(those((row) => row.duplicates > 0));
    expect(await idsOf('is=incomplete')).toEqual(those(({ transaction }) => transaction.isIncomplete));
    expect(await idsOf('is=reopened')).toEqual(those(({ transaction }) => transaction.isReopened));
    expect(await idsOf('is=!unrecognised')).toEqual(those(({ transaction }) => !transaction.hasUnrecognised));
    expect((await idsOf('is=unrecognised')).length + (await idsOf('is=!unrecognised')).length).toBe(everything.length);
  });

  test('what is stuck is late, and what has a late leg too', async () => {
    const [stuck, late] = [await idsOf('is=stuck'), await idsOf('is=late')];
    expect(stuck.length).toBeGreaterThan(0);
    expect(late).toEqual(expect.arrayContaining(stuck));
    const withLateLeg = those((row) => row.reconciliation?.reasons.includes('late') ?? false);
    expect(late).toEqual(expect.arrayContaining(withLateLeg));
  });

  test('inferred is what a pass without rail ids matched', async () => {
    const rows = await prisma().$queryRaw<{ id: string }[]>`
      SELECT DISTINCT g.transaction_id AS id FROM matches m JOIN matched_legs l ON l.match_id = m.id
      JOIN legs g ON g.id = l.leg_id WHERE m.pass = 2 AND l.book = 'bank' ORDER BY 1`;
    expect(rows.length).toBeGreaterThan(0);
    expect(await idsOf('is=inferred')).toEqual(rows.map(({ id }) => id).sort());
  });

  test('a row knows when it was first heard of and with whom it is', async () => {
    await assign(['brla:operation-7'], 'ana@example.com', 'test');
    const [row] = await rowsOf('id=operation-7');
    expect(row).toMatchObject({ assignee: 'ana@example.com', duplicates: 1 });
    expect(row?.firstReceivedAt).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
  });
});

describe('identifiers', () => {
  test('a value finds exactly its payments, its beginning more, and ! the rest', async () => {
    expect(await idsOf('ref=ref-7')).toEqual(['brla:operation-7']);
    expect(await idsOf('ref=ref-*')).toEqual(['brla:operation-7', 'brla:operation-8']);
    expect(await idsOf('ref=ref-7&ref=ref-8')).toEqual(['brla:operation-7', 'brla:operation-8']);
    expect(await idsOf('ref=!ref-*')).toEqual(those(({ transaction }) => !transaction.externalRef?.startsWith('ref-')));
    expect(await idsOf('ref=ref-*&id=operation-8')).toEqual(['brla:operation-8']);
    expect(await idsOf('id=brla:operation-7')).toEqual(['brla:operation-7']);
    expect(await idsOf('ref=empty')).toEqual(those(({ transaction }) => transaction.externalRef === null));
  });

  test('every identifier of every row is found by its operator and by its beginning', async () => {
    const kinds = { e2e: 'e2e', clave: 'clave_rastreo', hash: 'tx_hash', step: 'refund_step_id' } as const;
    for (const [operator, kind] of Object.entries(kinds)) {
      const has = everything.find(({ transaction }) => transaction.identifiers.some((one) => one.kind === kind));
      const value = has?.transaction.identifiers.find((one) => one.kind === kind)?.value ?? '';
      expect(value).not.toBe('');
      expect(await idsOf({ [operator]: value })).toContain(has?.transaction.id);
      expect(await idsOf({ [operator]: `${value.slice(0, 9)}*` })).toContain(has?.transaction.id);
      expect(await idsOf({ [operator]: 'empty' })).not.toContain(has?.transaction.id);
      expect(await idsOf({ q: value.slice(0, 12) })).toContain(has?.transaction.id);
    }
  });

  test('words must all be found, whatever the identifier', async () => {
    expect(await idsOf({ q: 'ref-7 operation-7' })).toEqual(['brla:operation-7']);
    expect(await idsOf({ q: 'ref-7 operation-8' })).toEqual([]);
    expect(await idsOf({ q: 'ref- -operation-8' })).toEqual(['brla:operation-7']);
    expect(await idsOf({ q: 'brla:operation-7' })).toEqual(['brla:operation-7']);
    expect(await idsOf({ q: '% ref_7' })).toEqual([]);
  });
});

test('what is excluded and what is wanted make up everything', async () => {
  for (const search of ['provider=juno', 'status=completed', 'currency=MXN', 'kind=mint', 'environment=stage']) {
    const without = search.replace('=', '=!');
    expect([...(await idsOf(search)), ...(await idsOf(without))].sort()).toEqual(those(() => true));
  }
});

test('relative days are those of the moment that is asked', async () => {
  const late = await readPage('clear', { ...asked('updated_from=30d'), limit: 500 }, new Date('2099-01-01T00:00:00Z'));
  expect(late).toMatchObject({ rows: [] });
  const june = those(({ transaction }) => Date.parse(transaction.occurredAt) >= Date.parse('2026-07-01T00:00:00Z'));
  expect(await idsOf('occurred_from=month')).toEqual(june);
});

test('rows by their ids are those that match, in the order asked', async () => {
  const wanted = ['brla:operation-8', 'nobody', 'brla:operation-7'];
  const rows = await readRowsByIds('clear', asked('provider=brla'), wanted, now);
  expect(rows.map(({ transaction }) => transaction.id)).toEqual(['brla:operation-8', 'brla:operation-7']);
  expect(rows[1]).toMatchObject({ duplicates: 1 });
  expect(await readRowsByIds('clear', asked('provider=juno'), wanted, now)).toEqual([]);
});

test('a page is marked with the end of the receipts that its rows hold', async () => {
  const { page } = await readPageWithTotals('clear', asked(''), now);
  expect(page).toMatchObject({ mark: String(await prisma().receipt.count()) });
});

test('text that means something to SQL is a text like any other, in every filter', async () => {
  const hostile = [
    "' OR 1=1 --",
    "'; DROP TABLE transactions; --",
    '%',
    '_',
    '\\',
    '$(1)',
    '$1',
    '"*x',
    '\u{10ffff}',
    ')',
  ];
  const names = [
    ...LIST_NAMES,
    ...ID_OPERATOR_NAMES,
    'q',
    'occurred_from',
    'amount_min',
    'external_ref',
    'tz',
    'cursor',
  ];
  const { totals } = await readPageWithTotals('clear', asked(''), now);
  for (const name of names) {
    for (const text of hostile) {
      const { query, problems } = readListQuery(new URLSearchParams([[name, text]]));
      const read = await readPage('clear', query, now);
      if ('message' in read || problems.length > 0) continue;
      expect([name, text, read.rows.length]).toEqual([name, text, 0]);
    }
  }
  expect((await readPageWithTotals('clear', asked(''), now)).totals).toEqual(totals);
});
