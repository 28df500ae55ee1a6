import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type JunoRow, type JunoStandin, startJuno } from '@/e2e/standins/juno';
import { type RipioRow, type RipioStandin, startRipio } from '@/e2e/standins/ripio';
import { backfillBrla, backfillJuno, backfillRipio } from './backfill';
import { disconnect, prisma } from './db';
import { admit } from './ingest';
import type { Job, JobName, JobReport } from './jobs/job';
import { beginRun, endRun } from './jobs/run.store';
import { keptInEnglish } from './language/translator';
import { reportLists } from './list-report';
import { listDifferences } from './lists/difference.store';
import { projectAll } from './project';
import { rebuild } from './rebuild';
import { search } from './search';
import { message } from './testing';
import { readTransaction } from './transactions/detail.store';

const now = new Date('2026-03-10T12:00:00Z');
const junoAccess = { key: 'key-made-for-this-test', secret: 'secret-made-for-this-test' };
const ripioAccess = { clientId: 'client-made-for-this-test', clientSecret: 'secret-made-for-this-test' };

let juno: JunoStandin;
let ripio: RipioStandin;
beforeAll(async () => {
  [juno, ripio] = await Promise.all([startJuno(junoAccess), startRipio(ripioAccess)]);
  Object.assign(process.env, {
    JUNO_API_URL: juno.url,
    JUNO_API_KEY: junoAccess.key,
    JUNO_API_SECRET: junoAccess.secret,
    RIPIO_API_URL: ripio.url,
    RIPIO_API_CLIENT_ID: ripioAccess.clientId,
    RIPIO_API_CLIENT_SECRET: ripioAccess.clientSecret,
  });
});
beforeEach(() => {
  juno.mend();
  ripio.mend();
  Object.assign(juno.state, { transactions: [], arriving: [] });
  Object.assign(ripio.state, { deposits: [], withdrawals: [], arriving: [], pageSize: 20 });
});
afterAll(async () => {
  await Promise.all([juno.close(), ripio.close()]);
  await disconnect();
});

const signal = new AbortController().signal;
/** A run as the scheduler would do it, from its first line in the book to its last. */
async function run(name: JobName, job: Job, at = now): Promise<JobReport> {
  const id = await beginRun(name, null, at);
  const report = await job({ now: at, requestedBy: null, signal });
  await endRun(id, at, report);
  return report;
}
const runJuno = (at?: Date) => run('juno-transactions', backfillJuno, at);
const runRipio = () => run('ripio-transfers', backfillRipio);

const junoRow = (id: string, status: string, more: object = {}): JunoRow => ({
  id,
  amount: 100.5,
  currency: 'mxn',
  transaction_type: 'ISSUANCE',
  summary_status: status,
  created_at: '2026-03-10T11:00:00Z',
  updated_at: '2026-03-10T11:00:09Z',
  method: 'SPEI',
  ...more,
});
const deposit = (id: string, more: object = {}): RipioRow => ({
  id,
  amount: '12.50',
  currency_code: 'ARS',
  status: 'COMPLETED',
  end_user_id: 'customer_test',
  created_at: '2026-03-10T11:00:00Z',
  updated_at: '2026-03-10T11:00:09Z',
  ...more,
});

/** What Juno's webhook would have told. */
async function junoWebhook(id: string, status: string, more: object = {}) {
  const payload = {
    type: 'ISSUANCE',
    id,
    status,
    created_at: '2026-03-10T11:00:00Z',
    updated_at: '2026-03-10T11:00:05Z',
    issuance: { amount: '100.50', asset: 'MXN', method: 'SPEI' },
    ...more,
  };
  const { provider, body } = message('juno', { event: 'TRANSACTION', payload });
  await admit({ provider, body, origin: 'sample', receivedAt: now });
  await projectAll();
}
const stateOf = async (id: string) => (await readTransaction('clear', `juno:issuance:${id}`))?.transaction;
const deliveries = () => prisma().delivery.count();

test('what never reached us is added, marked as listed, proven by their API, and found by search', async () => {
  juno.state.transactions = [junoRow('missing-1', 'COMPLETE')];
  const report = await runJuno();
  expect(keptInEnglish(report.summary)).toBe('Juno transactions: 1 row compared, 1 added.');
  expect(report).toMatchObject({
    outcome: 'done',
    counts: { 'juno-transactions rows': 1, 'juno-transactions added': 1 },
  });
  const found = await readTransaction('clear', 'juno:issuance:missing-1');
  expect(found?.transaction).toMatchObject({ status: 'completed', amount: { amount: '100.5', currency: 'MXN' } });
  expect(found?.events[0]).toMatchObject({
    event: { isListed: true },
    arrivals: [{ origin: 'listed', proof: 'api', outcome: 'event' }],
  });
  expect((await search('clear', 'missing-1', { limit: 5 })).transactions.hits).toHaveLength(1);
});

test('a list that is asked a second time adds nothing and stores nothing', async () => {
  juno.state.transactions = [
    junoRow('twice-1', 'COMPLETE'),
    junoRow('twice-2', 'A_NEW_WORD'),
    junoRow('twice-3', 'COMPLETE', { transaction_type: 'LOAN' }),
  ];
  expect((await runJuno()).counts).toMatchObject({
    'juno-transactions added': 1,
    'juno-transactions not_understood': 2,
  });
  const before = [await deliveries(), await prisma().listDifference.findMany()];
  expect((await runJuno(new Date(+now + 60_000))).counts).toEqual({
    'juno-transactions rows': 3,
    'juno-transactions not_understood': 2,
  });
  expect([await deliveries(), await prisma().listDifference.findMany()]).toEqual(before);
});

test('a listed end fills a final message that was lost; a message that comes after it decides', async () => {
  await junoWebhook('lost-1', 'IN_PROGRESS');
  juno.state.transactions = [junoRow('lost-1', 'COMPLETE')];
  expect(keptInEnglish((await runJuno()).summary)).toBe('Juno transactions: 1 row compared, 1 filled in.');
  expect(await stateOf('lost-1')).toMatchObject({ status: 'completed', amount: { amount: '100.50' }, eventCount: 2 });

  await junoWebhook('lost-1', 'FAILED', { updated_at: '2026-03-10T11:00:07Z', external_ref: 'r-1' });
  expect(await stateOf('lost-1')).toMatchObject({ status: 'failed', externalRef: 'r-1' });
});

test('a listed row never takes back what a message told', async () => {
  await junoWebhook('told-1', 'COMPLETE');
  juno.state.transactions = [junoRow('told-1', 'PENDING', { updated_at: '2026-03-10T11:30:00Z' })];
  const before = await deliveries();
  expect(keptInEnglish((await runJuno()).summary)).toBe('Juno transactions: 1 row compared, nothing new.');
  expect(await stateOf('told-1')).toMatchObject({ status: 'completed', eventCount: 1 });
  expect(await deliveries()).toBe(before);
});

test('a contradiction is noted, seen again, settled when both agree, and begins anew', async () => {
  await junoWebhook('other-1', 'COMPLETE');
  juno.state.transactions = [junoRow('other-1', 'FAILED', { amount: 99 })];
  const open = () => listDifferences('clear', { state: 'open', list: 'juno-transactions' }, null, 10);
  const later = (minutes: number) => new Date(+now + minutes * 60_000);
  expect(keptInEnglish((await runJuno()).summary)).toBe('Juno transactions: 1 row compared, 1 differing.');
  expect(await open()).toMatchObject([
    { field: 'state', theirs: 'FAILED', ours: 'COMPLETE', isTransactionKnown: true, firstSeenAt: now, lastSeenAt: now },
    { field: 'amount', theirs: '99 MXN', ours: '100.50 MXN' },
  ]);

  juno.state.transactions = [junoRow('other-1', 'FAILED')];
  await runJuno(later(1));
  expect(await open()).toMatchObject([{ field: 'state', firstSeenAt: now, lastSeenAt: later(1) }]);
  expect(await listDifferences('clear', { state: 'settled', list: null }, null, 10)).toMatchObject([
    { field: 'amount', settledAt: later(1) },
  ]);

  juno.state.transactions = [junoRow('other-1', 'COMPLETE', { amount: 99 })];
  await runJuno(later(2));
  expect(await open()).toMatchObject([{ field: 'amount', firstSeenAt: later(2), settledAt: null }]);
  expect(await stateOf('other-1')).toMatchObject({ status: 'completed', amount: { amount: '100.50' }, eventCount: 1 });
});

describe('a list that fails', () => {
  test('on its second page leaves what was compared and nothing by half', async () => {
    const rows = ['p-1', 'p-2', 'p-3', 'p-4'].map((id) => deposit(id));
    let pages = 0;
    Object.defineProperty(ripio.state, 'deposits', {
      configurable: true,
      enumerable: true,
      get: () => {
        pages += 1;
        if (pages === 2) ripio.fault('half_json', 50, '/api/v1/fiat-deposits/');
        return rows;
      },
    });
    ripio.state.pageSize = 2;
    const report = await runRipio();
    Object.defineProperty(ripio.state, 'deposits', { value: rows, writable: true, configurable: true });
    expect(report.outcome).toBe('partial');
    expect(keptInEnglish(report.summary)).toMatch(
      /^Ripio fiat deposits: 2 rows compared, 2 added\. Ripio fiat withdrawals: 0 rows compared, nothing new\. GET \/api\/v1\/fiat-deposits\/ /,
    );
    const ids = await prisma().transaction.findMany({
      where: { id: { startsWith: 'ripio:p-' } },
      orderBy: { id: 'asc' },
    });
    expect(ids.map(({ id }) => id)).toEqual(['ripio:p-1', 'ripio:p-2']);

    ripio.mend();
    expect(keptInEnglish((await runRipio()).summary)).toMatch(/^Ripio fiat deposits: 4 rows compared, 2 added\./);
  });

  test('from the first is told as failed, and stores nothing', async () => {
    juno.state.transactions = [junoRow('never-1', 'COMPLETE')];
    juno.fault('html', 50);
    const before = await deliveries();
    const report = await runJuno();
    expect(report).toMatchObject({ outcome: 'failed', counts: { 'juno-transactions rows': 0 } });
    expect(keptInEnglish(report.summary)).toMatch(/GET \/mint_platform\/v1\/transactions /);
    expect(await deliveries()).toBe(before);
  });

  test('and one that grows while it is read is compared once', async () => {
    ripio.state.deposits = [deposit('c-1'), deposit('c-2'), deposit('c-3')];
    ripio.state.arriving = [deposit('c-0')];
    ripio.state.pageSize = 2;
    ripio.fault('changes_while_read', 2, '/api/v1/fiat-deposits/');
    const report = await runRipio();
    expect(report.outcome).toBe('done');
    const ids = await prisma().transaction.findMany({ where: { id: { startsWith: 'ripio:c-' } } });
    expect(new Set(ids.map(({ id }) => id))).toEqual(new Set(['ripio:c-0', 'ripio:c-1', 'ripio:c-2', 'ripio:c-3']));
    const events = await prisma().event.count({ where: { transactionId: { startsWith: 'ripio:c-' } } });
    expect(events).toBe(4);
  });
});

test('Juno is asked from a day before the last comparison, from what is open, and first for ninety days', async () => {
  await prisma().jobRun.deleteMany();
  const asked = async () => {
    await runJuno();
    return juno.calls
      .filter(({ path }) => path.startsWith('/mint_platform'))
      .at(-1)
      ?.query.get('isoDateFrom');
  };
  expect(await asked()).toBe('2025-12-10T12:00:00Z');
  expect(await asked()).toBe('2026-03-09T12:00:00Z');

  // A payment whose end has not come is looked for again, however long ago it began, within the ninety days.
  await junoWebhook('open-1', 'IN_PROGRESS', {
    created_at: '2026-02-01T08:00:00Z',
    updated_at: '2026-02-01T08:00:00Z',
  });
  await junoWebhook('older-1', 'PENDING', { created_at: '2025-02-01T08:00:00Z', updated_at: '2025-02-01T08:00:00Z' });
  expect(await asked()).toBe('2026-02-01T08:00:00Z');
});

test('a provider without access is not asked, and the report names what to set', async () => {
  const report = await run('brla-history', backfillBrla);
  expect(report).toMatchObject({ outcome: 'not_set_up', counts: {} });
  expect(keptInEnglish(report.summary)).toContain('BRLA_API_EMAIL and BRLA_API_PASSWORD');
  const reports = await reportLists(now);
  expect(reports.find(({ list }) => list === 'brla-pix-deposits')).toMatchObject({ lastComparedAt: null, tally: null });
  expect(reports.find(({ list }) => list === 'juno-transactions')).toMatchObject({
    missing: null,
    lastComparedAt: now,
    problem: null,
    nextAt: new Date('2026-03-10T12:07:00Z'),
    differences: { open: 1, unread: 2 },
  });
});

test('a rebuild reads listed rows as the rows they are', async () => {
  expect(await rebuild()).toMatchObject({ added: 0, removed: 0, changed: 0 });
});
