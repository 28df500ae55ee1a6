import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import type { Tx } from '@/lib/db';
import { type Said, said } from '@/lib/language/said';
import { inSnapshot } from '@/lib/snapshot.store';
import type { StatementLine } from '@/lib/statements/statement';
import { Prisma } from '@/prisma/generated/client';
import { compared } from './compared';
import { exceptionsWhere } from './exception-view.store';
import type { Leg } from './leg';
import { STATEMENT_LINE } from './line-row.store';
import { legsBy, linesBy, matchesWhere } from './match-view.store';
import { isRefused } from './refusal.store';
import { CANDIDATES, type LegCandidate, type LegDetail, type LineCandidate, type LineDetail } from './view';
import { whyNot } from './why-not';

/** Candidates share an id, an account or the amount; they are looked for among so many of the nearest, in so many days. */
const LOOKED_AT = 200;
const DAYS = 30;
/** Lines of one amount have no index of their own: of those, fewer days are looked at. */
const FEW_DAYS = 5;

/** A line with its match, its exceptions and, while it has no match, the nearest legs; `null` where there is none. */
export function readLineDetail(sight: Sight, seq: string, now = new Date()): Promise<LineDetail | null> {
  if (!/^\d{1,18}$/.test(seq)) return Promise.resolve(null);
  return inSnapshot(async (tx) => {
    const [line] = await linesBy(tx, [BigInt(seq)]);
    if (!line) return null;
    const [match] = await matchesWhere(tx, Prisma.sql`m.id = ${line.matchId && BigInt(line.matchId)}`, 1);
    const exceptions = await exceptionsWhere(tx, Prisma.sql`e.line_seq = ${BigInt(seq)}`, now);
    const isOpen = !match && line.kind === 'payment';
    const { candidates, whyNot: reasons } = isOpen ? await legsNear(tx, BigInt(seq)) : { candidates: [], whyNot: [] };
    return seen(sight, { line, match: match ?? null, exceptions, candidates, whyNot: reasons });
  });
}

/** A leg with its matches in both books, its exceptions and the nearest lines; `null` where there is none. */
export function readLegDetail(sight: Sight, id: string, now = new Date()): Promise<LegDetail | null> {
  if (!id.isWellFormed() || id.includes('\u0000')) return Promise.resolve(null);
  return inSnapshot(async (tx) => {
    const [leg] = await legsBy(tx, [id], 'bank');
    if (!leg) return null;
    const matches = await matchesWhere(
      tx,
      Prisma.sql`m.id IN (SELECT match_id FROM matched_legs WHERE leg_id = ${id})`,
      CANDIDATES,
    );
    const exceptions = await exceptionsWhere(tx, Prisma.sql`e.leg_id = ${id}`, now);
    const { candidates, whyNot: reasons } =
      matches.length === 0 ? await linesNear(tx, id) : { candidates: [], whyNot: [] };
    return seen(sight, { leg, matches, exceptions, candidates, whyNot: reasons });
  });
}

type Near = {
  line: StatementLine;
  leg: Leg;
  seq: bigint;
  book: 'bank' | 'ledger';
  /** The match that it belongs to. */
  reserved: string | null;
  isRefused: boolean;
};

const NEAR_COLUMNS = Prisma.sql`${STATEMENT_LINE} AS line, g.data AS leg, l.seq,
  CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book,
  ${isRefused(Prisma.sql`l.seq`, Prisma.sql`g.id`)} AS "isRefused"`;
/** Those that share an id first, then the nearest in amount, then in day. */
const NEAREST_FIRST = Prisma.sql`n.is_named DESC, abs(abs(l.amount) - g.amount) NULLS LAST, abs(l.booked_on - g.local_day), g.id, l.seq`;
const FITS = Prisma.sql`l.kind = 'payment' AND (a.rail = g.rail OR a.rail = 'ledger')`;

async function legsNear(tx: Tx, seq: bigint): Promise<{ candidates: LegCandidate[]; whyNot: Said[] }> {
  const near = await tx.$queryRaw<Near[]>`
    SELECT ${NEAR_COLUMNS}, (SELECT m.match_id::text FROM matched_legs m WHERE m.leg_id = g.id
      AND m.book = CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END) AS reserved
    FROM (
      SELECT l.seq, g.id, row_number() OVER (ORDER BY ${NEAREST_FIRST}) AS nth
      FROM lines l JOIN bank_accounts a ON a.id = l.account_id
      CROSS JOIN LATERAL (
        SELECT id, bool_or(is_named) AS is_named FROM (
          SELECT j.leg_id AS id, true AS is_named FROM line_ids i JOIN leg_ids j ON j.key = i.key WHERE i.line_seq = l.seq
          UNION ALL SELECT o.id, false FROM legs o
          WHERE o.amount = abs(l.amount) AND o.local_day BETWEEN l.booked_on - ${DAYS}::int AND l.booked_on + ${DAYS}::int) AS o
        GROUP BY id) AS n
      JOIN legs g ON g.id = n.id
      WHERE l.seq = ${seq} AND ${FITS} ORDER BY nth LIMIT ${LOOKED_AT}) AS nearest
    JOIN lines l ON l.seq = nearest.seq
    JOIN bank_accounts a ON a.id = l.account_id
    JOIN legs g ON g.id = nearest.id
    ORDER BY nearest.nth`;
  const [first] = near;
  if (!first) return { candidates: [], whyNot: [NOBODY_NEAR] };
  const reserved = new Map(near.flatMap(({ leg, reserved: id }) => (id ? [[leg.id, matchSaid(id)] as const] : [])));
  const told = whyNot(
    first.line,
    near.map(({ leg }) => leg),
    { reserved, limit: CANDIDATES },
  );
  const rows = await legsBy(
    tx,
    told.map(({ leg }) => leg.id),
    first.book,
  );
  const candidates = told.flatMap(({ leg, sentence, strength }) => {
    const [row, own] = [rows.find(({ id }) => id === leg.id), near.find((one) => one.leg.id === leg.id)];
    if (!row || !own) return [];
    return [{ leg: row, ...compared(own.line, leg, strength), whyNot: [sentence], isRefused: own.isRefused }];
  });
  return { candidates, whyNot: candidates.length > 0 ? [] : [NOBODY_NEAR] };
}

async function linesNear(tx: Tx, legId: string): Promise<{ candidates: LineCandidate[]; whyNot: Said[] }> {
  const near = await tx.$queryRaw<Near[]>`
    SELECT ${NEAR_COLUMNS}, (SELECT m.match_id::text FROM matched_lines m WHERE m.line_seq = l.seq) AS reserved
    FROM (
      SELECT l.seq, g.id, row_number() OVER (ORDER BY ${NEAREST_FIRST}) AS nth
      FROM legs g
      CROSS JOIN LATERAL (
        SELECT seq, bool_or(is_named) AS is_named FROM (
          SELECT i.line_seq AS seq, true AS is_named FROM leg_ids j JOIN line_ids i ON i.key = j.key WHERE j.leg_id = g.id
          UNION ALL SELECT o.seq, false FROM lines o
          WHERE abs(o.amount) = g.amount
            AND o.booked_on BETWEEN g.local_day - ${FEW_DAYS}::int AND g.local_day + ${FEW_DAYS}::int) AS o
        GROUP BY seq) AS n
      JOIN lines l ON l.seq = n.seq
      JOIN bank_accounts a ON a.id = l.account_id
      WHERE g.id = ${legId} AND ${FITS} ORDER BY nth LIMIT ${LOOKED_AT}) AS nearest
    JOIN lines l ON l.seq = nearest.seq
    JOIN bank_accounts a ON a.id = l.account_id
    JOIN legs g ON g.id = nearest.id
    ORDER BY nearest.nth`;
  const judged = near.flatMap((one) => {
    const reserved = new Map(one.reserved ? [[one.leg.id, matchSaid(one.reserved)]] : []);
    const [told] = whyNot(one.line, [one.leg], { reserved, limit: 1 });
    return told ? [{ ...one, told }] : [];
  });
  const nearest = judged.slice(0, CANDIDATES);
  const rows = await linesBy(
    tx,
    nearest.map(({ seq }) => seq),
  );
  const candidates = nearest.flatMap(({ seq, line, leg, told, isRefused }) => {
    const row = rows.find((one) => one.seq === String(seq));
    return row ? [{ line: row, ...compared(line, leg, told.strength), whyNot: [told.sentence], isRefused }] : [];
  });
  return { candidates, whyNot: candidates.length > 0 ? [] : [NOBODY_NEAR] };
}

function matchSaid(id: string): Said {
  return said('legs.whyNot.match', { id });
}

const NOBODY_NEAR = said('legs.whyNot.nobody');
