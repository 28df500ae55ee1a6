import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type BrlaEvent, type BrlaStandin, type BrlaState, startBrla } from '@/e2e/standins/brla';
import type { Fault } from '@/e2e/standins/server';
import type { ApiProblem } from '@/lib/providers/failure';
import type { FeedEvent } from '@/lib/providers/listing';
import { type BrlaSettings, brlaApi } from './account.api';

const login = { email: 'desk@example.com', password: 'made-for-this-test' };
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signing = { key: 'key-made-for-this-test', privateKey: pair.privateKey };
const pace = { spacing: 0, timeout: 250, pause: 5 };
const { signal } = new AbortController();

let standin: BrlaStandin;
afterEach(() => standin.close());

async function start(state: Partial<BrlaState> = {}, access: BrlaSettings['access'] = login) {
  const apiKey = { key: signing.key, publicKey: pair.publicKey };
  standin = await startBrla({ login, apiKey }, state, { slowMs: 600 });
  return brlaApi({ host: standin.url, access, subAccounts: ['sub-1'], pace });
}

function event(id: string, more: Partial<BrlaEvent> = {}): BrlaEvent {
  return {
    id,
    userId: 'main-account',
    subscription: 'MINT',
    createdAt: 1_772_452_800_123,
    acknowledged: false,
    data: { id: `operation-of-${id}`, status: 'QUEUED', amount: 100 },
    ...more,
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const idsOf = (events: readonly FeedEvent[]) => events.map(({ eventId }) => eventId);

describe('BRLA’s undelivered events', () => {
  test('are listed by account, byte for byte', async () => {
    const { feed } = await start({ events: [event('e1'), event('e2', { userId: 'sub-1' })] });
    expect(feed.accounts).toEqual([null, 'sub-1']);
    const [first, ...others] = await all(feed.list(null, signal));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      eventId: 'e1',
      confirmId: 'e1',
      account: 'main-account',
      subscription: 'MINT',
      operationId: 'operation-of-e1',
      happenedAt: '2026-03-02T12:00:00.123Z',
      isAcknowledged: false,
    });
    expect(Buffer.from(first?.body ?? []).toString()).toBe(JSON.stringify(event('e1')));
    expect(idsOf(await all(feed.list('sub-1', signal)))).toEqual(['e2']);
  });

  test('are sorted out by us where the filter is not understood', async () => {
    const { feed } = await start({ isFiltering: false, events: [event('e1', { acknowledged: true }), event('e2')] });
    expect(idsOf(await all(feed.list(null, signal)))).toEqual(['e2']);
  });

  test('are confirmed by id', async () => {
    const { feed } = await start({ events: [event('e1'), event('e2')] });
    await feed.confirm(['e1'], signal);
    await feed.confirm([], signal);
    expect(standin.state.confirmed).toEqual(['e1']);
    expect(idsOf(await all(feed.list(null, signal)))).toEqual(['e2']);
  });

  test('of another account are told as such', async () => {
    const { feed } = await start({ events: [event('e1', { userId: 'somebody-else' })] });
    standin.fault('foreign_account');
    expect(await all(feed.list(null, signal))).toMatchObject([{ eventId: 'e1', account: 'somebody-else' }]);
  });

  test('are a hundred thousand in one answer, in flat memory', async () => {
    const count = 100_000;
    const events = {
      *[Symbol.iterator]() {
        for (let i = 0; i < count; i++) yield event(`event-${i}`);
      },
    };
    const { feed } = await start({ events });
    const before = process.memoryUsage().arrayBuffers;
    let seen = 0;
    let most = 0;
    for await (const { eventId } of feed.list(null, signal)) {
      if (eventId === `event-${seen}`) seen += 1;
      if (seen % 5_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(seen).toBe(count);
    expect(most).toBeLessThan(64 * 1024 * 1024);
  }, 60_000);
});

describe('the access to BRLA', () => {
  test('is one login for many calls, and one more when the token is over', async () => {
    const { feed } = await start();
    await Promise.all([all(feed.list(null, signal)), all(feed.list('sub-1', signal))]);
    standin.fault('expired_token');
    await all(feed.list(null, signal));
    expect(standin.calls.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'GET', 'GET', 'POST', 'POST']);
  });

  test('is refused after one more login, and the reason names no secret', async () => {
    const { feed } = await start();
    standin.fault('expired_token', Number.POSITIVE_INFINITY);
    const failure = await all(feed.list(null, signal)).catch((error) => error);
    expect(failure).toMatchObject({ problem: 'unauthorised' });
    expect(failure.message).not.toMatch(/token-/);
    expect(standin.calls.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('with the wrong password is refused at once, and the reason names neither it nor the address', async () => {
    const { feed } = await start({}, { ...login, password: 'hunter2' });
    const failure = await all(feed.list(null, signal)).catch((error) => error);
    expect(failure).toMatchObject({ problem: 'unauthorised' });
    expect(failure.message).toBe('POST /v1/business/login answered 401: no account … with password ….');
    expect(standin.calls).toHaveLength(1);
  });

  test('may be by signature instead, of the body as well', async () => {
    const { feed } = await start({ events: [event('e1')] }, signing);
    expect(idsOf(await all(feed.list(null, signal)))).toEqual(['e1']);
    await feed.confirm(['e1'], signal);
    expect(standin.state.confirmed).toEqual(['e1']);
    expect(standin.calls.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
  });

  test('by another key’s signature is refused', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const { feed } = await start({}, { ...signing, privateKey: other });
    await expect(all(feed.list(null, signal))).rejects.toMatchObject({
      problem: 'unauthorised',
      theirs: { message: 'bad signature' },
    });
  });
});

describe('what BRLA says wrong', () => {
  test.each<[Fault, ApiProblem]>([
    ['500', 'server_error'],
    ['slow', 'timed_out'],
    ['html', 'not_understood'],
    ['half_json', 'not_understood'],
    ['hang_up', 'unreachable'],
    ['rate_limited', 'rate_limited'],
    ['numbers_for_strings', 'not_understood'],
  ])('%s is %s', async (kind, problem) => {
    const { feed } = await start({ events: [event('e1')] });
    standin.fault(kind, Number.POSITIVE_INFINITY, '/v1/business/webhooks');
    await expect(all(feed.list(null, signal))).rejects.toMatchObject({ name: 'ApiFailure', problem });
  });

  test('is asked for again when the login had a bad moment', async () => {
    const { feed } = await start({ events: [event('e1')] });
    standin.fault('500', 2, '/v1/business/login');
    expect(await all(feed.list(null, signal))).toHaveLength(1);
  });
});

describe('BRLA’s histories', () => {
  test('are rows as they stood in the answer, by account', async () => {
    const { client } = await start({
      pixDeposits: { 'main-account': [{ id: 'd1', amount: 1000 }], 'sub-1': [{ id: 'd2', amount: 2000 }] },
      pixToUsd: { 'main-account': [{ id: 'p1', amountBrl: 600, amountUsd: 97 }] },
    });
    const rows = [
      ...(await all(client.listPixDeposits(null))),
      ...(await all(client.listPixDeposits('sub-1'))),
      ...(await all(client.listPixToUsd(null))),
      ...(await all(client.listPixToUsd('sub-1'))),
    ];
    expect(rows.map(({ list, row }) => [list, Buffer.from(row).toString()])).toEqual([
      ['brla-pix-deposits', '{"id":"d1","amount":1000}'],
      ['brla-pix-deposits', '{"id":"d2","amount":2000}'],
      ['brla-pix-to-usd', '{"id":"p1","amountBrl":600,"amountUsd":97}'],
    ]);
  });
});
