import 'server-only';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Alert, AlertChannel } from './alert';
import { ALERT, alertOf, type SelectedAlert } from './list.store';
import { RESTS_MINUTES } from './notice';

/** Notices that are to be told, taken so that nobody else tells them meanwhile. */
export type Due = {
  readonly channel: AlertChannel;
  readonly notices: readonly { readonly id: string; readonly alert: Alert }[];
};

/** More are not told in one message; the rest goes with the next. */
export const MOST_IN_MESSAGE = 100;

/**
 * Takes what every channel is due to tell: notices of alerts that stand, at their present level, and that rested long
 * enough. Taking is counting a try, so that nobody else takes them before they have rested again, also where whoever
 * took them dies. What was superseded, put aside or ended before it could be told is not told any more.
 */
export async function takeDue(now: Date): Promise<Due[]> {
  const rows = await prisma().$queryRaw<(SelectedAlert & { noticeId: string; channel: AlertChannel })[]>`
    WITH due AS (
      SELECT n.id, row_number() OVER (PARTITION BY n.channel_id ORDER BY n.created_at, n.id) AS place
      FROM alert_notices n
      JOIN alerts a ON a.id = n.alert_id AND a.ended_at IS NULL AND a.level = n.level
        AND (a.snoozed_until IS NULL OR a.snoozed_until <= ${now})
      JOIN alert_channels c ON c.id = n.channel_id AND c.removed_at IS NULL
      WHERE n.sent_at IS NULL AND (n.tried_at IS NULL
        OR n.tried_at + (${[...RESTS_MINUTES]}::int[])[n.tries] * interval '1 minute' <= ${now})),
    held AS (
      SELECT n.id FROM alert_notices n JOIN due d ON d.id = n.id WHERE d.place <= ${MOST_IN_MESSAGE}
      FOR UPDATE OF n SKIP LOCKED),
    taken AS (
      UPDATE alert_notices n SET tries = n.tries + 1, tried_at = ${now} FROM held h
      WHERE h.id = n.id AND n.sent_at IS NULL AND (n.tried_at IS NULL
        OR n.tried_at + (${[...RESTS_MINUTES]}::int[])[n.tries] * interval '1 minute' <= ${now})
      RETURNING n.id, n.alert_id, n.channel_id)
    SELECT ${ALERT}, taken.id AS "noticeId",
      json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'target', c.target, 'locale', c.locale) AS channel
    FROM taken JOIN alerts a ON a.id = taken.alert_id JOIN alert_rules r ON r.id = a.rule_id
    JOIN alert_channels c ON c.id = taken.channel_id
    ORDER BY a.level DESC, a.raised_at, a.id`;
  const byChannel = new Map<string, { channel: AlertChannel; notices: { id: string; alert: Alert }[] }>();
  for (const { noticeId, channel, ...row } of rows) {
    const due = byChannel.get(channel.id) ?? { channel, notices: [] };
    byChannel.set(channel.id, due);
    const alert = alertOf(row);
    if (alert) due.notices.push({ id: noticeId, alert });
  }
  return [...byChannel.values()].filter(({ notices }) => notices.length > 0);
}

/** Writes down how telling them went; `failure` is `null` where they were told. */
export async function settleNotices(ids: readonly string[], failure: string | null, at: Date): Promise<void> {
  const sent = failure === null ? Prisma.sql`sent_at = ${at}, failure = NULL` : Prisma.sql`failure = ${failure}`;
  await prisma().$executeRaw`UPDATE alert_notices SET ${sent} WHERE id = ANY(${[...ids]}::text[])`;
}
