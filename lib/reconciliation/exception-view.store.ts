import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import type { Tx } from '@/lib/db';
import type { Said } from '@/lib/language/said';
import { inSnapshot } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { legsBy, linesBy } from './match-view.store';
import type { Reason } from './reason';
import type { ExceptionDetail, ExceptionNote, ExceptionPage, ExceptionRow } from './view';
import { dayText, type Listed, pageOf } from './view.store';
import { ageDays, exceptionPredicate, severityIn } from './view-filter.store';
import { EXCEPTION_LIST, type ExceptionQuery, writeViewQuery } from './view-query';

/** Exceptions `e` with their line, its account, and their leg. */
const TOLD = Prisma.sql`match_exceptions e
  LEFT JOIN lines l ON l.seq = e.line_seq
  LEFT JOIN bank_accounts a ON a.id = l.account_id
  LEFT JOIN legs g ON g.id = e.leg_id`;

/** Times as text of a JSON object; `rowOf` makes them dates again. */
function columns(now: Date): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'id', e.id::text, 'reason', e.reason, 'severity', ${severityIn(now)}, 'lineSeq', e.line_seq::text, 'legId', e.leg_id,
    'transactionId', g.transaction_id, 'accountName', a.name, 'rail', e.rail, 'expected', e.expected, 'actual', e.actual,
    'amount', e.amount::text, 'currency', e.currency, 'day', e.day, 'state', e.state, 'owner', e.owner,
    'resolution', e.resolution, 'remark', e.remark, 'resolvedBy', e.resolved_by, 'resolvedAt', e.resolved_at,
    'waitUntil', e.wait_until, 'openedAt', e.opened_at, 'ageDays', ${ageDays(now)},
    'lastNote', (SELECT n.text FROM exception_notes n WHERE n.exception_id = e.id AND n.text IS NOT NULL
      ORDER BY n.seq DESC LIMIT 1)) AS row`;
}

export type Told = Omit<ExceptionRow, 'openedAt' | 'resolvedAt'> & {
  readonly openedAt: string;
  readonly resolvedAt: string | null;
};

/** A selected exception as the screens and exports show it. */
export function exceptionRow({ openedAt, resolvedAt, ...row }: Told): ExceptionRow {
  return { ...row, openedAt: new Date(openedAt), resolvedAt: resolvedAt === null ? null : new Date(resolvedAt) };
}

const AMOUNT = Prisma.sql`coalesce(e.amount, -1e30::numeric)`;

/** Exceptions of a filter in their order. */
export async function exceptionListOf(
  sight: Sight,
  { filters, sort }: Pick<ExceptionQuery, 'filters' | 'sort'>,
  now: Date,
): Promise<Listed> {
  const isAmount = sort.endsWith('amount');
  return {
    columns: columns(now),
    of: Prisma.sql`${TOLD} WHERE ${await exceptionPredicate(sight, filters, now)}`,
    key: isAmount ? AMOUNT : Prisma.sql`e.day`,
    text: isAmount ? Prisma.sql`${AMOUNT}::text` : dayText(Prisma.sql`e.day`),
    cast: isAmount ? Prisma.sql`numeric` : Prisma.sql`date`,
    tie: Prisma.sql`e.id`,
    tieCast: Prisma.sql`bigint`,
  };
}

/** Exceptions of a filter, with the counts by reason and the sums by currency of all of it, from one snapshot. */
export function readExceptions(
  sight: Sight,
  query: ExceptionQuery,
  now: Date,
): Promise<ExceptionPage | { readonly message: Said }> {
  return inSnapshot(async (tx) => {
    const { filters, sort } = query;
    const page = await pageOf<Told>(
      tx,
      await exceptionListOf(sight, query, now),
      query,
      writeViewQuery(EXCEPTION_LIST, { filters, sort }),
    );
    if ('message' in page) return page;
    const where = await exceptionPredicate(sight, filters, now);
    const reasons = await tx.$queryRaw<{ reason: Reason; count: bigint }[]>`
      SELECT e.reason, count(*) AS count FROM ${TOLD} WHERE ${where} GROUP BY 1 ORDER BY count(*) DESC, 1`;
    const totals = await tx.$queryRaw<{ currency: string | null; count: bigint; sum: string | null }[]>`
      SELECT e.currency, count(*) AS count, sum(e.amount)::text AS sum FROM ${TOLD} WHERE ${where}
      GROUP BY 1 ORDER BY count(*) DESC, 1`;
    return {
      ...page,
      rows: seen(sight, page.rows.map(exceptionRow)),
      reasons: reasons.map(({ reason, count }) => ({ reason, count: Number(count) })),
      totals: totals.map((total) => ({ ...total, count: Number(total.count) })),
    };
  });
}

/** Those of a condition on `e`, the latest first. */
export async function exceptionsWhere(tx: Tx, condition: Prisma.Sql, now: Date): Promise<ExceptionRow[]> {
  const rows = await tx.$queryRaw<{ row: Told }[]>`
    SELECT ${columns(now)} FROM ${TOLD} WHERE ${condition} ORDER BY e.state = 'resolved', e.id DESC`;
  return rows.map(({ row }) => exceptionRow(row));
}

/** One exception with its notes and both of its sides; `null` where there is none. */
export function readException(sight: Sight, id: string, now = new Date()): Promise<ExceptionDetail | null> {
  if (!/^\d{1,18}$/.test(id)) return Promise.resolve(null);
  return inSnapshot(async (tx) => {
    const [exception] = await exceptionsWhere(tx, Prisma.sql`e.id = ${BigInt(id)}`, now);
    if (!exception) return null;
    const notes = await tx.exceptionNote.findMany({ where: { exceptionId: BigInt(id) }, orderBy: { seq: 'asc' } });
    const { lineSeq, legId } = exception;
    const [line] = lineSeq === null ? [] : await linesBy(tx, [BigInt(lineSeq)]);
    const [leg] = legId === null ? [] : await legsBy(tx, [legId], line?.book ?? 'bank');
    const told = notes.map(
      ({ seq, kind, text, madeBy, madeAt }): ExceptionNote => ({
        seq: String(seq),
        kind: kind as ExceptionNote['kind'],
        text,
        madeBy,
        madeAt,
      }),
    );
    return seen(sight, { exception, notes: told, line: line ?? null, leg: leg ?? null });
  });
}
