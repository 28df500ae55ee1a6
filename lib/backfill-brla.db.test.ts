import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrlaStandin, startBrla } from '@/e2e/standins/brla';
import { backfillBrla } from './backfill';
import { disconnect, prisma } from './db';
import { admit } from './ingest';
import { keptInEnglish } from './language/translator';
import { projectAll } from './project';
import { search } from './search';
import { brlaMint } from './testing';
import { readTransaction } from './transactions/detail.store';

const now = new Date('2026-03-10T12:00:00Z');
const login = { email: 'desk@example.com', password: 'password-made-for-this-test' };

let brla: BrlaStandin;
beforeAll(async () => {
  brla = await startBrla({ login });
  Object.assign(process.env, {
    BRLA_API_URL: brla.url,
    BRLA_API_EMAIL: login.email,
    BRLA_API_PASSWORD: login.password,
    BRLA_SUB_ACCOUNTS: 'sub-1',
  });
});
afterAll(async () => {
  await brla.close();
  await disconnect();
});

const run = () => backfillBrla({ now, requestedBy: null, signal: new AbortController().signal });

test('pay-ins of the account and its sub-accounts fill the mints they name, and those without one are kept once', async () => {
  const { provider, body } = brlaMint(1);
  await admit({ provider, body, origin: 'sample', receivedAt: now });
  await projectAll();
  const payIn = { amount: 1_051, status: 'PAID', createdAt: '2026-03-02T12:00:00.123456Z' };
  brla.state.pixDeposits = {
    [brla.state.account]: [
      { id: 'deposit-1', ...payIn, taxId: '11144477735', referenceLabel: 'label-1', mintOps: [{ id: 'operation-1' }] },
      { id: 'deposit-2', ...payIn, mintOps: [] },
    ],
  };
  brla.state.pixToUsd = {
    'sub-1': [
      {
        id: 'order-1',
        createdAt: payIn.createdAt,
        pixToUsdOps: [{ id: 'op-1', brlaAmount: 600, usdAmount: 97, coin: 'USDC' }],
      },
    ],
  };
  const report = await run();
  expect({ ...report, summary: keptInEnglish(report.summary) }).toEqual({
    outcome: 'done',
    summary:
      'BRLA PIX pay-ins: 2 rows compared, 1 filled in, 1 not understood. BRLA PIX to USD: 1 row compared, 1 added.',
    counts: {
      'brla-pix-deposits rows': 2,
      'brla-pix-deposits filled': 1,
      'brla-pix-deposits not_understood': 1,
      'brla-pix-to-usd rows': 1,
      'brla-pix-to-usd added': 1,
    },
  });
  const mint = (await readTransaction('clear', 'brla:operation-1'))?.transaction;
  expect(mint).toMatchObject({ status: 'pending', amount: { amount: '10.01', currency: 'BRLA' }, eventCount: 2 });
  expect(mint?.links).toEqual([{ relation: 'pays_deposit', target: 'deposit-1' }]);
  expect((await search('clear', 'label-1', { limit: 5 })).transactions.hits).toHaveLength(1);
  expect((await readTransaction('clear', 'brla:op-1'))?.transaction).toMatchObject({
    status: 'processing',
    amount: { amount: '6.00', currency: 'BRL' },
    amountOut: { amount: '0.97', currency: 'USDC' },
  });

  const before = await prisma().delivery.count();
  expect(keptInEnglish((await run()).summary)).toBe(
    'BRLA PIX pay-ins: 2 rows compared, 1 not understood. BRLA PIX to USD: 1 row compared, nothing new.',
  );
  expect(await prisma().delivery.count()).toBe(before);
});
