import 'server-only';
import { TO_APPLY } from '@/lib/feeds/ledger';
import { PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import { judged, predicate } from '@/lib/refunds/judged.store';
import { readLimits } from '@/lib/refunds/limit.store';
import { NO_REFUND_FILTERS } from '@/lib/refunds/refund-query';
import { shownEnvironment } from '@/lib/shown-environment';
import { bareRows } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import type { ExceptionFact, Facts, FeedFact, RefundFact } from './conditions';
import type { AlertKind, Thresholds } from './rule';
import { type SourceFacts, type Window, windowsBefore } from './silence';

/**
 * What the conditions judge. Each reading is a statement or two of its own, ended by PostgreSQL when it takes too long:
 * what watches the desk must not be what slows it down.
 */

const LIMITS = { milliseconds: 5_000 } as const;

/** More subjects of one rule are no list for people; the oldest are read. */
export const MOST_SUBJECTS = 500;

/** Facts of one kind. Where not all were read, what is missing among them may still hold. */
export type Read<Kind extends AlertKind> = { readonly facts: Facts[Kind]; readonly isWhole: boolean };

const READERS: {
  readonly [Kind in AlertKind]: (threshold: Thresholds[Kind], now: Date) => Promise<Read<Kind>>;
} = {
  refunds: readRefunds,
  unacknowledged: readFeeds,
  silence: readSources,
  exceptions: readExceptions,
  backlog: readBacklog,
};

/** The facts that a rule of this kind needs. Throws what PostgreSQL throws, also when a reading took too long. */
export function readFacts<Kind extends AlertKind>(
  { kind, threshold }: { readonly kind: Kind; readonly threshold: Thresholds[Kind] },
  now: Date,
): Promise<Read<Kind>> {
  return READERS[kind](threshold, now);
}

function bounded<Row>(rows: readonly Row[]): { facts: readonly Row[]; isWhole: boolean } {
  return { facts: rows.slice(0, MOST_SUBJECTS), isWhole: rows.length <= MOST_SUBJECTS };
}

/** Refunds that have not come back, by the words of the board; `status` is named so that its index is used. */
async function readRefunds({ from }: Thresholds['refunds'], now: Date): Promise<Read<'refunds'>> {
  const states = from === 'stuck' ? (['stuck'] as const) : (['late', 'stuck'] as const);
  const filters = { ...NO_REFUND_FILTERS, environment: [shownEnvironment()], limit_state: [...states] };
  const rows = await bareRows<RefundFact>(
    Prisma.sql`
      SELECT t.transaction_id AS "transactionId", t.provider, t.limit_state AS state, t.amount::text AS amount,
        t.currency, t.triggered_at AS "triggeredAt"
      FROM ${judged(await readLimits(now), now)}
      WHERE ${await predicate(filters)} AND (t.status IS NULL OR t.status IN ('pending', 'processing', 'failed'))
      ORDER BY t.triggered_at, t.transaction_id LIMIT ${MOST_SUBJECTS + 1}`,
    LIMITS,
  );
  return bounded(rows);
}

async function readFeeds(): Promise<Read<'unacknowledged'>> {
  const facts = await bareRows<FeedFact>(
    Prisma.sql`
      SELECT feed, count(*)::int AS count, min(coalesce(happened_at, first_listed_at)) AS "oldestAt"
      FROM listed_events WHERE state = ANY(${[...TO_APPLY]}::text[]) GROUP BY feed ORDER BY feed`,
    LIMITS,
  );
  return { facts, isWhole: true };
}

/** How far back a source's last message is looked for: one that is silent for longer is none any more. */
const GONE_DAYS = 30;
/** What a source says by itself; what we fetched tells nothing about its silence. */
const SPOKEN = ['webhook', 'sample'];
/** A window with more messages than this is as full as it matters. */
const COUNTED = 1_000;

async function readSources({ leastMinutes }: Thresholds['silence'], now: Date): Promise<Read<'silence'>> {
  const last = await bareRows<{ provider: Provider; lastAt: Date }>(
    Prisma.sql`
      SELECT name AS provider, d.received_at AS "lastAt"
      FROM unnest(${[...PROVIDERS]}::text[]) AS name
      CROSS JOIN LATERAL (
        SELECT received_at FROM deliveries
        WHERE provider = name AND origin = ANY(${SPOKEN}::text[])
          AND received_at > ${now}::timestamptz - ${GONE_DAYS}::int * interval '24 hours' AND received_at <= ${now}
        ORDER BY received_at DESC LIMIT 1) AS d
      WHERE EXISTS (SELECT FROM transactions t WHERE t.provider = name) ORDER BY name`, // one that was never set up is not looked for
    LIMITS,
  );
  const quiet = last.filter(({ lastAt }) => +now - +lastAt >= leastMinutes * 60_000);
  const facts: SourceFacts[] = [];
  for (const source of quiet) facts.push({ ...source, weeks: await countWindows(source, now) });
  return { facts, isWhole: true };
}

async function countWindows(source: { provider: Provider; lastAt: Date }, now: Date): Promise<number[]> {
  const windows: Window[] = windowsBefore(source.provider, source.lastAt, now);
  const earliest = new Date(Math.min(...windows.map(({ from }) => +from)));
  const spoken = Prisma.sql`d.provider = ${source.provider} AND d.origin = ANY(${SPOKEN}::text[])`;
  const rows = await bareRows<{ count: number }>(
    Prisma.sql`
      WITH since AS MATERIALIZED (
        SELECT d.received_at AS at FROM deliveries d
        WHERE ${spoken} AND d.received_at >= ${earliest}::timestamptz - interval '24 hours'
        ORDER BY d.received_at LIMIT 1)
      SELECT (SELECT count(*)::int FROM (
          SELECT FROM deliveries d WHERE ${spoken} AND d.received_at >= w.begun AND d.received_at < w.ended
          LIMIT ${COUNTED}) AS one) AS count
      FROM unnest(${windows.map(({ from }) => from)}::timestamptz[], ${windows.map(({ to }) => to)}::timestamptz[])
        WITH ORDINALITY AS w(begun, ended, place), since
      WHERE since.at <= w.begun ORDER BY place`,
    LIMITS,
  );
  return rows.map(({ count }) => count);
}

async function readExceptions({ amounts, warning }: Thresholds['exceptions'], now: Date): Promise<Read<'exceptions'>> {
  const limits = Object.entries(amounts);
  const rows = await bareRows<ExceptionFact>(
    Prisma.sql`
      SELECT e.id::text AS id, e.reason, e.amount::text AS amount, e.currency, e.opened_at AS "openedAt"
      FROM match_exceptions e
      LEFT JOIN unnest(${limits.map(([currency]) => currency)}::text[], ${limits.map(([, amount]) => amount)}::numeric[])
        AS l(currency, amount) ON l.currency = e.currency
      WHERE e.state IN ('open', 'in_work') AND e.opened_at <= ${new Date(+now - warning * 3_600_000)}
        AND (e.amount IS NULL OR e.currency IS NULL OR abs(e.amount) >= l.amount)
      ORDER BY e.opened_at, e.id LIMIT ${MOST_SUBJECTS + 1}`,
    LIMITS,
  );
  return bounded(rows);
}

/** A backlog is counted up to here. */
const MOST_WAITING = 1_000_000;

async function readBacklog(): Promise<Read<'backlog'>> {
  const [row] = await bareRows<{ count: number; oldestAt: Date | null }>(
    Prisma.sql`
      SELECT (SELECT count(*)::int FROM (SELECT FROM inbox LIMIT ${MOST_WAITING}) AS counted) AS count,
        (SELECT received_at FROM inbox ORDER BY delivery_seq LIMIT 1) AS "oldestAt"`,
    LIMITS,
  );
  return { facts: { count: row?.count ?? 0, oldestAt: row?.oldestAt ?? null }, isWhole: true };
}
