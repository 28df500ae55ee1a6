import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { add } from '@/lib/money';
import { projectAll } from '@/lib/project';
import { PROVIDERS } from '@/lib/providers/catalogue';
import { brlaMint, fixtures, type Message, message } from '@/lib/testing';
import { AT_RISK, type RiskGroup } from '@/lib/transactions/at-risk';
import { NO_FILTERS } from '@/lib/transactions/filters';
import { readPageWithTotals } from '@/lib/transactions/list.store';
import { countUnrecognised, hasDeliveries, readMoneyAtRisk, readSources } from './home.store';

const now = new Date();
const HOUR = 3_600_000;
const arrive = ({ provider, body }: Message, hoursAgo: number) =>
  admit({ provider, body, origin: 'sample', receivedAt: new Date(+now - hoursAgo * HOUR) });

beforeAll(async () => {
  await Promise.all(fixtures().map((fixture) => arrive(fixture, 48)));
  await arrive(message('ripio', 'not even JSON'), 3.5);
  await arrive(brlaMint(1), 23.5);
  await arrive(brlaMint(1), 0.5);
  await projectAll();
});

afterAll(async () => {
  await disconnect();
});

test.each(Object.keys(AT_RISK) as RiskGroup[])('the card "%s" says what the list it opens says', async (group) => {
  const sums = (await readMoneyAtRisk('stage')).filter((sum) => sum.group === group);
  const filters = { ...NO_FILTERS, status: AT_RISK[group], environment: ['stage'] };
  const { totals } = await readPageWithTotals('clear', { filters, sort: '-occurred_at', limit: 50, cursor: null }, now);
  const inOrder = (rows: readonly { currency: string | null; count: number; sum: string | null }[]) =>
    rows.map(({ currency, count, sum }) => `${currency} ${count} ${sum && add(sum, '0')}`).sort();
  expect(inOrder(sums)).toEqual(inOrder(totals?.sums.filter(({ direction }) => direction === 'in') ?? []));
  expect(sums.length).toBeGreaterThan(0);
});

test('nothing of another environment is in the sums', async () => {
  expect(await readMoneyAtRisk('production')).toEqual([]);
});

test('each source has its line: hours, duplicates, unrecognised, last delivery', async () => {
  const sources = await readSources(now);
  expect(sources.map(({ provider }) => provider)).toEqual([...PROVIDERS]);
  const [juno, ripio, brla] = sources;
  expect(juno).toMatchObject({ total: 0, duplicates: 0, waiting: 0, lastReceivedAt: new Date(+now - 48 * HOUR) });
  expect(ripio).toMatchObject({ total: 1, unrecognised: 1 });
  expect(ripio?.received.indexOf(1)).toBe(20);
  expect(brla).toMatchObject({ total: 2, duplicates: 1 });
  expect([brla?.received[0], brla?.received[23]]).toEqual([1, 1]);
  expect(await countUnrecognised()).toBeGreaterThanOrEqual(1);
  expect(await hasDeliveries()).toBe(true);
});

test('what waits to be folded is counted with its age', async () => {
  await arrive(brlaMint(2), 1);
  const brla = (await readSources(now)).find(({ provider }) => provider === 'brla');
  expect(brla).toMatchObject({ waiting: 1, oldestWaitingAt: new Date(+now - HOUR) });
});
