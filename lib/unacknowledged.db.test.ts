import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BrlaEvent, type BrlaStandin, startBrla } from '@/e2e/standins/brla';
import { pool, prisma } from './db';
import type { LedgerKey } from './feeds/ledger';
import { countLedger, readLedger } from './feeds/ledger.store';
import { admit } from './ingest';
import { keptInEnglish } from './language/translator';
import { projectAll } from './project';
import { applyListed, checkUnacknowledged, confirmStored, effectsOf, ignoreListed } from './unacknowledged';

const login = { email: 'ops@example.com', password: `password-${randomUUID()}` };
let brla: BrlaStandin;
let events: BrlaEvent[];

beforeAll(async () => {
  brla = await startBrla({ login });
  Object.assign(process.env, {
    BRLA_API_URL: brla.url,
    BRLA_API_EMAIL: login.email,
    BRLA_API_PASSWORD: login.password,
    BRLA_ACCOUNT: 'main-account',
    BRLA_SUB_ACCOUNTS: 'sub-1',
    BRLA_CONFIRM_EVENTS: 'on',
  });
});
afterAll(() => brla.close());
beforeEach(async () => {
  await prisma().listedEvent.deleteMany();
  brla.mend();
  brla.state.events = events = [];
  brla.state.confirmed.splice(0);
});

let made = 0;
/** A mint that BRLA could not tell us; each its own operation unless one is named. */
function undelivered(given: { status?: string; operation?: string; userId?: string; acknowledged?: boolean } = {}) {
  const { status = 'QUEUED', operation = `operation-${++made}`, userId = 'main-account', acknowledged = false } = given;
  const event: BrlaEvent = {
    id: `event-${++made}`,
    userId,
    subscription: 'MINT',
    createdAt: 1_772_452_800_000 + made,
    acknowledged,
    data: { id: operation, status, ...(status === 'QUEUED' && { amount: 1_000, chain: 'Polygon' }) },
  };
  events.push(event);
  return event;
}

const check = (signal = new AbortController().signal) =>
  checkUnacknowledged({ now: new Date(), requestedBy: null, signal });
const key = ({ id }: BrlaEvent): LedgerKey => ({ feed: 'brla', eventId: id });
const stateOf = async ({ id }: BrlaEvent) =>
  (await prisma().listedEvent.findFirst({ where: { eventId: id } }))?.state ?? null;
const deliveriesOf = ({ id }: BrlaEvent) =>
  prisma().delivery.count({ where: { origin: 'polled', body: { equals: rowBytes(id) } } });
const rowBytes = (id: string) => new TextEncoder().encode(JSON.stringify(events.find((event) => event.id === id)));

/** It comes as a webhook would have brought it. */
async function arrive({ acknowledged: _, ...webhook }: BrlaEvent) {
  await admit({
    provider: 'brla',
    origin: 'sample',
    receivedAt: new Date(),
    body: new TextEncoder().encode(JSON.stringify(webhook)),
  });
  await projectAll();
}

test('what BRLA could not deliver is found, what we have is recognised, what is another account’s is not taken', async () => {
  const [missing, known, foreign] = [undelivered(), undelivered(), undelivered({ userId: 'somebody-else' })];
  await arrive(known);
  brla.fault('foreign_account', 1, '/v1/business/webhooks/events');
  const report = await check();
  expect(report).toMatchObject({ outcome: 'done', counts: { compared: 3, missing: 1 } });
  expect(await Promise.all([missing, known, foreign].map(stateOf))).toEqual(['found', 'applied', 'foreign']);
  expect((await applyListed(null, 'ana@example.com')).done).toEqual([key(missing)]);
  expect(await stateOf(foreign)).toBe('foreign');
});

test('sub-accounts are asked one after the other', async () => {
  const [main, sub] = [undelivered(), undelivered({ userId: 'sub-1' })];
  expect((await check()).counts).toEqual({ compared: 2, missing: 2 });
  expect([await stateOf(main), await stateOf(sub)]).toEqual(['found', 'found']);
});

test('a list that is not filtered by the provider is filtered here', async () => {
  brla.state.isFiltering = false;
  const told = undelivered({ acknowledged: true });
  expect((await check()).counts).toEqual({ compared: 0, missing: 0 });
  expect(await stateOf(told)).toBeNull();
  brla.state.isFiltering = true;
});

test('applied through the same door: stored byte for byte as polled, folded, and never twice', async () => {
  const event = undelivered();
  await check();
  expect(await applyListed([key(event)], 'ana@example.com')).toEqual({ done: [key(event)], problem: null });
  await projectAll();
  const transaction = await prisma().transaction.findUnique({
    where: { id: `brla:${(event.data as { id: string }).id}` },
  });
  expect(transaction).toMatchObject({ status: 'pending', eventCount: 1 });
  expect(await deliveriesOf(event)).toBe(1);
  expect(await applyListed([key(event)], 'ana@example.com')).toEqual({ done: [], problem: null });
  expect(await deliveriesOf(event)).toBe(1);
  const { rows } = await readLedger('clear', { view: 'applied', feed: null }, null, 10);
  expect(rows).toMatchObject([{ eventId: event.id, decidedBy: 'ana@example.com', delivery: { origin: 'polled' } }]);
});

test('two people who apply the same at once store it once', async () => {
  const all = Array.from({ length: 30 }, () => undelivered());
  await check();
  const done = await Promise.all([applyListed(null, 'ana@example.com'), applyListed(null, 'bia@example.com')]);
  expect(done.flatMap((one) => one.done)).toHaveLength(30);
  await projectAll();
  for (const event of all) expect(await deliveriesOf(event)).toBe(1);
});

test('the effect is told before anything is done', async () => {
  const operation = 'operation-effect';
  await arrive(undelivered({ operation }));
  const [fresh, later] = [undelivered(), undelivered({ operation, status: 'SUCCESS' })];
  const body = (event: BrlaEvent) => new TextEncoder().encode(JSON.stringify(event));
  expect(await effectsOf([fresh, later, events[0] as BrlaEvent].map(body))).toEqual([
    { outcome: 'new', transactionId: expect.stringMatching(/^brla:/), after: 'pending' },
    { outcome: 'state', transactionId: `brla:${operation}`, before: 'pending', after: 'completed' },
    { outcome: 'none', transactionId: `brla:${operation}` },
  ]);
  expect(await effectsOf([new TextEncoder().encode('{"subscription":"NOVELTY"}')])).toMatchObject([
    { outcome: 'unrecognised' },
  ]);
});

test('only what is stored is confirmed, and what was confirmed leaves the list', async () => {
  const [stored, missing] = [undelivered(), undelivered()];
  await arrive(stored);
  await check();
  const signal = new AbortController().signal;
  expect(await confirmStored(null, 'ana@example.com', signal)).toEqual({ done: [key(stored)], problem: null });
  expect(await confirmStored([key(missing)], 'ana@example.com', signal)).toEqual({ done: [], problem: null });
  expect(brla.state.confirmed).toEqual([stored.id]);
  expect(await stateOf(stored)).toBe('confirmed');
  stored.acknowledged = false; // BRLA forgot it
  await check();
  expect(await stateOf(stored)).toBe('applied');
});

test('a provider that refuses the confirmation leaves it unconfirmed here', async () => {
  const event = undelivered();
  await arrive(event);
  await check();
  brla.fault('500', 9, '/v1/business/webhooks/events');
  const { done, problem } = await confirmStored(null, 'ana@example.com', new AbortController().signal);
  expect(done).toEqual([]);
  expect(problem).toMatch(/PATCH \/v1\/business\/webhooks\/events/);
  expect(await stateOf(event)).toBe('applied');
});

test('what is ignored stays ignored until it is applied by name', async () => {
  const event = undelivered();
  await check();
  await ignoreListed([key(event)], 'a test of ours', 'ana@example.com');
  await check();
  expect(await stateOf(event)).toBe('ignored');
  expect((await applyListed(null, 'ana@example.com')).done).toEqual([]);
  expect((await applyListed([key(event)], 'ana@example.com')).done).toEqual([key(event)]);
});

test('what is no longer listed is confirmed where we have it, and gone where we do not', async () => {
  const [stored, missing] = [undelivered(), undelivered()];
  await arrive(stored);
  await check();
  brla.state.events = [];
  await check();
  expect([await stateOf(stored), await stateOf(missing)]).toEqual(['confirmed', 'gone']);
  expect((await countLedger()).gone).toBe(1);
});

test.each([['html'], ['half_json'], ['500']] as const)(
  'a list that breaks off (%s) is told as a problem and declares nothing gone',
  async (fault) => {
    const event = undelivered();
    await check();
    brla.fault(fault, 9, '/v1/business/webhooks/events');
    const report = await check();
    expect(report.outcome).toMatch(/^(partial|failed)$/);
    expect(keptInEnglish(report.summary)).toContain('GET /v1/business/webhooks/events');
    expect(await stateOf(event)).toBe('found');
  },
);

test('a check that finds nothing asks the database once', async () => {
  await check();
  let queries = 0;
  const count = () => {
    queries += 1;
  };
  pool().on('acquire', count);
  const report = await check();
  pool().off('acquire', count);
  expect(keptInEnglish(report.summary)).toBe('0 listed events compared, nothing is missing here.');
  expect(queries).toBe(1);
});
