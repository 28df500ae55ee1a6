import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { compare } from '@/lib/money';
import { projectAll } from '@/lib/project';
import { loadSampleData } from '@/lib/sample';
import { message } from '@/lib/testing';
import { NO_FILTERS } from '@/lib/transactions/filters';
import { readPageWithTotals } from '@/lib/transactions/list.store';
import { chartPeriod, currenciesOf, figureOf } from './home-charts';
import { readCompletion, readFlow } from './home-charts.store';

const now = new Date();
const period = chartPeriod('America/Sao_Paulo', now);

beforeAll(async () => {
  await loadSampleData(now);
});

afterAll(async () => {
  await disconnect();
});

async function flow() {
  const rows = await readFlow('stage', period);
  if (rows === 'too long') throw new Error('Not counted in time.');
  return rows;
}

/** The list that a bar opens. */
async function totalsOf(narrowed: object) {
  const [occurred_from, occurred_to] = [period.dates[0] ?? null, period.dates.at(-1) ?? null];
  const filters = {
    ...NO_FILTERS,
    environment: ['stage'],
    occurred_from,
    occurred_to,
    tz: period.zone,
    ...narrowed,
  };
  const { totals } = await readPageWithTotals('clear', { filters, sort: '-occurred_at', limit: 1, cursor: null }, now);
  if (!totals) throw new Error('Not counted in time.');
  return totals;
}

test('each bar says what the list it opens says: in number, and in money', async () => {
  const rows = await flow();
  expect(rows.length).toBeGreaterThan(20);
  const currencies = currenciesOf(rows);
  expect(currencies).toEqual(expect.arrayContaining(['MXN', 'BRL', 'ARS']));
  const bars = [
    { own: rows.filter((row) => row.provider === 'juno'), narrowed: { provider: ['juno'] } },
    { own: rows.filter((row) => row.status === 'completed'), narrowed: { status: ['completed'] } },
    ...[0, 12, 29].map((day) => ({
      own: rows.filter((row) => row.day === day),
      narrowed: { occurred_from: period.dates[day], occurred_to: period.dates[day] },
    })),
  ];
  for (const { own, narrowed } of bars) {
    const totals = await totalsOf(narrowed);
    expect(figureOf(own, null)).toBe(String(totals.count));
    for (const currency of currencies) {
      const [total] = totals.sums.filter((sum) => sum.direction === 'in' && sum.currency === currency);
      expect(compare(figureOf(own, currency), total?.sum ?? '0')).toBe(0);
    }
  }
});

test('nothing of another environment and nothing of other days is in a chart', async () => {
  expect(await readFlow('production', period)).toEqual([]);
  const before = chartPeriod('UTC', new Date('2020-01-01T00:00:00Z'));
  expect([await readFlow('stage', before), await readCompletion('stage', before)]).toEqual([[], []]);
});

test('completion is measured from the beginning to the first word of the end; an end alone measures nothing', async () => {
  const begun = Date.parse('2020-01-20T12:00:00Z');
  const mint = (i: number, status: string, seconds: number) =>
    message('brla', {
      subscription: 'MINT',
      createdAt: begun + seconds * 1000,
      id: `took-${i}-${status}`,
      userId: 'account-test',
      data: { id: `took-${i}`, status, ...(status === 'QUEUED' && { amount: 1_000, chain: 'Polygon' }) },
    });
  const told = [60, 120, 600].flatMap((seconds, i) => [mint(i, 'QUEUED', 0), mint(i, 'SUCCESS', seconds)]);
  for (const { provider, body } of [...told, mint(9, 'SUCCESS', 0)])
    await admit({ provider, body, origin: 'sample', receivedAt: now });
  await projectAll();
  expect(await readCompletion('stage', chartPeriod('UTC', new Date('2020-01-31T00:00:00Z')))).toEqual([
    { provider: 'brla', kind: 'mint', measured: 3, half: 120, mostly: 600 },
  ]);
});
