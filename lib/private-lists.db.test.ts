import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, pool } from '@/lib/db';
import { listDeliveries } from '@/lib/events/delivery.store';
import { readKeptReceived, readKeptSelection } from '@/lib/events/received-kept.store';
import { admit } from '@/lib/ingest';
import { keptValue } from '@/lib/kept-value';
import { PRIVATE_LISTS, type PrivateListName } from '@/lib/private-lists';
import { projectAll } from '@/lib/project';
import { readExceptions } from '@/lib/reconciliation/exception-view.store';
import { readLegs, readLines } from '@/lib/reconciliation/view.store';
import { EXCEPTION_LIST, LEG_LIST, LINE_LIST, readViewQuery } from '@/lib/reconciliation/view-query';
import { readKept } from '@/lib/search-kept.store';
import { addressable } from '@/lib/search-private-address';
import { fixtures } from '@/lib/testing';

/** Lists read with a token in the place of what was typed: whose ever it is they find the same, and once it is forgotten nothing. */

const NOW = new Date();
let clabe = '';

beforeAll(async () => {
  for (const { provider, body } of fixtures())
    await admit({ provider, body, origin: 'sample', receivedAt: new Date() });
  await projectAll();
  for (const id of ['ana', 'bruno'])
    await pool().query(
      `INSERT INTO users (id, name, email, email_verified, updated_at) VALUES ($1, $1, $1 || '@example.test', true, now())`,
      [id],
    );
  const { rows } = await pool().query(
    `SELECT i.value FROM identifiers i JOIN leg_ids l ON l.key = i.key WHERE i.kind = 'sender_clabe' ORDER BY 1 LIMIT 1`,
  );
  clabe = rows[0].value;
});

afterAll(disconnect);

/** The address with a token in it, as whoever typed the value gets it. */
async function kept(userId: string, list: PrivateListName, address: string): Promise<URLSearchParams> {
  const search = await addressable(userId, list, new URLSearchParams(address), NOW);
  expect(decodeURIComponent(search.toString())).not.toContain(clabe);
  expect(PRIVATE_LISTS[list].keptOf(search)).toHaveLength(1);
  return search;
}

/** As if an hour had passed. */
const forget = () => pool().query(`UPDATE preferences SET updated_at = now() - interval '61 minutes'`);

async function legsOf(search: URLSearchParams): Promise<readonly string[]> {
  const page = await readLegs('masked', readViewQuery(LEG_LIST, search).query);
  if ('message' in page) throw new Error(page.message.key);
  return page.rows.map(({ id }) => id);
}

test.each(['q', 'account'])(
  'legs by %s: a token finds what the number finds, anybody’s, and a forgotten one nothing',
  async (name) => {
    const clear = await legsOf(new URLSearchParams({ [name]: clabe }));
    expect(clear.length).toBeGreaterThan(0);
    const own = await kept('ana', 'legs', `${name}=${clabe}`);
    const other = await kept('bruno', 'legs', `${name}=${clabe}`);
    expect(own.get(name)).not.toBe(other.get(name));
    expect(await legsOf(own)).toEqual(clear);
    expect(await legsOf(other)).toEqual(clear);
    await forget();
    expect(await legsOf(own)).toEqual([]);
  },
);

test('lines and exceptions: a forgotten token finds nothing instead of everything', async () => {
  const lines = await readLines('clear', readViewQuery(LINE_LIST, await kept('ana', 'lines', `q=${clabe}`)).query);
  expect(lines).toMatchObject({ rows: [] });
  const search = new URLSearchParams({ q: keptValue('abcdefghijklmnop') });
  expect(await readLines('clear', readViewQuery(LINE_LIST, search).query)).toMatchObject({ rows: [], totals: [] });
  expect(await readExceptions('clear', readViewQuery(EXCEPTION_LIST, search).query, NOW)).toMatchObject({
    rows: [],
    totals: [],
  });
});

test('what is kept is known with whoever kept it, for an hour', async () => {
  const token = (await kept('ana', 'refunds', `q=${clabe}`)).get('q')?.slice(1) ?? '';
  expect(await readKept([token], NOW)).toEqual(new Map([[token, { text: clabe, userId: 'ana' }]]));
  await forget();
  expect(await readKept([token], new Date())).toEqual(new Map());
});

test('deliveries: a token finds by an id and by JSON, the latter only for who sees clear, and forgotten it means nothing', async () => {
  const found = async (search: URLSearchParams) => {
    const { read } = await readKeptReceived('clear', search);
    return read === null ? null : (await listDeliveries('clear', read.filters, null, 100, 1_000)).count;
  };
  const clear = await found(new URLSearchParams({ find: clabe }));
  expect(clear).toBeGreaterThan(0);
  const byId = await kept('ana', 'received', `find=${clabe}&provider=juno`);
  expect(await found(byId)).toBe(clear);
  expect((await readKeptReceived('masked', byId)).query.filters.find).toBe(byId.get('find'));

  const byJson = await kept('ana', 'received', `find=${encodeURIComponent('{"event":"TRANSACTION"}')}`);
  expect(await found(byJson)).toBeGreaterThan(0);
  const masked = await readKeptReceived('masked', byJson);
  expect(masked.problems.map(({ parameter }) => parameter)).toEqual(['find']);
  expect(masked.read?.filters.find).toBeNull();

  const all = new URLSearchParams([...byId, ['all', 'on']]);
  expect(await readKeptSelection('clear', all)).toMatchObject({ by: 'filter', filters: { find: clabe } });
  await forget();
  expect(await found(byId)).toBeNull();
  expect(await readKeptSelection('clear', all)).toMatchObject({ problems: [{ parameter: 'find' }] });
});
