import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect } from './db';
import { admit } from './ingest';
import { lateSources } from './late-sources';
import { brlaMint, message } from './testing';

const MINUTE = 60_000;
const WEEK = 168 * 60 * MINUTE;
const now = new Date('2026-03-20T12:30:00Z');

beforeAll(async () => {
  const arrive = (made: ReturnType<typeof message>, at: number) =>
    admit({ provider: made.provider, body: made.body, origin: 'sample', receivedAt: new Date(at) });
  // BRLA sends ten in this half hour of every week, and its last one came forty minutes ago; Ripio sent one once.
  let i = 0;
  for (const week of [1, 2, 3])
    for (let n = 0; n < 10; n++) await arrive(brlaMint(i++), +now - week * WEEK - (5 + n) * MINUTE);
  await arrive(brlaMint(i), +now - 40 * MINUTE);
  await arrive(message('ripio', '{"event_type":"NEW_THING"}'), +now - 40 * MINUTE);
});
afterAll(disconnect);

test('a source that is quiet for longer than its habit explains is late; one without a habit is not', async () => {
  const [late, ...others] = await lateSources(now);
  expect(late).toMatchObject({ provider: 'brla', silentMs: 40 * MINUTE });
  expect(late?.usual).toBeGreaterThan(4);
  expect(others).toEqual([]);
});

test('right after a delivery nobody is late', async () => {
  expect(await lateSources(new Date(+now - 39 * MINUTE))).toEqual([]);
});
