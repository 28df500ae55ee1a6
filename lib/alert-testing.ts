import 'server-only';
import { judgeRules } from '@/lib/alert-job';
import type { AlertChannel } from '@/lib/alerts/alert';
import { settleNotices, takeDue } from '@/lib/alerts/notice.store';
import { createChannel, createRules, readRules } from '@/lib/alerts/rule.store';
import { pool } from '@/lib/db';
import { inEnglish } from '@/lib/language/translator';

/**
 * For database tests of alerts. The backlog is the condition that a test can make and end by a row: what it shows of
 * alerts holds for all kinds. Times are minutes after `BEGAN`.
 */
const BEGAN = Date.parse('2026-03-17T12:00:00Z');
export const at = (minutes: number) => new Date(BEGAN + minutes * 60_000);

/** No rule, no alert, no channel, and nothing waits. */
export async function nothingWatched(): Promise<void> {
  await pool().query('TRUNCATE alert_rules, alerts, alert_notices, alert_channels; DELETE FROM inbox');
}

/** One message waits to be folded since then, or none (`null`). */
export async function waiting(since: Date | null): Promise<void> {
  await pool().query('DELETE FROM inbox');
  if (since) await pool().query('INSERT INTO inbox (delivery_seq, received_at) VALUES (1, $1)', [since]);
}

/** A channel where nobody listens. */
export function deafChannel(more: Partial<AlertChannel> = {}): Promise<string> {
  return createChannel(
    { kind: 'webhook', name: 'Desk', target: 'http://127.0.0.1:1/', locale: 'en', ...more },
    'eva@example.com',
  );
}

/** A rule that warns after five minutes and is urgent after thirty; resolves to its id. */
export async function watchBacklog(channels: readonly string[]): Promise<string> {
  const threshold = { count: 1_000, warning: 5, urgent: 30 };
  await createRules(
    [{ kind: 'backlog', threshold, name: 'Backlog', channels, owner: 'ana@example.com' }],
    'eva@example.com',
  );
  return (await readRules()).rules.at(-1)?.id ?? '';
}

export const judge = async (minutes: number) => {
  const sum = await judgeRules(at(minutes));
  return { ...sum, problems: sum.problems.map(inEnglish) };
};

/** What is due at a time, as `channel: level subject`; it counts as told. */
export async function told(minutes: number): Promise<string[]> {
  const due = await takeDue(at(minutes));
  for (const { notices } of due) {
    await settleNotices(
      notices.map(({ id }) => id),
      null,
      at(minutes),
    );
  }
  return due.flatMap(({ channel: { name }, notices }) =>
    notices.map(({ alert }) => `${name}: ${alert.level} ${alert.subject}`),
  );
}
