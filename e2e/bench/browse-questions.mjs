// What is asked of the store through HTTP, and the bare SQL of the same.

import { writeCursor } from '../../lib/transactions/cursor.ts';
import { readListQuery } from '../../lib/transactions/filters.ts';
import { inTurns } from './browse-clock.mjs';

const PAGE = 50;

/** Filters with an order each; `where`, `key` and `type` are the same in SQL. */
const LISTS = {
  'failed, newest first': {
    search: 'status=failed',
    where: "t.status = 'failed'",
    key: 't.occurred_at',
    type: 'timestamptz',
  },
  'completed of Juno, highest first': {
    search: 'provider=juno&status=completed&sort=-amount',
    where: "t.provider = 'juno' AND t.status = 'completed'",
    key: 'coalesce(t.amount, -1e30::numeric)',
    type: 'numeric',
  },
  'mints in BRL, last changed first': {
    search: 'kind=mint&currency=BRL&sort=-updated_at',
    where: "t.kind = 'mint' AND (t.currency = 'BRL' OR t.currency_out = 'BRL' OR t.token = 'BRL')",
    key: 't.updated_at',
    type: 'timestamptz',
  },
};
/** How far down the list, as a share of its rows. */
const DEPTHS = { first: null, middle: 0.5, deep: 0.98 };

const asText = ({ key, type }) =>
  type === 'timestamptz' ? `to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : `${key}::text`;

/** Pages of 50 by keyset at three depths of three filtered and sorted lists: the API's, and the bare rows. */
export async function askPages(asking, rounds) {
  const results = {};
  for (const [name, list] of Object.entries(LISTS)) {
    for (const [depth, share] of Object.entries(DEPTHS)) {
      const places = share === null ? Array(rounds).fill(null) : await placesOf(asking.database, list, share, rounds);
      results[`page of ${name}: ${depth}`] = await inTurns(
        places,
        {
          bare: (place) => barePage(asking, list, place),
          frame: asking.frame,
          ours: (place) => ourPage(asking, list, place),
        },
        ({ bare, ours }) => sameRows(name, bare.slice(0, PAGE), ours),
      );
    }
  }
  return results;
}

/** Where pages begin, one after the other, as somebody turns them. */
async function placesOf(database, list, share, pages) {
  const counted = await database.query(`SELECT count(*)::int AS count FROM transactions t WHERE ${list.where}`);
  const { count } = counted.rows[0];
  const offset = Math.max(0, Math.min(Math.floor(count * share), count - pages * PAGE - 1));
  const { rows } = await database.query(
    `SELECT ${asText(list)} AS value, t.id FROM transactions t WHERE ${list.where}
     ORDER BY ${list.key} DESC, t.id DESC OFFSET $1 LIMIT $2`,
    [offset, pages * PAGE],
  );
  return rows.filter((_, i) => i % PAGE === 0);
}

async function barePage({ database }, { where, key, type }, place) {
  const after = place ? `AND (${key}, t.id) < ($1::${type}, $2)` : '';
  const { rows } = await database.query(
    `SELECT t.id, t.state FROM transactions t WHERE ${where} ${after} ORDER BY ${key} DESC, t.id DESC LIMIT ${PAGE + 1}`,
    place ? [place.value, place.id] : [],
  );
  return rows;
}

async function ourPage({ api }, { search }, place) {
  const { query } = readListQuery(new URLSearchParams(search));
  const cursor = place ? `&cursor=${writeCursor({ ...place, direction: 'next' }, query)}` : '';
  return (await api(`/transactions?${search}${cursor}`)).data;
}

/** Ways to look for a payment by a part of its external reference, and the bare look-up in the index. */
const SEARCHES = {
  'search, exact': {
    typed: (reference) => reference,
    sql: 'SELECT t.id, t.state FROM transactions t WHERE t.external_ref = $1',
    values: (text) => [text],
  },
  'search, beginning': {
    typed: (reference) => reference.slice(0, 15),
    sql: `SELECT t.id, t.state FROM identifiers i JOIN transactions t ON t.id = i.transaction_id
      WHERE i.key >= $1 COLLATE "C" AND i.key < $2 COLLATE "C" LIMIT ${PAGE}`,
    values: (text) => [text, `${text}\u{10ffff}`],
  },
  'search, part': {
    typed: (reference) => reference.slice(8, 20),
    sql: `SELECT t.id, t.state FROM identifiers i JOIN transactions t ON t.id = i.transaction_id
      WHERE i.key ILIKE $1 LIMIT ${PAGE}`,
    values: (text) => [`%${text}%`],
  },
};

/** External references, whole and in part: the API's search, and the bare look-up. */
export async function askSearches(asking, rounds) {
  const { database, api, frame } = asking;
  const { rows } = await database.query('SELECT external_ref FROM transactions ORDER BY md5(id) LIMIT $1', [rounds]);
  await database.query('SET enable_seqscan = off'); // bare, but by the index: the planner would read the whole table
  const results = {};
  for (const [name, { typed, sql, values }] of Object.entries(SEARCHES)) {
    results[name] = await inTurns(
      rows.map((row) => typed(row.external_ref)),
      {
        bare: async (text) => (await database.query(sql, values(text))).rows,
        frame,
        ours: async (text) => (await api(`/search?${new URLSearchParams({ q: text })}`)).data,
      },
      ({ bare, ours }) => sameRows(name, sorted(bare), sorted(ours)),
    );
  }
  await database.query('RESET enable_seqscan');
  return results;
}

const sorted = (rows) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

function sameRows(name, bare, ours) {
  const ids = [bare, ours].map((rows) => rows.map(({ id }) => id).join());
  if (ids[0] === '' || ids[0] !== ids[1]) throw new Error(`${name}: the two do not find the same.\n${ids.join('\n')}`);
}
