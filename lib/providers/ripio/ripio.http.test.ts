import { afterEach, describe, expect, test } from 'vitest';
import { type RipioStandin, type RipioState, startRipio } from '@/e2e/standins/ripio';
import type { Fault } from '@/e2e/standins/server';
import type { ApiProblem } from '@/lib/providers/failure';
import type { ListedRow } from '@/lib/providers/listing';
import { ripioApi } from './api';

const keys = { clientId: 'client-made-for-this-test', clientSecret: 'secret-made-for-this-test' };
const pace = { spacing: 0, timeout: 250, pause: 5 };

let standin: RipioStandin;
afterEach(() => standin.close());

async function start(state: Partial<RipioState> = {}) {
  standin = await startRipio(keys, { pageSize: 10, ...state }, { slowMs: 600 });
  return ripioApi({ host: standin.url, ...keys, pace });
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `deposit-${i}`, amount: '10.50', status: 'COMPLETED' }));

async function idsOf(rows: AsyncIterable<ListedRow>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { row } of rows) ids.push(JSON.parse(Buffer.from(row).toString()).id);
  return ids;
}
const tokensAsked = () => standin.calls.filter(({ path }) => path === '/oauth2/token/').length;

describe('Ripio’s lists', () => {
  test.each([0, 1, 10, 35])('are read to their end: %i', async (count) => {
    const ripio = await start({ deposits: rowsOf(count), withdrawals: rowsOf(2) });
    expect(await idsOf(ripio.listDeposits())).toEqual(rowsOf(count).map(({ id }) => id));
    for await (const { list, row } of ripio.listWithdrawals()) {
      expect(list).toBe('ripio-withdrawals');
      expect(Buffer.from(row).toString()).toMatch(/^\{"id":"deposit-\d","amount":"10.50","status":"COMPLETED"\}$/);
    }
    expect(tokensAsked()).toBe(1);
  });

  test('bring each row once while they grow under the reader', async () => {
    const arriving = rowsOf(3).map((row) => ({ ...row, id: `late-${row.id}` }));
    const ripio = await start({ deposits: rowsOf(35), arriving });
    standin.fault('changes_while_read', 3);
    const ids = await idsOf(ripio.listDeposits());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(rowsOf(35).map(({ id }) => id)));
  });

  test('whose next page was read already end', async () => {
    const ripio = await start({ deposits: rowsOf(35) });
    standin.fault('repeats_pages', Number.POSITIVE_INFINITY);
    await expect(idsOf(ripio.listDeposits())).rejects.toMatchObject({
      problem: 'not_understood',
      message: 'GET /api/v1/fiat-deposits/ answered the same pages over and over.',
    });
  });

  test('are not followed to another host', async () => {
    const ripio = await start({ deposits: rowsOf(35), otherHost: 'https://elsewhere.example.com' });
    await expect(idsOf(ripio.listDeposits())).rejects.toMatchObject({
      problem: 'not_understood',
      message: expect.stringContaining('another host'),
    });
  });
});

describe('the access to Ripio', () => {
  test('is fetched again when it is over, once', async () => {
    const ripio = await start({ deposits: rowsOf(1) });
    await idsOf(ripio.listDeposits());
    standin.fault('expired_token');
    expect(await idsOf(ripio.listDeposits())).toHaveLength(1);
    expect(tokensAsked()).toBe(2);
    standin.fault('expired_token', Number.POSITIVE_INFINITY);
    const failure = await idsOf(ripio.listDeposits()).catch((error) => error);
    expect(failure).toMatchObject({ problem: 'unauthorised', theirs: { code: '40001' } });
    expect(failure.message).not.toMatch(/token-/);
    expect(tokensAsked()).toBe(3);
  });

  test('is fetched again before it is over', async () => {
    const ripio = await start({ expiresInSeconds: 60 });
    await idsOf(ripio.listDeposits());
    await idsOf(ripio.listDeposits());
    expect(tokensAsked()).toBe(2);
  });

  test('with a wrong secret is refused, and the reason does not name it', async () => {
    await start();
    const ripio = ripioApi({ host: standin.url, ...keys, clientSecret: 'another secret', pace });
    const failure = await idsOf(ripio.listDeposits()).catch((error) => error);
    expect(failure).toMatchObject({ problem: 'unauthorised' });
    expect(failure.message).not.toMatch(/another secret|client-made/);
  });
});

test.each<[Fault, ApiProblem]>([
  ['500', 'server_error'],
  ['slow', 'timed_out'],
  ['html', 'not_understood'],
  ['half_json', 'not_understood'],
  ['hang_up', 'unreachable'],
  ['rate_limited', 'rate_limited'],
  ['numbers_for_strings', 'not_understood'],
])('what Ripio does wrong has a name: %s is %s', async (kind, problem) => {
  const ripio = await start({ deposits: rowsOf(2) });
  standin.fault(kind, Number.POSITIVE_INFINITY, '/api/');
  await expect(idsOf(ripio.listDeposits())).rejects.toMatchObject({ name: 'ApiFailure', problem });
});
