import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { type AveniaStandin, type AveniaState, startAvenia } from '@/e2e/standins/avenia';
import type { FeedEvent } from '@/lib/providers/listing';
import { aveniaFeed } from './avenia.api';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = 'key-made-for-this-test';
const { signal } = new AbortController();

let standin: AveniaStandin;
afterEach(() => standin.close());

async function start(count: number, more: Partial<AveniaState> = {}) {
  const events = Array.from({ length: count }, (_, i) => ({
    id: `event-${i}`,
    subAccountId: i % 2 === 0 ? 'main' : 'sub-1',
    subscription: 'TICKET',
    createdAt: '2026-03-02T12:00:00.123456Z',
    data: { ticket: { id: `ticket-${i}`, status: 'PAID' } },
  }));
  const attempts = events.map(({ id }, i) => ({ id: `attempt-${i}`, webhookEventId: id, acknowledged: false }));
  standin = await startAvenia({ key, publicKey }, { events, attempts, pageSize: 3, ...more }, { slowMs: 600 });
  const pace = { spacing: 0, timeout: 250, pause: 5 };
  return aveniaFeed({ host: standin.url, access: { key, privateKey }, subAccounts: ['sub-1'], pace });
}

async function all(items: AsyncIterable<FeedEvent>) {
  const found: FeedEvent[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('unacknowledged attempts are listed page by page, each with its event as Avenia answers it', async () => {
  const feed = await start(14);
  const events = await all(feed.list(null, signal));
  expect(events.map(({ confirmId }) => confirmId)).toEqual([0, 2, 4, 6, 8, 10, 12].map((i) => `attempt-${i}`));
  expect(events[0]).toMatchObject({
    eventId: 'event-0',
    account: 'main',
    subscription: 'TICKET',
    operationId: 'ticket-0',
    happenedAt: '2026-03-02T12:00:00.123456Z',
    isAcknowledged: false,
  });
  expect(JSON.parse(Buffer.from(events[0]?.body ?? []).toString())).toMatchObject({ event: { id: 'event-0' } });
  expect(await all(feed.list('sub-1', signal))).toHaveLength(7);
});

test('attempts are confirmed by their own ids', async () => {
  const feed = await start(2);
  await feed.confirm(['attempt-0'], signal);
  expect(standin.state.confirmed).toEqual(['attempt-0']);
  expect(await all(feed.list(null, signal))).toEqual([]);
});

test('pages that repeat for ever end', async () => {
  const feed = await start(14);
  standin.fault('repeats_pages', Number.POSITIVE_INFINITY);
  await expect(all(feed.list(null, signal))).rejects.toMatchObject({
    problem: 'not_understood',
    message: 'GET /v2/notifications/webhooks/attempts answered the same pages over and over.',
  });
});

test('an attempt that names no event cannot be read', async () => {
  const attempts = [{ id: 'attempt-0', webhookEventId: 'event-0', acknowledged: false }];
  const feed = await start(1, { attempts });
  standin.fault('numbers_for_strings');
  await expect(all(feed.list(null, signal))).rejects.toMatchObject({ problem: 'not_understood' });
});

test('a key that is not ours is refused', async () => {
  await start(1);
  const access = { key, privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
  const feed = aveniaFeed({ host: standin.url, access, subAccounts: [], pace: { spacing: 0 } });
  await expect(all(feed.list(null, signal))).rejects.toMatchObject({ problem: 'unauthorised' });
});
