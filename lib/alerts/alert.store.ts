import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { limitStatements } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { QUIET_MS } from './alert';
import type { Crossing } from './conditions';
import { type AlertRule, LEVELS } from './rule';

/** Whoever judges a rule holds this with the rule's name to the end of its transaction: two would raise twice. */
const RULE_LOCKS = 7_350_030;
const TIMES = { timeout: 30_000 } as const;
const STATEMENT_MS = 5_000;

/** What judging a rule changed. */
export type Judged = { readonly raised: number; readonly risen: number; readonly ended: number };

/**
 * Runs `judge` while no other process judges this rule, and writes what it found: new alerts, levels that rose, and the
 * end of those whose condition has not held for a while. `null`: another process is at it, or the rule is gone or paused.
 */
export function judgeAlone(
  rule: AlertRule,
  judge: () => Promise<{ readonly crossings: readonly Crossing[]; readonly isWhole: boolean }>,
  now: Date,
): Promise<Judged | null> {
  return prisma().$transaction(async (tx) => {
    await limitStatements(tx, STATEMENT_MS);
    const [row] = await tx.$queryRaw<{ isFree: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${RULE_LOCKS}::int, hashtext(${rule.id})) AS "isFree"`;
    if (!row?.isFree) return null;
    const known = await tx.alertRule.findFirst({ where: { id: rule.id, isActive: true }, select: { id: true } });
    if (!known) return null;
    const { crossings, isWhole } = await judge();
    const { raised, risen } = await raise(tx, rule, crossings, now);
    const ended = isWhole ? await endQuiet(tx, rule.id, new Date(+now - QUIET_MS), now) : 0;
    await addNotices(tx, rule, now);
    return { raised, risen, ended };
  }, TIMES);
}

/** Waits until nobody judges a rule, and keeps everybody from judging it until `tx` ends. */
export async function holdRule(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${RULE_LOCKS}::int, hashtext(${id}))`;
}

/** Which of two levels is worse, in SQL. */
const rankOf = (level: Prisma.Sql) => Prisma.sql`array_position(${[...LEVELS]}::text[], ${level})`;

async function raise(
  tx: Tx,
  { id, owner }: AlertRule,
  crossings: readonly Crossing[],
  now: Date,
): Promise<{ raised: number; risen: number }> {
  if (crossings.length === 0) return { raised: 0, risen: 0 };
  const [row] = await tx.$queryRaw<{ raised: number; risen: number }[]>`
    WITH found AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(crossings)}::jsonb) AS f(subject text, level text, detail jsonb)),
    standing AS (
      SELECT a.id, a.level AS before, f.* FROM alerts a JOIN found f ON f.subject = a.subject
      WHERE a.rule_id = ${id} AND a.ended_at IS NULL),
    seen AS (
      UPDATE alerts a SET last_seen_at = ${now}, detail = s.detail,
        level = CASE WHEN ${rankOf(Prisma.sql`s.level`)} > ${rankOf(Prisma.sql`a.level`)} THEN s.level ELSE a.level END
      FROM standing s WHERE a.id = s.id),
    raised AS (
      INSERT INTO alerts (id, rule_id, subject, level, detail, raised_at, last_seen_at, owner)
      SELECT gen_random_uuid(), ${id}, f.subject, f.level, f.detail, ${now}, ${now}, ${owner} FROM found f
      WHERE NOT EXISTS (SELECT FROM standing s WHERE s.subject = f.subject) RETURNING 1)
    SELECT (SELECT count(*)::int FROM raised) AS raised,
      (SELECT count(*)::int FROM standing s WHERE ${rankOf(Prisma.sql`s.level`)} > ${rankOf(Prisma.sql`s.before`)}) AS risen`;
  return row ?? { raised: 0, risen: 0 };
}

function endQuiet(tx: Tx, ruleId: string, quietSince: Date, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE alerts SET ended_at = ${now}
    WHERE rule_id = ${ruleId} AND ended_at IS NULL AND last_seen_at <= ${quietSince}`;
}

/** One notice per alert, channel and level. What is put aside is told once that is over, if it has not been told. */
async function addNotices(tx: Tx, { id, channels }: AlertRule, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO alert_notices (id, alert_id, channel_id, level, created_at)
    SELECT gen_random_uuid(), a.id, c.id, a.level, ${now}
    FROM alerts a JOIN alert_channels c ON c.id = ANY(${[...channels]}::text[]) AND c.removed_at IS NULL
    WHERE a.rule_id = ${id} AND a.ended_at IS NULL AND (a.snoozed_until IS NULL OR a.snoozed_until <= ${now})
    ON CONFLICT (alert_id, channel_id, level) DO NOTHING`;
}

/** Puts an open alert aside until an instant; `false`: it is not there, or over. */
export async function snoozeAlert(
  id: string,
  { until, by, reason }: { readonly until: Date; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const { count } = await prisma().alert.updateMany({
    where: { id, endedAt: null },
    data: { snoozedUntil: until, snoozedBy: by, snoozeReason: reason },
  });
  return count > 0;
}

/** Takes it up again at once; `false`: it was not put aside. */
export async function wakeAlert(id: string): Promise<boolean> {
  const { count } = await prisma().alert.updateMany({
    where: { id, endedAt: null, snoozedUntil: { not: null } },
    data: { snoozedUntil: null, snoozedBy: null, snoozeReason: null },
  });
  return count > 0;
}

/** Whose it is now; `null` gives it back to nobody. `false`: it is not there, or over. */
export async function ownAlert(id: string, owner: string | null): Promise<boolean> {
  const { count } = await prisma().alert.updateMany({ where: { id, endedAt: null }, data: { owner } });
  return count > 0;
}
