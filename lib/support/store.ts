import 'server-only';
import { prisma } from '@/lib/db';
import type { PaymentEvent } from '@/lib/events/event';
import { EVENT_TYPES } from '@/lib/events/event';
import type { Environment, Kind, Provider } from '@/lib/providers/catalogue';
import type { CompletionTime } from './answer';

/**
 * The events of one payment that receipts up to a position brought, with the environment of the first. An event that
 * arrived several times counts from its first arrival; an echo from the event that said it (its id before `~`).
 */
export async function readEventsUpTo(
  transactionId: string,
  position: bigint,
): Promise<{ readonly events: readonly PaymentEvent[]; readonly environment: Environment | null }> {
  const rows = await prisma().$queryRaw<{ data: PaymentEvent; environment: Environment }[]>`
    SELECT e.data, d.environment
    FROM events e JOIN deliveries d ON d.seq = e.delivery_seq
    WHERE e.transaction_id = ${transactionId} AND EXISTS (
      SELECT FROM readings r JOIN receipts c ON c.delivery_seq = r.delivery_seq
      WHERE r.event_id = split_part(e.id, '~', 1) AND c.position <= ${position})
    ORDER BY e.delivery_seq, e.id`;
  return { events: rows.map(({ data }) => data), environment: rows[0]?.environment ?? null };
}

/** How far back the history of completion times goes, and how many of the latest are measured. */
const HISTORY_DAYS = 30;
const MOST_MEASURED = 1_000;

/**
 * How long the latest payments of one kind took that were complete at a moment: from the provider's creation to the
 * first message that says so. One whose only message was its end is left out: nobody told when it began.
 */
export async function readCompletionTime(
  { provider, kind, environment }: { provider: Provider; kind: Kind; environment: Environment },
  at: Date,
): Promise<CompletionTime | null> {
  const since = new Date(+at - HISTORY_DAYS * 24 * 3_600_000);
  const done = Object.entries(EVENT_TYPES).flatMap(([type, progress]) => (progress === 'completed' ? [type] : []));
  const [row] = await prisma().$queryRaw<{ count: number; p95: number | null }[]>`
    SELECT count(*)::int AS count, percentile_disc(0.95) WITHIN GROUP (ORDER BY took.seconds) AS p95
    FROM (
      SELECT t.id, t.occurred_at FROM transactions t
      WHERE t.kind = ${kind} AND t.provider = ${provider} AND t.environment = ${environment}
        AND t.occurred_at >= ${since} AND t.occurred_at < ${at}
      ORDER BY t.occurred_at DESC, t.id DESC LIMIT ${MOST_MEASURED}) AS t
    CROSS JOIN LATERAL (
      SELECT extract(epoch FROM min(e.occurred_at) - t.occurred_at)::float8 AS seconds FROM events e
      WHERE e.transaction_id = t.id AND e.type = ANY(${done}::text[]) AND e.occurred_at <= ${at}) AS took
    WHERE took.seconds > 0`;
  return row && row.p95 !== null ? { count: row.count, p95: row.p95 } : null;
}

export type Passed = { readonly at: Date; readonly by: string };

/** Who passed a payment to finance last, up to a moment; `null` where nobody did. */
export async function readPassed(transactionId: string, at: Date): Promise<Passed | null> {
  const row = await prisma().auditEntry.findFirst({
    where: { objectKind: 'transaction', objectId: transactionId, action: 'case_passed', at: { lte: at } },
    orderBy: { seq: 'desc' },
    select: { at: true, actor: true },
  });
  return row && { at: row.at, by: row.actor };
}
