import 'server-only';
import { prisma } from '@/lib/db';
import { type Bounds, bareRows, instantText, inTime, preparedRows } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { type Hit, type HitPage, LIKENESSES, type Likeness, MAX_COUNTED, type Match } from './hit';

import type { Transaction } from './transaction';

/** What is looked for: keys of identifiers, our own ids, and the kinds of identifier it may be (`null`: any). */
export type Wanted = {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
  readonly fields: readonly string[] | null;
};
export type Place = { readonly limit: number; readonly after: string | null };

/** Where a wanted value stands: one row for each transaction and field. */
function matching({ keys, ids, fields }: Wanted): Prisma.Sql {
  const kinds = fields ? Prisma.sql`AND kind = ANY(${[...fields]}::text[])` : Prisma.empty;
  const own = Prisma.sql`
    UNION ALL SELECT id, 'transaction', id FROM transactions WHERE id = ANY(${[...ids]}::text[])
    UNION ALL SELECT transaction_id, 'event', id FROM events WHERE id = ANY(${[...ids]}::text[])`;
  return Prisma.sql`
    SELECT transaction_id, kind, value FROM identifiers WHERE key = ANY(${[...keys]}::text[]) ${kinds}
    ${fields ? Prisma.empty : own} LIMIT ${MAX_COUNTED + 1}`;
}

/**
 * Transactions that carry a value under one of the keys, or are or hold the id itself, newest first. Ids repeat across
 * kinds: all of them. One question to the database, since this is asked while somebody types.
 */
export async function findExact(wanted: Wanted, place: Place): Promise<HitPage<Hit>> {
  return exactPage(await preparedRows<ExactRow>(exactly(wanted, place)), place);
}

export type ExactRow = {
  readonly state: Transaction;
  readonly matches: readonly Omit<Match, 'likeness'>[];
  readonly count: number;
  readonly at: string;
};

/** The statement behind `findExact`, one row per transaction. */
export function exactly(wanted: Wanted, { limit, after }: Place): Prisma.Sql {
  const from = after === null ? null : readPlace(after);
  const beyond = from ? Prisma.sql`WHERE (t.occurred_at, t.id) < (${from.at}::timestamptz, ${from.id})` : Prisma.empty;
  return Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT transaction_id, jsonb_agg(DISTINCT jsonb_build_object('kind', kind, 'value', value)) AS matches
      FROM (${matching(wanted)}) AS m GROUP BY transaction_id)
    SELECT t.state, f.matches, (SELECT count(*) FROM found)::int AS count, ${instantText(Prisma.sql`t.occurred_at`)} AS at
    FROM found f JOIN transactions t ON t.id = f.transaction_id ${beyond}
    ORDER BY t.occurred_at DESC, t.id DESC LIMIT ${limit + 1}`;
}

export function exactPage(rows: readonly ExactRow[], { limit }: Place): HitPage<Hit> {
  const hits = rows.slice(0, limit);
  const last = hits.at(-1);
  return {
    hits: hits.map(({ state, matches }) => ({
      transaction: state,
      matches: matches.map((match) => ({ ...match, likeness: 'is' })),
    })),
    count: rows[0]?.count ?? 0,
    next: rows.length > limit && last ? `${last.at} ${last.state.id}` : null,
  };
}

/** `2026-03-02T12:00:00.000000Z juno:issuance:…`; anything else begins at the first page. */
function readPlace(text: string): { at: string; id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (.+)$/s.exec(text) ?? [];
  return at && id ? { at, id } : null;
}

/** One value of a column that was looked up. */
export type Placed = { readonly place: number; readonly key: string };
export type PlacedHit = {
  readonly place: number;
  readonly transaction: Transaction;
  readonly kinds: readonly Match['kind'][];
};

/** For each place the transactions that carry one of its keys, at most `each` per key and field. */
export async function findMany(
  wanted: { readonly keys: readonly Placed[]; readonly ids: readonly Placed[] },
  each: number,
): Promise<PlacedHit[]> {
  const list = (placed: readonly Placed[]) => Prisma.sql`unnest(
    ${placed.map(({ place }) => place)}::int[], ${placed.map(({ key }) => key)}::text[]) AS w(place, key)`;
  // LATERAL with a limit: looked up one by one in the index, whatever the planner thinks of so many.
  const rows = await prisma().$queryRaw<{ place: number; state: Transaction; kinds: Match['kind'][] }[]>`
    WITH found AS MATERIALIZED (
      SELECT w.place, i.transaction_id, i.kind FROM ${list(wanted.keys)}
      CROSS JOIN LATERAL (SELECT transaction_id, kind FROM identifiers WHERE key = w.key LIMIT ${each}) AS i
      UNION SELECT w.place, t.id, 'transaction' FROM ${list(wanted.ids)}
      CROSS JOIN LATERAL (SELECT id FROM transactions WHERE id = w.key LIMIT 1) AS t
      UNION SELECT w.place, e.transaction_id, 'event' FROM ${list(wanted.ids)}
      CROSS JOIN LATERAL (SELECT transaction_id FROM events WHERE id = w.key LIMIT 1) AS e)
    SELECT f.place, t.state, f.kinds
    FROM (SELECT place, transaction_id, array_agg(DISTINCT kind) AS kinds FROM found GROUP BY 1, 2) AS f
    JOIN transactions t ON t.id = f.transaction_id
    ORDER BY f.place, t.occurred_at DESC, t.id DESC`;
  return rows.map(({ place, state, kinds }) => ({ place, transaction: state, kinds }));
}

type Near = { transaction_id: string; kind: Match['kind']; value: string; key: string };

/**
 * The rows of a statement within a time limit, and on the indices only; 'too long' when PostgreSQL ended it. A planner
 * that expects many rows would read the whole table to find the few there are.
 */
export function byIndexInTime<Row extends object>(
  milliseconds: number,
  statement: Prisma.Sql,
  settings: Bounds['settings'] = {},
): Promise<Row[] | 'too long'> {
  return inTime(bareRows<Row>(statement, { milliseconds, settings: { enable_seqscan: 'off', ...settings } }));
}

const ofFields = (fields: Wanted['fields']) =>
  fields ? Prisma.sql`AND i.kind = ANY(${[...fields]}::text[])` : Prisma.empty;

type Looking = { readonly milliseconds: number; readonly limit: number };
type NearRows = Promise<Near[] | 'too long'>;

/** Identifiers that begin like one of the keys, those keys themselves excepted. */
export function findBeginning({ keys, fields }: Wanted, { milliseconds, limit }: Looking): NearRows {
  const wanted = [...keys];
  const statement = Prisma.sql`
    SELECT i.transaction_id, i.kind, i.value, i.key
    FROM unnest(${wanted}::text[]) AS prefix
    JOIN LATERAL (
      SELECT * FROM identifiers AS i
      WHERE i.key > prefix COLLATE "C" AND i.key < (prefix || chr(1114111)) COLLATE "C" ${ofFields(fields)}
      ORDER BY i.key LIMIT ${limit}) AS i ON true
    WHERE i.key <> ALL(${wanted}::text[])
    LIMIT ${limit}`;
  // Of any kind it is a few rows in the index's own order, and needs no limit: it is what is tried first, while somebody
  // types. Of some kinds only it may have to pass by many others.
  return fields === null ? preparedRows<Near>(statement) : byIndexInTime(milliseconds, statement);
}

/** Identifiers that hold one of the texts anywhere, in any case. `%`, `_` and `\` are themselves. */
export function findContaining({ keys, fields }: Wanted, { milliseconds, limit }: Looking): NearRows {
  const patterns = keys.map((key) => `%${key.replace(/[\\%_]/g, '\\$&')}%`);
  const anyOf = Prisma.join(
    patterns.map((pattern) => Prisma.sql`i.key ILIKE ${pattern}`),
    ' OR ',
  );
  return byIndexInTime(
    milliseconds,
    Prisma.sql`
      SELECT i.transaction_id, i.kind, i.value, i.key FROM identifiers i
      WHERE (${anyOf}) AND i.key <> ALL(${[...keys]}::text[]) ${ofFields(fields)} LIMIT ${limit}`,
  );
}

/** Identifiers that are one of the keys; for the many ways in which a value may have been mistyped. */
export function findAnyOf({ keys, fields }: Wanted, { milliseconds, limit }: Looking): NearRows {
  return byIndexInTime(
    milliseconds,
    Prisma.sql`
      SELECT i.transaction_id, i.kind, i.value, i.key FROM identifiers i
      WHERE i.key = ANY(${[...keys]}::text[]) ${ofFields(fields)} LIMIT ${limit}`,
  );
}

/** Identifiers by the share of trigrams they have in common with a text, at least `least`, the likest first. */
export function findResembling(
  text: string,
  { least, fields, milliseconds, limit }: Looking & { readonly least: number; readonly fields: Wanted['fields'] },
): NearRows {
  return byIndexInTime(
    milliseconds,
    Prisma.sql`
      SELECT i.transaction_id, i.kind, i.value, i.key FROM identifiers i
      WHERE i.key % ${text} ${ofFields(fields)} ORDER BY similarity(i.key, ${text}) DESC LIMIT ${limit}`,
    { 'pg_trgm.similarity_threshold': least.toFixed(3) },
  );
}

export type NearMatch = Near & { readonly likeness: Likeness };

/** The transactions of what is near, the surest likeness first and then the newest. */
export async function hitsOf(matches: readonly NearMatch[]): Promise<Hit[]> {
  if (matches.length === 0) return [];
  const ids = [...new Set(matches.map((match) => match.transaction_id))];
  const rows = await preparedRows<{ state: Transaction }>(Prisma.sql`
    SELECT t.state FROM transactions t WHERE t.id = ANY(${ids}::text[]) ORDER BY t.occurred_at DESC, t.id DESC`);
  const hits = rows.map(({ state }) => ({
    transaction: state,
    matches: matches
      .filter((match) => match.transaction_id === state.id)
      .map(({ kind, value, likeness }) => ({ kind, value, likeness })),
  }));
  const rank = (hit: Hit) => Math.min(...hit.matches.map(({ likeness }) => LIKENESSES.indexOf(likeness)));
  return hits.sort((a, b) => rank(a) - rank(b));
}
