import { afterEach, describe, expect, test } from 'vitest';
import { type JunoRow, type JunoStandin, type JunoState, startJuno } from '@/e2e/standins/juno';
import type { Fault } from '@/e2e/standins/server';
import type { ApiProblem } from '@/lib/providers/failure';
import type { ListedRow } from '@/lib/providers/listing';
import { type Alone, type JunoSettings, junoApi } from './client.api';

const keys = { key: 'key-made-for-this-test', secret: 'secret-made-for-this-test' };

let standin: JunoStandin;
afterEach(() => standin.close());

async function start(state: Partial<JunoState> = {}, settings: Partial<JunoSettings> = {}) {
  standin = await startJuno(keys, state, { slowMs: 600 });
  let last = 0;
  const alone: Alone = (work) => work(String(++last));
  const pace = { spacing: 0, timeout: 250, pause: 5 };
  return junoApi({ host: standin.url, ...keys, isQuerySigned: true, alone, pace, ...settings });
}

const transaction = (i: number): JunoRow => ({
  id: `transaction-${i}`,
  amount: 1.1,
  currency: 'mxn',
  transaction_type: 'ISSUANCE',
  summary_status: 'COMPLETE',
  created_at: new Date(Date.UTC(2026, 0, 1) - i * 1000).toISOString(),
});
const transactions = (count: number) => Array.from({ length: count }, (_, i) => transaction(i));

async function idsOf(rows: AsyncIterable<ListedRow>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { row } of rows) ids.push(JSON.parse(Buffer.from(row).toString()).id);
  return ids;
}

describe('Juno’s transactions', () => {
  test.each([0, 1, 100, 250])('are all listed, newest first: %i', async (count) => {
    const juno = await start({ transactions: transactions(count) });
    expect(await idsOf(juno.listTransactions({}))).toEqual(transactions(count).map(({ id }) => id));
    expect(standin.calls).toHaveLength(Math.max(1, Math.ceil(count / 100)));
  });

  test('are rows with their bytes', async () => {
    const juno = await start({ transactions: [transaction(0)] });
    for await (const { list, row } of juno.listTransactions({})) {
      expect(list).toBe('juno-transactions');
      expect(Buffer.from(row).toString()).toBe(JSON.stringify(transaction(0)));
    }
    expect.assertions(2);
  });

  test('are asked for by the time they were created', async () => {
    const juno = await start({ transactions: transactions(10) });
    const from = new Date(Date.UTC(2026, 0, 1) - 4_500);
    expect(await idsOf(juno.listTransactions({ from, to: new Date(Date.UTC(2026, 0, 1)) }))).toHaveLength(5);
    expect(standin.calls[0]?.query.get('isoDateFrom')).toBe('2025-12-31T23:59:55Z');
  });

  test('come once each while the list grows under the reader', async () => {
    const arriving = [1, 2, 3].map((i) => ({ ...transaction(0), id: `late-${i}`, created_at: '2026-01-02T00:00:00Z' }));
    const juno = await start({ transactions: transactions(250), arriving });
    standin.fault('changes_while_read', 3);
    const ids = await idsOf(juno.listTransactions({}));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(transactions(250).map(({ id }) => id)));
  });

  test('in pages that repeat for ever end', async () => {
    const juno = await start({ transactions: transactions(100) });
    standin.fault('repeats_pages', Number.POSITIVE_INFINITY);
    await expect(idsOf(juno.listTransactions({}))).rejects.toMatchObject({
      problem: 'not_understood',
      message: expect.stringContaining('over and over'),
    });
    expect(standin.calls.length).toBeLessThan(6);
  });

  test('have details, or there is no such one', async () => {
    const juno = await start({ transactions: [transaction(0)] });
    expect(Buffer.from((await juno.transactionDetail('transaction-0')) ?? []).toString()).toBe(
      JSON.stringify(transaction(0)),
    );
    expect(await juno.transactionDetail('unknown')).toBeNull();
  });
});

describe('the access to Juno', () => {
  test('signs every attempt with a nonce of its own', async () => {
    const juno = await start({ transactions: transactions(1) });
    standin.fault('500', 2);
    await idsOf(juno.listTransactions({}));
    expect(standin.nonces).toEqual([3n]);
    expect(standin.calls).toHaveLength(3);
  });

  test.each([true, false])('signs the query or not, as Juno wants it: %s', async (isQuerySigned) => {
    const juno = await start({ isQuerySigned }, { isQuerySigned });
    expect(await idsOf(juno.listTransactions({}))).toEqual([]);
    const other = junoApi({ host: standin.url, ...keys, isQuerySigned: !isQuerySigned, alone: (work) => work('99') });
    await expect(idsOf(other.listTransactions({}))).rejects.toMatchObject({ problem: 'unauthorised' });
  });

  test('with a nonce that was used, or another secret, is refused in their words and without ours', async () => {
    const juno = await start({}, { alone: (work) => work('7') });
    await juno.listWebhooks();
    await expect(juno.listWebhooks()).rejects.toMatchObject({ problem: 'unauthorised', theirs: { code: '0201' } });
    const wrong = junoApi({
      host: standin.url,
      ...keys,
      key: 'other-key',
      isQuerySigned: true,
      alone: (work) => work('8'),
    });
    const failure = await wrong.listWebhooks().catch((error) => error);
    expect(failure.message).toBe('GET /v4/webhooks answered 401: 0201, unknown key ….');
  });
});

describe('Juno’s webhooks', () => {
  test('are registered, listed and deleted', async () => {
    const juno = await start();
    const webhook = { id: '11330', callbackUrl: 'https://desk.example.com/api/webhooks/juno', event: 'TRANSACTION' };
    expect(await juno.registerWebhook(webhook.callbackUrl)).toEqual({
      outcome: 'registered',
      location: '/v4/webhooks/11330',
      webhooks: [webhook],
    });
    expect(await juno.listWebhooks()).toEqual([webhook]);
    expect(await juno.deleteWebhook('11330')).toBe('deleted');
    expect(await juno.deleteWebhook('11330')).toBe('not_found');
    expect(await juno.listWebhooks()).toEqual([]);
  });

  test('are registered once, and over https', async () => {
    const juno = await start();
    await juno.registerWebhook('https://desk.example.com/');
    expect(await juno.registerWebhook('https://desk.example.com/')).toEqual({
      outcome: 'duplicate',
      message: 'Duplicated subscription for event types: [transaction]',
    });
    expect(await juno.registerWebhook('http://desk.example.com/')).toEqual({
      outcome: 'refused',
      message: 'callback_url must be https',
    });
  });

  test('are not registered twice because an answer was lost', async () => {
    const juno = await start();
    standin.fault('hang_up');
    await expect(juno.registerWebhook('https://desk.example.com/')).rejects.toMatchObject({ problem: 'unreachable' });
    expect(standin.calls).toHaveLength(1);
  });
});

test.each<[Fault, ApiProblem]>([
  ['500', 'server_error'],
  ['slow', 'timed_out'],
  ['html', 'not_understood'],
  ['half_json', 'not_understood'],
  ['hang_up', 'unreachable'],
  ['rate_limited', 'rate_limited'],
  ['stale_nonce', 'unauthorised'],
  ['numbers_for_strings', 'not_understood'],
])('what Juno does wrong has a name: %s is %s', async (kind, problem) => {
  const juno = await start({ transactions: transactions(2) });
  standin.fault(kind, Number.POSITIVE_INFINITY);
  await expect(idsOf(juno.listTransactions({}))).rejects.toMatchObject({ name: 'ApiFailure', problem });
});
