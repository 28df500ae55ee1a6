import 'server-only';
import type { AuditAction } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { keptText, type Said, said } from '@/lib/language/said';
import { keptInEnglish } from '@/lib/language/translator';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { Prisma } from '@/prisma/generated/client';
import { type BulkResolution, MAX_WORKED, type Worked } from './exception-work';
import type { ExceptionNote } from './view';

/**
 * What people write and decide about exceptions. Each call changes all it may or nothing at all, leaves a note per
 * exception, so that the timeline is whole, and is in the log. `address` is where it was asked from. All throw on texts
 * and numbers that callers check before.
 */

type Told = { readonly resolution: BulkResolution; readonly remark: string };

/** Gives them to one person, which puts them in work, or takes them from everybody (`null`). */
export function assignExceptions(
  ids: readonly string[],
  owner: string | null,
  by: string,
  address: string | null = null,
): Promise<Worked[]> {
  const assigned: Change = {
    set: Prisma.sql`owner = ${owner}, state = CASE
      WHEN e.state = 'open' AND ${owner}::text IS NOT NULL THEN 'in_work'
      WHEN e.state = 'in_work' AND ${owner}::text IS NULL THEN 'open' ELSE e.state END`,
    where: Prisma.sql`e.state <> 'resolved' AND e.owner IS DISTINCT FROM ${owner}::text`,
    refuse: (state) => (state === 'resolved' ? RESOLVED : null),
    note: { kind: 'owner', text: owner },
    by,
  };
  return changeAndLog(ids, assigned, { action: 'exception_assigned', address, detail: { owner } });
}

/** Writes the same note on each. */
export function noteExceptions(
  ids: readonly string[],
  text: string,
  by: string,
  address: string | null = null,
): Promise<Worked[]> {
  const noted: Change = {
    set: Prisma.sql`state = e.state`,
    where: Prisma.sql`true`,
    refuse: () => null,
    note: { kind: 'note', text: checked(text) },
    by,
  };
  return changeAndLog(ids, noted, { action: 'exception_noted', address, detail: {} });
}

/**
 * Resolves each with the same reason and remark. What explains an amount needs one: an exception whose amount is not
 * known can only be ignored.
 */
export function resolveExceptions(
  ids: readonly string[],
  told: Told,
  by: string,
  address: string | null = null,
): Promise<Worked[]> {
  const { resolution, remark } = told;
  const isExplained = resolution !== 'ignored';
  const where = Prisma.sql`e.state NOT IN ('resolved', 'second_person') AND (e.amount IS NOT NULL OR NOT ${isExplained})`;
  const refuse = (state: string) =>
    state === 'resolved' ? null : state === 'second_person' ? HELD : said('exceptions.refused.noAmount');
  return changeAndLog(ids, resolved(told, { where, refuse, words: remark, by }), {
    ...{ action: 'exception_resolved', address },
    detail: { kind: resolution, remark },
  });
}

/** Resolves one as a second person agreed, as long as still the same is at stake; a part of a transaction that logs it. */
export async function resolveApproved(
  tx: Tx,
  { id, amount, currency }: { readonly id: string; readonly amount: string; readonly currency: string },
  told: Told,
  { by, approvedBy }: { readonly by: string; readonly approvedBy: string },
): Promise<Worked & { readonly isResolved: boolean }> {
  const where = Prisma.sql`e.state <> 'resolved' AND e.amount = ${amount}::numeric AND coalesce(e.currency, '') = ${currency}`;
  let isResolved = false;
  const refuse = (state: string) => {
    isResolved = state === 'resolved';
    return said('exceptions.refused.changed');
  };
  const words = keptText(said('reasons.kept.approved', { what: told.remark, who: approvedBy }));
  const [worked] = await change(tx, [id], resolved(told, { where, refuse, words, by }));
  return { ...(worked ?? { id, outcome: 'unknown' }), isResolved };
}

function resolved(
  { resolution, remark }: Told,
  { words, ...more }: Pick<Change, 'where' | 'refuse' | 'by'> & { readonly words: string },
): Change {
  return {
    set: Prisma.sql`state = 'resolved', resolution = ${resolution}, remark = ${checked(remark)}, resolved_by = ${more.by},
        resolved_at = now(), wait_until = NULL`,
    note: { kind: 'resolved', text: words },
    ...more,
  };
}

/** What a match by hand has resolved: says as what, and why. */
export async function explainResolved(id: string, { resolution, remark }: Told, by: string, tx?: Tx): Promise<void> {
  const explained: Change = {
    set: Prisma.sql`resolution = ${resolution}, remark = ${checked(remark)}`,
    where: Prisma.sql`e.state = 'resolved'`,
    refuse: () => null,
    note: { kind: 'note', text: remark },
    by,
  };
  await change(tx ?? prisma(), [id], explained);
}

/** Puts one aside until a day, YYYY-MM-DD. `words` say for whom and why: a kept sentence. */
export function waitWithException(
  id: string,
  until: string,
  words: string,
  by: string,
  address: string | null = null,
): Promise<Worked[]> {
  const reason = checked(keptInEnglish(words));
  const waits: Change = {
    set: Prisma.sql`state = 'waiting', wait_until = ${until}::date`,
    where: Prisma.sql`e.state NOT IN ('resolved', 'second_person')`,
    refuse: (state) => (state === 'second_person' ? HELD : RESOLVED),
    note: { kind: 'state', text: words },
    by,
  };
  return changeAndLog([id], waits, { action: 'exception_put_aside', address, detail: { until, reason } });
}

/** Opens one again that was resolved or waits. */
export function reopenException(
  id: string,
  remark: string,
  by: string,
  address: string | null = null,
): Promise<Worked[]> {
  const opened: Change = {
    set: Prisma.sql`state = CASE WHEN e.owner IS NULL THEN 'open' ELSE 'in_work' END, resolution = NULL, remark = NULL,
      resolved_by = NULL, resolved_at = NULL, wait_until = NULL`,
    where: Prisma.sql`e.state IN ('resolved', 'waiting')`,
    refuse: (state) => (state === 'second_person' ? HELD : null),
    note: { kind: 'reopened', text: checked(remark) },
    by,
  };
  return changeAndLog([id], opened, { action: 'exception_reopened', address, detail: { remark } });
}

/** Puts those aside that a proposal is about, until a second person has decided; a part of the proposal's transaction. */
export async function holdForSecond(tx: Tx, ids: readonly string[], words: Said, by: string): Promise<void> {
  await change(tx, ids, {
    set: Prisma.sql`state = 'second_person', wait_until = NULL`,
    where: Prisma.sql`e.state NOT IN ('resolved', 'second_person')`,
    refuse: () => null,
    note: { kind: 'state', text: keptText(words) },
    by,
  });
}

/** Gives them back to work: it was declined, withdrawn, or could not be done. */
export async function releaseFromSecond(tx: Tx, ids: readonly string[], words: Said, by: string): Promise<void> {
  await change(tx, ids, {
    set: Prisma.sql`state = CASE WHEN e.owner IS NULL THEN 'open' ELSE 'in_work' END`,
    where: Prisma.sql`e.state = 'second_person'`,
    refuse: () => null,
    note: { kind: 'state', text: keptText(words) },
    by,
  });
}

/** The unresolved exceptions of lines and legs. */
export async function exceptionsAbout(
  tx: Tx,
  lineSeqs: readonly string[],
  legIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM match_exceptions
    WHERE state <> 'resolved' AND (line_seq = ANY(${lineSeqs.filter(isNumber).map(BigInt)}::bigint[])
      OR leg_id = ANY(${[...legIds]}::text[]))
    ORDER BY match_exceptions.id LIMIT ${MAX_WORKED}`;
  return rows.map(({ id }) => id);
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

/** What an explanation of an unresolved exception would close; `isPair`: line and leg are one, and only amounts differ. */
export type AtStake = {
  readonly id: string;
  readonly amount: string;
  readonly currency: string | null;
  readonly lineSeq: string | null;
  readonly legId: string | null;
  readonly isPair: boolean;
  /** A second person is asked about it already. */
  readonly isHeld: boolean;
};

/** Those of them whose amount is known. */
export async function atStake(ids: readonly string[]): Promise<AtStake[]> {
  return prisma().$queryRaw<AtStake[]>`
    SELECT id::text AS id, amount::text AS amount, currency, line_seq::text AS "lineSeq", leg_id AS "legId",
      reason IN ('amount_differs', 'id_equal_amount_differs') AND line_seq IS NOT NULL AND leg_id IS NOT NULL AS "isPair",
      state = 'second_person' AS "isHeld"
    FROM match_exceptions
    WHERE id = ANY(${ids.filter(isNumber).map(BigInt)}::bigint[]) AND state <> 'resolved' AND amount IS NOT NULL
    ORDER BY match_exceptions.id`;
}

const RESOLVED = said('exceptions.refused.resolved');
const HELD = said('exceptions.refused.held');

type Change = {
  readonly set: Prisma.Sql;
  readonly where: Prisma.Sql;
  /** Why one in this state was left as it is; `null`: it was so already. */
  readonly refuse: (state: string) => Said | null;
  readonly note: { readonly kind: ExceptionNote['kind']; readonly text: string | null };
  readonly by: string;
};

/** A run may hold the exceptions: a person waits for it. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

type Logged = {
  readonly action: AuditAction;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

function changeAndLog(ids: readonly string[], wanted: Change, { action, address, detail }: Logged): Promise<Worked[]> {
  return prisma().$transaction(async (tx) => {
    const worked = await change(tx, ids, wanted);
    const done = worked.filter(({ outcome }) => outcome === 'done');
    const deed = { actor: wanted.by, address, action, objectKind: 'exception', detail } as const;
    await record(tx, ...done.map(({ id }) => ({ ...deed, objectId: id })));
    return worked;
  }, PATIENCE);
}

async function change(tx: Tx, ids: readonly string[], { set, where, refuse, note, by }: Change): Promise<Worked[]> {
  if (ids.length > MAX_WORKED) throw new RangeError(`At most ${MAX_WORKED} exceptions are changed in one go.`);
  const rows = await tx.$queryRaw<{ id: bigint; state: string; is_done: boolean }[]>`
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
