import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrlaStandin, startBrla } from '@/e2e/standins/brla';
import { prisma } from './db';
import { countLedger } from './feeds/ledger.store';
import { projectAll } from './project';
import { applyListed, checkUnacknowledged, confirmStored } from './unacknowledged';

const EVENTS = 450;
const login = { email: 'ops@example.com', password: `password-${randomUUID()}` };
const settings = (url: string) => ({
  BRLA_API_URL: url,
  BRLA_API_EMAIL: login.email,
  BRLA_API_PASSWORD: login.password,
  BRLA_CONFIRM_EVENTS: 'on',
});
let brla: BrlaStandin;

beforeAll(async () => {
  const events = Array.from({ length: EVENTS }, (_, i) => ({
    id: `event-${i}`,
    userId: 'main-account',
    subscription: 'MINT',
    createdAt: 1_772_452_800_000 + i,
    acknowledged: false,
    data: { id: `operation-${i}`, status: 'QUEUED', amount: 1_000, chain: 'Polygon' },
  }));
  brla = await startBrla({ login }, { events }, { slowMs: 150 });
  Object.assign(process.env, settings(brla.url));
});
afterAll(() => brla.close());

/** Applies and confirms in a process of its own, which is killed as soon as `isTime`; `false` when it ended before. */
async function killedWhen(isTime: () => Promise<boolean>): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'e2e/faults/apply-and-confirm.ts'],
    { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  while (child.exitCode === null && !(await isTime())) await sleep(3);
  child.kill('SIGKILL');
  const [code] = await exited;
  return code === null;
}

const stored = () => prisma().delivery.count({ where: { origin: 'polled' } });
const confirmations = () => brla.calls.filter(({ method }) => method === 'PATCH').length;

async function expectNothingConfirmedThatIsNotStored(): Promise<void> {
  await projectAll();
  const confirmed = brla.state.confirmed.map((id) => `brla:${id}`);
  expect(await prisma().event.count({ where: { id: { in: confirmed } } })).toBe(new Set(confirmed).size);
}

test('killed at any moment, nothing is confirmed that is not stored, and nothing is applied twice', {
  timeout: 90_000,
}, async () => {
  const check = () => checkUnacknowledged({ now: new Date(), requestedBy: null, signal: new AbortController().signal });
  expect((await check()).counts).toEqual({ compared: EVENTS, missing: EVENTS });
  brla.fault('slow', 1_000, '/v1/business/webhooks/events');

  // While it stores, in the middle of a confirmation, and once more later in the list.
  const kills = [
    await killedWhen(async () => (await stored()) >= 50),
    await killedWhen(async () => confirmations() >= 1),
    await killedWhen(async () => confirmations() >= 3),
  ];
  expect(kills).toEqual([true, true, true]);
  await expectNothingConfirmedThatIsNotStored();

  brla.mend();
  await check();
  const signal = new AbortController().signal;
  await applyListed(null, 'ana@example.com');
  await projectAll();
  await check();
  await confirmStored(null, 'ana@example.com', signal);
  await expectNothingConfirmedThatIsNotStored();
  expect(new Set(brla.state.confirmed).size).toBe(EVENTS);
  expect(await countLedger()).toMatchObject({ confirmed: EVENTS, applied: 0, found: 0, failed: 0 });
  expect(await prisma().event.count()).toBe(EVENTS);
  expect(await prisma().transaction.count({ where: { eventCount: 1 } })).toBe(EVENTS);
});
