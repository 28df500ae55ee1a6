import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma, type Tx } from '@/lib/db';
import { LONGEST_NOTE, MAX_REMARKED, type Remark } from './remark';

/** What became of one payment that was remarked on. `unchanged`: it already was as it was asked to be. */
export type Remarked = { readonly id: string; readonly outcome: 'done' | 'unknown' | 'unchanged' };

/**
 * Adds one note to each of these payments, all of them or none. Those that are not in the store are told so.
 * Throws on a note that is blank or too long, and on too many payments: callers check these before.
 */
export async function addNotes(
  ids: readonly string[],
  text: string,
  by: string,
  tx: Tx = prisma(),
): Promise<Remarked[]> {
  if (text.trim() === '' || text.length > LONGEST_NOTE) throw new RangeError('A note has 1 to 2,000 characters.');
  const done = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO remarks (transaction_id, kind, text, made_by)
    SELECT t.id, 'note', ${text}, ${by} FROM transactions t WHERE t.id = ANY(${known(ids)}::text[]) ORDER BY t.id
    RETURNING transaction_id AS id`;
  const noted = new Set(done.map(({ id }) => id));
  return [...new Set(ids)].map((id) => ({ id, outcome: noted.has(id) ? 'done' : 'unknown' }));
}

/**
 * Gives each of these payments to one person, or takes it from everybody (`null`), all of them or none. One that is
 * with that person already gets no second entry.
 */
export async function assign(
  ids: readonly string[],
  assignee: string | null,
  by: string,
  tx: Tx = prisma(),
): Promise<Remarked[]> {
  const rows = await tx.$queryRaw<{ id: string; done: boolean }[]>`
    WITH asked AS (
      SELECT t.id, (
        SELECT m.assignee FROM remarks m WHERE m.transaction_id = t.id AND m.kind = 'assignment'
        ORDER BY m.seq DESC LIMIT 1) AS current
      FROM transactions t WHERE t.id = ANY(${known(ids)}::text[])),
    given AS (
      INSERT INTO remarks (transaction_id, kind, assignee, made_by)
      SELECT id, 'assignment', ${assignee}, ${by} FROM asked
      WHERE current IS DISTINCT FROM ${assignee}::text ORDER BY id
      RETURNING transaction_id)
    SELECT a.id, g.transaction_id IS NOT NULL AS done FROM asked a LEFT JOIN given g ON g.transaction_id = a.id`;
  const found = new Map(rows.map(({ id, done }) => [id, done ? 'done' : 'unchanged'] as const));
  return [...new Set(ids)].map((id) => ({ id, outcome: found.get(id) ?? 'unknown' }));
}

/** What PostgreSQL cannot store, it does not have. */
function known(ids: readonly string[]): string[] {
  if (ids.length > MAX_REMARKED) throw new RangeError(`At most ${MAX_REMARKED} payments are remarked on in one go.`);
  return ids.filter((id) => !id.includes('\u0000') && id.isWellFormed());
}

/** Everything people said and decided about one payment, the oldest first. */
export async function remarksOf(sight: Sight, transactionId: string): Promise<Remark[]> {
  const rows = await prisma().remark.findMany({ where: { transactionId }, orderBy: { seq: 'asc' } });
  return seen(
    sight,
    rows.map((row) => ({ ...row, seq: String(row.seq), kind: row.kind as Remark['kind'] })),
  );
}

/** Who may be given a payment: everybody who may sign in. */
export function assignableUsers(): Promise<{ readonly email: string; readonly name: string }[]> {
  return prisma().user.findMany({ select: { email: true, name: true }, orderBy: { name: 'asc' } });
}
