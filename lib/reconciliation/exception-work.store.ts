import 'server-only';
import { prisma } from '@/lib/db';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { Prisma } from '@/prisma/generated/client';
import { type BulkResolution, MAX_WORKED, type Worked } from './exception-work';
import type { ExceptionNote } from './view';

/**
 * What people write and decide about exceptions. Each call changes all it may or nothing at all, and leaves a note per
 * exception, so that the timeline is whole. All throw on texts and numbers that callers check before.
 */

/** Gives them to one person, which puts them in work, or takes them from everybody (`null`). */
export function assignExceptions(ids: readonly string[], owner: string | null, by: string): Promise<Worked[]> {
  return change(ids, {
    set: Prisma.sql`owner = ${owner}, state = CASE
      WHEN e.state = 'open' AND ${owner}::text IS NOT NULL THEN 'in_work'
      WHEN e.state = 'in_work' AND ${owner}::text IS NULL THEN 'open' ELSE e.state END`,
    where: Prisma.sql`e.state <> 'resolved' AND e.owner IS DISTINCT FROM ${owner}::text`,
    refuse: (state) => (state === 'resolved' ? 'It is resolved; reopen it first.' : null),
    note: { kind: 'owner', text: owner },
    by,
  });
}

/** Writes the same note on each. */
export function noteExceptions(ids: readonly string[], text: string, by: string): Promise<Worked[]> {
  return change(ids, {
    set: Prisma.sql`state = e.state`,
    where: Prisma.sql`true`,
    refuse: () => null,
    note: { kind: 'note', text: checked(text) },
    by,
  });
}

/**
 * Resolves each with the same reason and remark. What explains an amount needs one: an exception whose amount is not
 * known can only be ignored.
 */
export function resolveExceptions(
  ids: readonly string[],
  { resolution, remark }: { readonly resolution: BulkResolution; readonly remark: string },
  by: string,
): Promise<Worked[]> {
  const isExplained = resolution !== 'ignored';
  return change(ids, {
    set: Prisma.sql`state = 'resolved', resolution = ${resolution}, remark = ${checked(remark)}, resolved_by = ${by},
        resolved_at = now(), wait_until = NULL`,
    where: Prisma.sql`e.state <> 'resolved' AND (e.amount IS NOT NULL OR NOT ${isExplained})`,
    refuse: (state) => (state === 'resolved' ? null : 'No amount is known that could be explained.'),
    note: { kind: 'resolved', text: remark },
    by,
  });
}

/** What a match by hand has resolved: says as what, and why. */
export async function explainResolved(
  id: string,
  { resolution, remark }: { readonly resolution: BulkResolution; readonly remark: string },
  by: string,
): Promise<void> {
  await change([id], {
    set: Prisma.sql`resolution = ${resolution}, remark = ${checked(remark)}`,
    where: Prisma.sql`e.state = 'resolved'`,
    refuse: () => null,
    note: { kind: 'note', text: remark },
    by,
  });
}

/** Puts one aside until a day, YYYY-MM-DD. `words` say for whom and why. */
export function waitWithException(id: string, until: string, words: string, by: string): Promise<Worked[]> {
  return change([id], {
    set: Prisma.sql`state = 'waiting', wait_until = ${until}::date`,
    where: Prisma.sql`e.state <> 'resolved'`,
    refuse: () => 'It is resolved; reopen it first.',
    note: { kind: 'state', text: checked(words) },
    by,
  });
}

/** Opens one again that was resolved or waits. */
export function reopenException(id: string, remark: string, by: string): Promise<Worked[]> {
  return change([id], {
    set: Prisma.sql`state = CASE WHEN e.owner IS NULL THEN 'open' ELSE 'in_work' END, resolution = NULL, remark = NULL,
      resolved_by = NULL, resolved_at = NULL, wait_until = NULL`,
    where: Prisma.sql`e.state IN ('resolved', 'waiting')`,
    refuse: () => null,
    note: { kind: 'reopened', text: checked(remark) },
    by,
  });
}

/** Of those to do, the one after this in the queue's order; behind the last comes the first. `null`: there is no other. */
export async function nextInQueue(id: string): Promise<string | null> {
  if (!isNumber(id)) return null;
  const [row] = await prisma().$queryRaw<{ id: bigint }[]>`
    SELECT e.id FROM match_exceptions e, match_exceptions here
    WHERE here.id = ${BigInt(id)} AND e.id <> here.id AND e.state IN ('open', 'in_work')
    ORDER BY (e.day, e.id) < (here.day, here.id) DESC, e.day DESC, e.id DESC LIMIT 1`;
  return row ? String(row.id) : null;
}

/** Line and leg of exceptions about one payment whose amounts differ: what an explanation brings together. */
export type ExplainablePair = { readonly id: string; readonly lineSeq: string; readonly legId: string };

export async function explainablePairs(ids: readonly string[]): Promise<ExplainablePair[]> {
  return prisma().$queryRaw<ExplainablePair[]>`
    SELECT id::text AS id, line_seq::text AS "lineSeq", leg_id AS "legId" FROM match_exceptions
    WHERE id = ANY(${ids.filter(isNumber).map(BigInt)}::bigint[]) AND state <> 'resolved'
      AND reason IN ('amount_differs', 'id_equal_amount_differs') AND line_seq IS NOT NULL AND leg_id IS NOT NULL
    ORDER BY id`;
}

type Change = {
  readonly set: Prisma.Sql;
  readonly where: Prisma.Sql;
  /** Why one in this state was left as it is; `null`: it was so already. */
  readonly refuse: (state: string) => string | null;
  readonly note: { readonly kind: ExceptionNote['kind']; readonly text: string | null };
  readonly by: string;
};

async function change(ids: readonly string[], { set, where, refuse, note, by }: Change): Promise<Worked[]> {
  if (ids.length > MAX_WORKED) throw new RangeError(`At most ${MAX_WORKED} exceptions are changed in one go.`);
  const rows = await prisma().$queryRaw<{ id: bigint; state: string; is_done: boolean }[]>`
    WITH asked AS (
      SELECT id, state FROM match_exceptions WHERE id = ANY(${ids.filter(isNumber).map(BigInt)}::bigint[])
      ORDER BY id FOR UPDATE),
    changed AS (
      UPDATE match_exceptions e SET ${set} FROM asked a WHERE e.id = a.id AND ${where} RETURNING e.id),
    noted AS (
      INSERT INTO exception_notes (exception_id, kind, text, made_by)
      SELECT id, ${note.kind}, ${note.text}, ${by} FROM changed ORDER BY id)
    SELECT a.id, a.state, c.id IS NOT NULL AS is_done FROM asked a LEFT JOIN changed c ON c.id = a.id`;
  const found = new Map(rows.map((row) => [String(row.id), row]));
  return [...new Set(ids)].map((id): Worked => {
    const row = found.get(id);
    if (!row) return { id, outcome: 'unknown' };
    if (row.is_done) return { id, outcome: 'done' };
    const why = refuse(row.state);
    return why === null ? { id, outcome: 'unchanged' } : { id, outcome: 'refused', why };
  });
}

function isNumber(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}

function checked(text: string): string {
  if (text.trim() === '' || text.length > LONGEST_NOTE || text.includes('\u0000') || !text.isWellFormed())
    throw new RangeError('A remark has 1 to 2,000 characters.');
  return text;
}
