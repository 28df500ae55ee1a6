import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { balancesOf, readTallies, type ShownLine, type StatementRecord } from './imported';
import type { Format } from './profile';
import type { LineKind } from './statement';

/** Reads of what was imported. */

type Selected = Omit<StatementRecord, 'tallies' | 'sums' | 'balances' | 'format' | 'sizeBytes'> & {
  readonly format: string;
  readonly sizeBytes: bigint;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly keptTallies: unknown;
};

/** The statements that are wanted, the latest import first, each with the days that are missing before it. */
function selected(wanted: Prisma.Sql, limit: number) {
  return prisma().$queryRaw<Selected[]>`
    WITH standing AS (
      SELECT id, first_day - 1 - max(last_day) OVER (
               PARTITION BY account_id ORDER BY first_day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS gap
      FROM statements WHERE undone_at IS NULL AND first_day IS NOT NULL
    ), shown AS (
      SELECT * FROM statements s WHERE ${wanted} ORDER BY s.id DESC LIMIT ${limit}
    )
    SELECT s.id::text AS id, s.account_id AS "accountId", a.name AS "accountName", a.bank, a.currency,
           s.file_name AS "fileName", s.file_hash AS "fileHash", s.size_bytes AS "sizeBytes", s.format,
           s.first_day::text AS "firstDay", s.last_day::text AS "lastDay", s.opening::text AS opening,
           s.closing::text AS closing, s.tallies AS "keptTallies", s.imported_by AS "importedBy",
           s.imported_at AS "importedAt", s.undone_by AS "undoneBy", s.undone_at AS "undoneAt",
           greatest(coalesce(standing.gap, 0), 0)::float8 AS "gapDays", found.payments, found.matched
    FROM shown s JOIN bank_accounts a ON a.id = s.account_id LEFT JOIN standing ON standing.id = s.id,
    LATERAL (
      SELECT count(*)::float8 AS payments, count(m.line_seq)::float8 AS matched
      FROM lines l LEFT JOIN matched_lines m ON m.line_seq = l.seq
      WHERE l.statement_id = s.id AND l.kind = 'payment'
    ) found
    ORDER BY s.id DESC`;
}

function recordOf({ keptTallies, opening, closing, format, sizeBytes, ...row }: Selected): StatementRecord {
  const { tallies, sums } = readTallies(keptTallies);
  const balances = balancesOf({ opening, closing }, sums);
  return { ...row, format: format as Format, sizeBytes: Number(sizeBytes), tallies, sums, balances };
}

/** The latest imports, of one account or of all; `before` is the id that the page before ended with. */
export async function listStatements(
  sight: Sight,
  accountId: string | null,
  before: string | null,
  limit: number,
): Promise<readonly StatementRecord[]> {
  const conditions = [
    Prisma.sql`true`,
    ...(accountId === null ? [] : [Prisma.sql`s.account_id = ${accountId}`]),
    ...(before === null ? [] : [Prisma.sql`s.id < ${BigInt(before)}`]),
  ];
  return seen(sight, (await selected(Prisma.join(conditions, ' AND '), limit)).map(recordOf));
}

/** One import; `null` where there is none of this id. */
export async function readStatementRecord(sight: Sight, id: string): Promise<StatementRecord | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [row] = await selected(Prisma.sql`s.id = ${BigInt(id)}`, 1);
  return row ? seen(sight, recordOf(row)) : null;
}

type LineFilters = { readonly kind: LineKind | null; readonly matched: boolean | null };

/** A statement's lines in the order of its file, those after a line. */
export async function listLines(
  sight: Sight,
  statementId: string,
  { kind, matched }: LineFilters,
  after: string | null,
  limit: number,
): Promise<ShownLine[]> {
  const conditions = [
    Prisma.sql`l.statement_id = ${BigInt(statementId)}`,
    ...(kind === null ? [] : [Prisma.sql`l.kind = ${kind}`]),
    ...(matched === null ? [] : [matched ? Prisma.sql`m.line_seq IS NOT NULL` : Prisma.sql`m.line_seq IS NULL`]),
    ...(after === null ? [] : [Prisma.sql`l.seq > ${BigInt(after)}`]),
  ];
  const lines = await prisma().$queryRaw<ShownLine[]>`
    SELECT l.seq::text AS seq, l.place, l.booked_on::text AS "bookedOn", l.booked_at AS "bookedAt",
           l.amount::text AS amount, l.currency, l.text, l.name, l.account, l.tax_id AS "taxId",
           l.bank_reference AS "bankReference", l.balance::text AS balance, l.kind, m.match_id::text AS "matchId",
           coalesce((SELECT json_agg(json_build_object('kind', i.kind, 'key', i.key, 'value', i.value, 'from', i.origin)
                                     ORDER BY i.kind, i.key)
                     FROM line_ids i WHERE i.line_seq = l.seq), '[]') AS ids
    FROM lines l LEFT JOIN matched_lines m ON m.line_seq = l.seq
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY l.seq LIMIT ${limit}`;
  return seen(sight, lines);
}
