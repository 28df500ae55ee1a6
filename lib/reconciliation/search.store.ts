import 'server-only';
import { preparedRows } from '@/lib/snapshot.store';
import { type HitPage, MAX_COUNTED } from '@/lib/transactions/hit';
import { byIndexInTime, type Place, type Wanted } from '@/lib/transactions/search.store';
import { Prisma } from '@/prisma/generated/client';
import type { ExceptionHit, LineHit } from './search-hit';

const ofFields = (fields: Wanted['fields']) =>
  fields ? Prisma.sql`AND i.kind = ANY(${[...fields]}::text[])` : Prisma.empty;

const LINE = Prisma.sql`jsonb_build_object(
  'seq', l.seq::text, 'accountName', a.name, 'bookedOn', l.booked_on, 'amount', l.amount::text,
  'currency', l.currency, 'text', l.text) AS line`;

/** Lines in which an id with one of the keys was found, the latest imported first. */
export async function findLines(wanted: Wanted, place: Place): Promise<HitPage<LineHit>> {
  return linePage(await preparedRows<LineHitRow>(linesHolding(wanted, place)), place);
}

export type LineHitRow = LineHit & { readonly count: number };

/** The statement behind `findLines`, one row per line. */
export function linesHolding({ keys, fields }: Wanted, place: Place): Prisma.Sql {
  return Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT line_seq, jsonb_agg(DISTINCT jsonb_build_object('kind', kind, 'value', value, 'isExact', true)) AS matches
      FROM (SELECT i.line_seq, i.kind, i.value FROM line_ids i
        WHERE i.key = ANY(${[...keys]}::text[]) ${ofFields(fields)} LIMIT ${MAX_COUNTED + 1}) AS m GROUP BY line_seq)
    SELECT ${LINE}, f.matches, (SELECT count(*) FROM found)::int AS count
    FROM found f JOIN lines l ON l.seq = f.line_seq JOIN bank_accounts a ON a.id = l.account_id
    ${beyond(Prisma.sql`l.seq`, place)} ORDER BY l.seq DESC LIMIT ${place.limit + 1}`;
}

export function linePage(rows: readonly LineHitRow[], place: Place): HitPage<LineHit> {
  const hits = rows.slice(0, place.limit).map(({ line, matches }) => ({ line, matches }));
  return pageOf(rows, hits, place, (hit) => hit.line.seq);
}

/** Lines whose text or name holds a text anywhere, in any case; `%`, `_` and `\` are themselves. Reads every line. */
export async function findLinesSaying(
  text: string,
  { milliseconds, limit }: { readonly milliseconds: number; readonly limit: number },
): Promise<LineHit[] | 'too long'> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await byIndexInTime<Pick<LineHit, 'line'> & { readonly name: string | null }>(
    milliseconds,
    Prisma.sql`
      SELECT ${LINE}, l.name FROM lines l JOIN bank_accounts a ON a.id = l.account_id
      WHERE l.text ILIKE ${pattern} OR l.name ILIKE ${pattern} ORDER BY l.seq DESC LIMIT ${limit}`,
  );
  if (rows === 'too long') return rows;
  return rows.map(({ line, name }) => {
    const isInText = line.text.toLowerCase().includes(text.toLowerCase());
    return { line, matches: [{ kind: 'text', value: isInText || name === null ? line.text : name, isExact: false }] };
  });
}

/** Exceptions about a payment that carries one of the keys, or about a line in which one was found; the latest first. */
export async function findExceptions(wanted: Wanted, place: Place): Promise<HitPage<ExceptionHit>> {
  return exceptionPage(await preparedRows<ExceptionHitRow>(exceptionsAbout(wanted, place)), place);
}

export type ExceptionHitRow = ExceptionHit & { readonly count: number };

/** The statement behind `findExceptions`, one row per exception. */
export function exceptionsAbout({ keys, ids, fields }: Wanted, place: Place): Prisma.Sql {
  const wanted = Prisma.sql`ANY(${[...keys]}::text[])`;
  const payments = Prisma.sql`
    SELECT i.transaction_id FROM identifiers i WHERE i.key = ${wanted} ${ofFields(fields)}
    ${fields ? Prisma.empty : Prisma.sql`UNION SELECT unnest(${[...ids]}::text[])`} LIMIT ${MAX_COUNTED}`;
  return Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT id, jsonb_agg(DISTINCT jsonb_build_object('kind', kind, 'value', value)) AS matches FROM (
        SELECT e.id, 'transaction' AS kind, g.transaction_id AS value
        FROM (${payments}) AS p JOIN legs g ON g.transaction_id = p.transaction_id
        JOIN match_exceptions e ON e.leg_id = g.id
        UNION ALL
        SELECT e.id, i.kind, i.value FROM line_ids i JOIN match_exceptions e ON e.line_seq = i.line_seq
        WHERE i.key = ${wanted} ${ofFields(fields)}
        LIMIT ${MAX_COUNTED + 1}) AS m GROUP BY id)
    SELECT jsonb_build_object('id', e.id::text, 'reason', e.reason, 'state', e.state, 'day', e.day,
        'amount', e.amount::text, 'currency', e.currency, 'transactionId', g.transaction_id) AS exception,
      f.matches, (SELECT count(*) FROM found)::int AS count
    FROM found f JOIN match_exceptions e ON e.id = f.id LEFT JOIN legs g ON g.id = e.leg_id
    ${beyond(Prisma.sql`e.id`, place)} ORDER BY e.id DESC LIMIT ${place.limit + 1}`;
}

export function exceptionPage(rows: readonly ExceptionHitRow[], place: Place): HitPage<ExceptionHit> {
  const hits = rows.slice(0, place.limit).map(({ exception, matches }) => ({ exception, matches }));
  return pageOf(rows, hits, place, (hit) => hit.exception.id);
}

/** What lies after a place; a text that is no number begins at the first page. */
function beyond(column: Prisma.Sql, { after }: Place): Prisma.Sql {
  return after !== null && /^\d{1,18}$/.test(after) ? Prisma.sql`WHERE ${column} < ${BigInt(after)}` : Prisma.empty;
}

function pageOf<T>(
  rows: readonly { readonly count: number }[],
  hits: readonly T[],
  { limit }: Place,
  numberOf: (hit: T) => string,
): HitPage<T> {
  const last = hits.at(-1);
  return {
    hits,
    count: rows[0]?.count ?? 0,
    next: rows.length > limit && last !== undefined ? numberOf(last) : null,
  };
}
