import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { keepRefusal } from './events/refusal.store';
import { admit } from './ingest';
import { projectAll } from './project';
import { reportSources } from './source-report';
import { readRhythms } from './source-report.store';
import { brlaMint, message } from './testing';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const now = new Date('2026-03-20T12:30:00Z');
const arrive = (made: ReturnType<typeof message>, at: number) =>
  admit({ provider: made.provider, body: made.body, origin: 'sample', receivedAt: new Date(at) });

beforeAll(async () => {
  let i = 0;
  // In the hour that began three hours ago: 1, 2, 3 and 8 in the weeks before, 5 today; BRLA began four weeks ago.
  for (const [week, count] of [5, 1, 2, 3, 8].entries())
    for (let n = 0; n < count; n++) await arrive(brlaMint(i++), +now - week * WEEK - 2.5 * HOUR);
  // Ripio began last week; Juno never spoke.
  await arrive(message('ripio', '{"event_type":"NEW_THING"}'), +now - WEEK - HOUR / 2);
  await arrive(message('ripio', '{"event_type":"NEW_THING"}'), +now - HOUR / 2);
  await arrive(brlaMint(0), +now - HOUR / 2);
  await projectAll();
  const refusal = {
    cause: 'no_proof',
    reason: 'made',
    sourceAddress: '203.0.113.7',
    headers: {},
    answerStatus: 503,
  } as const;
  for (const at of [+now - HOUR, +now - 25 * HOUR])
    await keepRefusal({
      ...refusal,
      path: '/api/webhooks/ripio/[hidden]',
      receivedAt: new Date(at),
      body: new Uint8Array(1),
    });
});
afterAll(disconnect);

test('an hour stands beside the quartiles of the same hour of the week, as far back as its source goes', async () => {
  const { brla, ripio, juno } = await readRhythms(now);
  expect(brla.weeks).toBe(4);
  expect(brla.hours).toHaveLength(24);
  expect(brla.hours[21]).toEqual({ received: 5, band: { low: 1.75, median: 2.5, high: 4.25, mean: 3.5 } });
  expect(brla.hours[20]).toEqual({ received: 0, band: { low: 0, median: 0, high: 0, mean: 0 } });
  expect(brla.hours[23]?.received).toBe(1);
  expect(ripio.weeks).toBe(1);
  expect(ripio.hours[23]).toEqual({ received: 1, band: { low: 1, median: 1, high: 1, mean: 1 } });
  expect(juno).toMatchObject({ weeks: 0, hours: Array(24).fill({ received: 0, band: null }) });
});

test('a source is reported with its address, its proofs, its shares and what it said that nobody knows', async () => {
  const [juno, ripio, brla] = await reportSources(now);
  expect(juno).toMatchObject({ provider: 'juno', total: 0, lastReceivedAt: null, refused: 0, unknownKinds: [] });
  expect(juno?.address).toMatch(/\/api\/webhooks\/juno$/);
  expect(ripio).toMatchObject({ total: 1, unrecognised: 1, refused: 1, addressSecret: null, isLocal: true });
  expect(ripio?.unknownKinds).toEqual([{ name: 'NEW_THING', count: 1, lastAt: new Date(+now - HOUR / 2) }]);
  expect(brla).toMatchObject({ total: 6, duplicates: 1, unrecognised: 0, waiting: 0 });
  expect(brla?.proofs.map(({ way }) => way)).toEqual(['signature', 'signature', 'loopback']);
  expect(await prisma().refusal.count()).toBe(2);
});
