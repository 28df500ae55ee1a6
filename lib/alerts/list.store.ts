import 'server-only';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Alert, AlertCounts } from './alert';
import type { Notice } from './notice';
import { isAlertKind } from './rule';

/** Alerts as they are read for screens and messages. */

/** The members of an alert `a` of a rule `r`. */
export const ALERT = Prisma.sql`
  a.id, a.rule_id AS "ruleId", r.name AS "ruleName", r.kind, a.subject, a.level, a.detail, a.raised_at AS "raisedAt",
  a.last_seen_at AS "lastSeenAt", a.ended_at AS "endedAt", a.owner,
  a.snoozed_until AS "snoozedUntil", a.snoozed_by AS "snoozedBy", a.snooze_reason AS "snoozeReason"`;

type TimesAsText = 'triedAt' | 'sentAt';
export type SelectedAlert = Omit<Alert, 'snooze' | 'notices' | 'kind' | 'detail'> & {
  readonly kind: string;
  readonly detail: unknown;
  readonly snoozedUntil: Date | null;
  readonly snoozedBy: string | null;
  readonly snoozeReason: string | null;
  readonly notices?: readonly (Omit<Notice, TimesAsText> & Record<TimesAsText, string | null>)[];
};

/** A selected row as an alert; `null` for a kind that this version does not know. */
export function alertOf({ snoozedUntil, snoozedBy, snoozeReason, notices, ...row }: SelectedAlert): Alert | null {
  if (!isAlertKind(row.kind)) return null;
  const snooze = snoozedUntil && { until: snoozedUntil, by: snoozedBy ?? '', reason: snoozeReason ?? '' };
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const told = (notices ?? []).map((one) => ({ ...one, triedAt: instant(one.triedAt), sentAt: instant(one.sentAt) }));
  return { ...row, snooze, notices: told } as Alert;
}

/** How many are shown at once: more than that is no list, but a sign that a threshold is wrong. */
export const LISTED_ALERTS = 200;
export const LISTED_ENDED = 50;

const NOTICES = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('channel', c.name, 'level', n.level, 'tries', n.tries,
    'triedAt', n.tried_at, 'sentAt', n.sent_at, 'failure', n.failure) ORDER BY n.created_at, c.name), '[]')
  FROM alert_notices n JOIN alert_channels c ON c.id = n.channel_id WHERE n.alert_id = a.id) AS notices`;

/** The alerts that stand, the worst first and of those the oldest; what is put aside comes last. */
export function openAlerts(now: Date): Promise<Alert[]> {
  return listed(Prisma.sql`
    WHERE a.ended_at IS NULL
    ORDER BY coalesce(a.snoozed_until > ${now}, false), a.level = 'urgent' DESC, a.raised_at, a.id
    LIMIT ${LISTED_ALERTS}`);
}

/** Those that ended last. */
export function endedAlerts(): Promise<Alert[]> {
  return listed(Prisma.sql`WHERE a.ended_at IS NOT NULL ORDER BY a.ended_at DESC, a.id LIMIT ${LISTED_ENDED}`);
}

async function listed(rest: Prisma.Sql): Promise<Alert[]> {
  const rows = await prisma().$queryRaw<SelectedAlert[]>`
    SELECT ${ALERT}, ${NOTICES} FROM alerts a JOIN alert_rules r ON r.id = a.rule_id ${rest}`;
  return rows.flatMap((row) => alertOf(row) ?? []);
}

/** How many stand, by level, and how many of them are put aside. */
export async function countAlerts(now: Date): Promise<AlertCounts> {
  const [row] = await prisma().$queryRaw<AlertCounts[]>`
    SELECT count(*) FILTER (WHERE NOT is_snoozed AND level = 'urgent')::int AS urgent,
      count(*) FILTER (WHERE NOT is_snoozed AND level <> 'urgent')::int AS warning,
      count(*) FILTER (WHERE is_snoozed)::int AS snoozed
    FROM (SELECT level, coalesce(snoozed_until > ${now}, false) AS is_snoozed FROM alerts WHERE ended_at IS NULL) AS a`;
  return row ?? { urgent: 0, warning: 0, snoozed: 0 };
}
