import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { add } from '@/lib/money';
import { projectAll } from '@/lib/project';
import { brlaMint, fixtures, type Message } from '@/lib/testing';
import { type ListQuery, readListQuery, SORTS } from './filters';
import { readPage, readPageWithTotals } from './list.store';
import type { FoldPage } from './page';

beforeAll(async () => {
  const sameMoment = Array.from({ length: 40 }, (_, i) => brlaMint(i, 'QUEUED', { amount: 500 + (i % 3) }));
  await Promise.all([...fixtures(), ...sameMoment].map(arrive));
  await projectAll();
});

afterAll(async () => {
  await disconnect();
});

const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });
const now = new Date('2026-11-22T12:00:00Z');
const asked = (text: string): ListQuery => readListQuery(new URLSearchParams(text)).query;
const ids = (page: FoldPage) => page.rows.map(({ transaction }) => transaction.id);

async function page(query: ListQuery): Promise<FoldPage> {
  const read = await readPage('clear', query, now);
  if ('message' in read) throw new Error(read.message.key);
  return read;
}

/** Every page from the first to the last, and back again. */
async function walk(query: ListQuery, between = async () => {}): Promise<{ forth: string[]; back: string[] }> {
  const forth: string[] = [];
  const pages: FoldPage[] = [];
  for (let next: string | null | undefined; next !== null; next = pages.at(-1)?.next) {
    const read = await page({ ...query, cursor: next ?? null });
    pages.push(read);
    forth.push(...ids(read));
    await between();
  }
  let back = ids(pages.at(-1) as FoldPage);
  for (let previous = pages.at(-1)?.previous; previous; ) {
    const read = await page({ ...query, cursor: previous });
    back = [...ids(read), ...back];
    previous = read.previous;
  }
  return { forth, back };
}

describe.each(SORTS)('sorted by %s', (sort) => {
  test('the pages hold every row once, forwards and backwards', async () => {
    const query = asked(`sort=${sort}&limit=7`);
    const { forth, back } = await walk(query);
    expect(new Set(forth).size).toBe(await prisma().transaction.count());
    expect(forth).toHaveLength(await prisma().transaction.count());
    expect(back).toEqual(forth);
  });
});

test('no row is lost or repeated while new ones arrive', async () => {
  const before = await prisma().transaction.findMany({ select: { id: true } });
  let i = 1_000;
  const { forth } = await walk(asked('limit=5'), async () => {
    await arrive(brlaMint(i++));
    await projectAll();
  });
  expect(new Set(forth).size).toBe(forth.length);
  for (const { id } of before) expect(forth).toContain(id);
});

test('totals are of exactly the rows, to the last digit', async () => {
  for (const text of [
    '',
    'provider=juno',
    'currency=BRLA',
    'status=completed&provider=brla',
    'amount_min=100&amount_max=1000',
    'incomplete=true',
  ]) {
    const query = asked(`${text}&limit=200`);
    const { page: read, totals } = await readPageWithTotals('clear', query, now);
    if ('message' in read) throw new Error(read.message.key);
    const sums = new Map<string, string>();
    for (const { transaction } of read.rows) {
      for (const [direction, money] of [['in', transaction.amount] as const, ['out', transaction.amountOut] as const]) {
        const key = `${direction} ${money?.currency}`;
        if (money) sums.set(key, add(sums.get(key) ?? '0', money.amount));
      }
    }
    expect(totals?.count).toBe(read.rows.length);
    const told = totals?.sums.filter(({ sum }) => sum !== null);
    expect(new Map(told?.map(({ direction, currency, sum }) => [`${direction} ${currency}`, sum]))).toEqual(sums);
  }
});

test('each filter keeps what it says', async () => {
  const filtered = async (text: string) =>
    (await page(asked(`${text}&limit=200`))).rows.map(({ transaction }) => transaction);
  expect((await filtered('provider=ripio')).every(({ provider }) => provider === 'ripio')).toBe(true);
  expect((await filtered('kind=mint,burn')).every(({ kind }) => kind === 'mint' || kind === 'burn')).toBe(true);
  expect(
    (await filtered('currency=USDC')).every(({ amount, amountOut }) =>
      [amount?.currency, amountOut?.currency].includes('USDC'),
    ),
  ).toBe(true);
  expect((await filtered('currency=MXNB')).some(({ token }) => token === 'MXNB')).toBe(true);
  expect((await filtered('external_ref=ref-7')).map(({ id }) => id)).toEqual(['brla:operation-7']);
  expect((await filtered('incomplete=true')).every(({ amount }) => amount === null)).toBe(true);
  expect(await filtered("external_ref=' OR 1=1 --")).toEqual([]);
  const day = await filtered('occurred_from=2026-03-02&occurred_to=2026-03-02&tz=America/Mexico_City');
  for (const { occurredAt } of day) expect(occurredAt >= '2026-03-02T06' && occurredAt < '2026-03-03T06').toBe(true);
});
