import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { REFUND_STATUSES } from '@/lib/events/status';
import { admit } from '@/lib/ingest';
import { add } from '@/lib/money';
import { projectAll } from '@/lib/project';
import { assign } from '@/lib/remarks/store';
import { fixtures, type Message } from '@/lib/testing';
import type { RefundPage, RefundRow } from './board';
import { readBoard, readRefund, readTable, strandedSums } from './board.store';
import { ago, madeId as ID, made, MADE_AT as NOW } from './made';
import { BOARD_COLUMNS, type Refund } from './refund';
import { NO_REFUND_FILTERS, REFUND_SORTS, readRefundQuery } from './refund-query';
import { saveRefunds } from './store';

const save = (refunds: readonly Refund[]) =>
  prisma().$transaction((tx) =>
    saveRefunds(
      tx,
      refunds.map((refund) => ({ transactionId: refund.transactionId, environment: 'stage', refund })),
    ),
  );
const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });
const asked = (text: string) => readRefundQuery(new URLSearchParams(text)).query;

async function page(text: string, cursor: string | null = null): Promise<RefundPage> {
  const { page: read } = await readTable({ ...asked(text), cursor }, NOW);
  if ('message' in read) throw new Error(read.message.key);
  return read;
}
const ids = async (text: string) => (await page(`${text}&limit=200`)).rows.map(({ transactionId }) => transactionId);

beforeEach(() => prisma().$executeRaw`TRUNCATE refunds`);
afterAll(disconnect);

async function saveMany() {
  const many = Array.from({ length: 160 }, (_, i) =>
    made(i, {
      status: REFUND_STATUSES[i % 4] ?? null,
      endedAt: i % 4 === 2 ? ago(i * 20) : null,
      isWaitingForId: i % 8 === 1,
      amount: i % 10 === 0 ? null : { amount: `${i}.10`, currency: i % 2 === 0 ? 'MXN' : 'BRL' },
    }),
  );
  await save(many);
}

describe('the board of many refunds', () => {
  beforeEach(saveMany);

  test('counts and sums each column as the table does', async () => {
    const board = await readBoard('stage', NO_REFUND_FILTERS, NOW);
    expect(board.map(({ column }) => column)).toEqual(BOARD_COLUMNS);
    for (const { column, count, totals, rows } of board) {
      const table = await readTable(asked(`column=${column}&limit=200`), NOW);
      expect(totals).toEqual(table.totals);
      expect(count).toBe('rows' in table.page ? table.page.rows.length : -1);
      expect(rows).toHaveLength(Math.min(count, 50));
    }
    expect(board.reduce((sum, { count }) => sum + count, 0)).toBe(160);
    expect(await readBoard('production', NO_REFUND_FILTERS, NOW)).toMatchObject(
      BOARD_COLUMNS.map(() => ({ count: 0 })),
    );
  });

  test('shows the oldest first, and what came back a day ago no more', async () => {
    await save([made(900, { status: 'completed', endedAt: ago(86_401), triggeredAt: ago(90_000) })]);
    const board = await readBoard('stage', NO_REFUND_FILTERS, NOW);
    const stuck = board.find(({ column }) => column === 'stuck')?.rows ?? [];
    expect(stuck.map(({ triggeredAt }) => triggeredAt)).toEqual(stuck.map(({ triggeredAt }) => triggeredAt).sort());
    expect(board.find(({ column }) => column === 'returned')?.count).toBe(40);
    expect(await ids('column=returned')).toHaveLength(41);
  });

  test('what is stranded adds up to the last digit', async () => {
    const open = (await page('column=triggered,moving,waiting_for_id,late,stuck&limit=200')).rows;
    const sums = await strandedSums('stage', NOW);
    for (const { currency, count, sum, lateCount, stuckCount } of sums) {
      const own = open.filter((row) => (row.amount?.currency ?? null) === currency);
      const known = own.flatMap(({ amount }) => (amount ? [amount.amount] : []));
      expect(count).toBe(own.length);
      expect(sum).toBe(known.length > 0 ? known.reduce(add) : null);
      expect(lateCount).toBe(own.filter(({ limitState }) => limitState === 'late').length);
      expect(stuckCount).toBe(own.filter(({ limitState }) => limitState === 'stuck').length);
    }
    expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(open.length);
  });
});

describe('the table of many refunds', () => {
  beforeEach(saveMany);

  test.each(REFUND_SORTS)('sorted by %s the pages hold every row once', async (sort) => {
    const walked: RefundRow[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const read: RefundPage = await page(`sort=${sort}&limit=33`, next ?? null);
      walked.push(...read.rows);
      next = read.next;
    }
    expect(walked).toHaveLength(160);
    expect(new Set(walked.map(({ transactionId }) => transactionId)).size).toBe(160);
  });

  test('no row is lost or repeated while others arrive', async () => {
    const before = await ids('');
    const walked: string[] = [];
    let i = 1_000;
    for (let next: string | null | undefined; next !== null; ) {
      const read: RefundPage = await page('limit=20', next ?? null);
      walked.push(...read.rows.map(({ transactionId }) => transactionId));
      await save([made(i++, { triggeredAt: ago(-i) }), made(i++, { triggeredAt: ago(i) })]);
      next = read.next;
    }
    expect(new Set(walked).size).toBe(walked.length);
    for (const id of before) expect(walked).toContain(id);
  });

  test('each filter keeps what it says', async () => {
    const rows = async (text: string) => (await page(`${text}&limit=200`)).rows;
    for (const [text, test] of [
      ['limit_state=late,stuck', ({ limitState }) => limitState === 'late' || limitState === 'stuck'],
      ['currency=BRL&amount_min=50', ({ amount }) => amount?.currency === 'BRL' && Number(amount.amount) >= 50],
      ['id_missing=true', ({ isWaitingForId }) => isWaitingForId],
      ['older_than=3600', ({ ageSeconds }) => ageSeconds >= 3_600],
      ['q=ref-7', ({ externalRef }) => externalRef === 'ref-7'],
      [`q=${ID(9)}`, ({ transactionId }) => transactionId === `juno:redemption:${ID(9)}`],
      [`triggered_from=${ago(400)}&triggered_to=${ago(80)}`, ({ ageSeconds }) => ageSeconds <= 400],
      [`ended_from=${ago(400)}`, ({ endedAt }) => endedAt !== null],
      ['assignee=nobody', ({ assignee }) => assignee === null],
    ] as [string, (row: RefundRow) => boolean][]) {
      const found = await rows(text);
      expect([text, found.length > 0, found.filter((row) => !test(row))]).toEqual([text, true, []]);
    }
    for (const text of ['partial=true', 'one_sided=true', 'step=TOKEN_MINT', "q=' OR 1=1 --", 'kind=burn'])
      expect(await rows(text)).toEqual([]);
    await expect(page('sort=amount', 'bm9uc2Vuc2U')).rejects.toThrow('filters.problem.cursor');
  });
});

test('the last assignment is the one that holds', async () => {
  await Promise.all(
    fixtures()
      .filter(({ name }) => name.includes('refund'))
      .map(arrive),
  );
  await projectAll();
  const [id = ''] = await ids('provider=juno');
  await assign([id], 'ana@example.com', 'boss@example.com');
  await assign([id], 'eva@example.com', 'boss@example.com');
  expect(await readRefund(id, NOW)).toMatchObject({ assignee: 'eva@example.com' });
  expect(await ids('assignee=ana@example.com')).toEqual([]);
  expect(await ids('assignee=eva@example.com')).toEqual([id]);
  await assign([id], null, 'boss@example.com');
  expect(await ids('assignee=nobody')).toContain(id);
});

test('a refold that gives no refund any more takes the row away', async () => {
  await save([made(1)]);
  const gone = { transactionId: made(1).transactionId, environment: 'stage', refund: null } as const;
  await prisma().$transaction((tx) => saveRefunds(tx, [gone]));
  expect(await readRefund(gone.transactionId, NOW)).toBeNull();
});
