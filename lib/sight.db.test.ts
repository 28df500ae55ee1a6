import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, pool } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { search, searchNear } from '@/lib/search';
import { keepSearch } from '@/lib/search-kept.store';
import { fixtures } from '@/lib/testing';
import { readListQuery } from '@/lib/transactions/filters';
import { readPage } from '@/lib/transactions/list.store';
import type { Sight } from './access/rights';

/** Whoever sees masked finds what they know whole, and learns nothing by asking for parts. */

const NOW = new Date('2026-06-01T12:00:00Z');
let clabe = '';
let name = '';

beforeAll(async () => {
  for (const { provider, body } of fixtures())
    await admit({ provider, body, origin: 'sample', receivedAt: new Date() });
  await projectAll();
  await pool().query(
    `INSERT INTO users (id, name, email, email_verified, updated_at) VALUES ('u', 'Ana', 'ana@example.test', true, now())`,
  );
  const { rows } = await pool().query(
    `SELECT i.value, t.state->'details'->>'sender_name' AS name FROM identifiers i JOIN transactions t ON t.id = i.transaction_id
     WHERE i.kind = 'sender_clabe' ORDER BY 1 LIMIT 1`,
  );
  [clabe, name] = [rows[0].value, rows[0].name];
});

afterAll(disconnect);

async function found(sight: Sight, address: string) {
  const page = await readPage(sight, readListQuery(new URLSearchParams(address)).query, NOW);
  if ('message' in page) throw new Error(page.message.key);
  return page.rows;
}

test('the same payments are found by a whole account, and by parts of it only by who sees it', async () => {
  expect(clabe).toMatch(/^\d{18}$/);
  for (const whole of [`clabe=${clabe}`, `q=${clabe}`]) {
    const clear = await found('clear', whole);
    expect(clear.length).toBeGreaterThan(0);
    expect((await found('masked', whole)).map(({ transaction }) => transaction.id)).toEqual(
      clear.map(({ transaction }) => transaction.id),
    );
  }
  for (const part of [`clabe=${clabe.slice(0, 9)}*`, `q=${clabe.slice(0, 9)}`]) {
    expect((await found('clear', part)).length).toBeGreaterThan(0);
    expect(await found('masked', part)).toEqual([]);
  }
});

test('rows are the same but for what is personal', async () => {
  const [clear, masked] = [await found('clear', `clabe=${clabe}`), await found('masked', `clabe=${clabe}`)];
  expect(JSON.stringify(clear)).toContain(clabe);
  expect(JSON.stringify(clear)).toContain(name);
  const text = JSON.stringify(masked);
  expect(text).not.toContain(clabe);
  expect(text).not.toContain(name);
  expect(text).toContain(`${clabe.slice(0, 3)}•••${clabe.slice(-4)}`);
  expect(masked.map(({ transaction: { id, amount, externalRef } }) => ({ id, amount, externalRef }))).toEqual(
    clear.map(({ transaction: { id, amount, externalRef } }) => ({ id, amount, externalRef })),
  );
});

test('a search finds a whole account for everybody, and what is near one only for who sees it', async () => {
  const exact = await search('masked', clabe, { limit: 5 });
  expect(exact.transactions.hits.length).toBeGreaterThan(0);
  expect(JSON.stringify(exact)).not.toContain(clabe);
  const part = clabe.slice(0, 12);
  expect((await searchNear('clear', part, { ways: 'all' })).hits.length).toBeGreaterThan(0);
  expect((await searchNear('masked', part, { ways: 'all' })).hits).toEqual([]);
  const slip = `${clabe.slice(0, 17)}${(Number(clabe[17]) + 1) % 10}`;
  expect((await searchNear('clear', slip, { ways: 'all' })).hits.length).toBeGreaterThan(0);
  expect((await searchNear('masked', slip, { ways: 'all' })).hits).toEqual([]);
});

test('a token in a filter means the value that is kept under it, and a forgotten one finds nothing at all', async () => {
  const token = await keepSearch('u', clabe, new Date());
  expect((await found('clear', `clabe=~${token}`)).length).toBe((await found('clear', `clabe=${clabe}`)).length);
  expect((await found('clear', `q=~${token}`)).length).toBe((await found('clear', `q=${clabe}`)).length);
  for (const address of ['clabe=~abcdefghijklmnop', 'clabe=!~abcdefghijklmnop', 'q=-~abcdefghijklmnop'])
    expect(await found('clear', address)).toEqual([]);
});
