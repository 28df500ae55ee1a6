import 'server-only';
import type { Tx } from '@/lib/db';
import { EVENT_TYPES } from '@/lib/events/event';
import { type Environment, KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { type ChartPeriod, type Completion, type FlowRow, MOST_MEASURED } from './home-charts';
import { inLateSnapshot, inTime, limitStatements } from './snapshot.store';

/** A chart is worth this long. */
const TIMEOUT_MS = 4_000;
/** The shares of the transactions that are done within the two times that are shown. */
const SHARES = [0.5, 0.95];

/** The transactions of a period by day, provider, state and currency: every chart of them is made of these rows. */
export function readFlow(environment: Environment, { bounds }: ChartPeriod): Promise<FlowRow[] | 'too long'> {
  const starts = bounds.map((bound) => bound.toISOString());
  return readChart(async (tx) => {
    const rows = await tx.$queryRaw<(Omit<FlowRow, 'count' | 'unknown'> & { count: bigint; unknown: bigint })[]>`
      SELECT width_bucket(t.occurred_at, ${starts}::timestamptz[]) - 1 AS day, t.provider, t.status, t.currency,
        count(*) AS count, count(*) - count(t.amount) AS unknown, sum(t.amount)::text AS sum
      FROM transactions t
      WHERE t.environment = ${environment} AND t.occurred_at >= ${bounds[0]} AND t.occurred_at < ${bounds.at(-1)}
      GROUP BY 1, 2, 3, 4`;
    return rows.map((row) => ({ ...row, count: Number(row.count), unknown: Number(row.unknown) }));
  });
}

/**
 * How long the completed transactions of a period took, by kind: from the provider's creation to the first message that
 * says it is done. Of each kind the latest MOST_MEASURED, so that it costs the same whatever the store holds. One whose
 * only message was its end is left out: nobody told when it began.
 */
export function readCompletion(
  environment: Environment,
  { bounds }: ChartPeriod,
): Promise<readonly Completion[] | 'too long'> {
  const kinds = PROVIDERS.flatMap((provider) => KINDS[provider].map((kind) => ({ provider, kind })));
  const done = Object.entries(EVENT_TYPES).flatMap(([type, progress]) => (progress === 'completed' ? [type] : []));
  return readChart(async (tx) => {
    const rows = await tx.$queryRaw<(Omit<Completion, 'half' | 'mostly'> & { times: [number, number] })[]>`
      SELECT k.provider, k.kind, count(*)::int AS measured,
        percentile_disc(${SHARES}::float8[]) WITHIN GROUP (ORDER BY took.seconds) AS times
      FROM unnest(${kinds.map(({ provider }) => provider)}::text[], ${kinds.map(({ kind }) => kind)}::text[])
        AS k(provider, kind)
      CROSS JOIN LATERAL (
        SELECT t.id, t.occurred_at FROM transactions t
        WHERE t.kind = k.kind AND t.provider = k.provider AND t.environment = ${environment} AND t.status = 'completed'
          AND t.occurred_at >= ${bounds[0]} AND t.occurred_at < ${bounds.at(-1)}
        ORDER BY t.occurred_at DESC, t.id DESC LIMIT ${MOST_MEASURED}) AS t
      CROSS JOIN LATERAL (
        SELECT extract(epoch FROM min(e.occurred_at) - t.occurred_at)::float8 AS seconds FROM events e
        WHERE e.transaction_id = t.id AND e.type = ANY(${done}::text[])) AS took
      WHERE took.seconds > 0
      GROUP BY k.provider, k.kind`;
    return rows
      .map(({ times: [half, mostly], ...row }) => ({ ...row, half, mostly }))
      .sort((a, b) => b.mostly - a.mostly);
  });
}

function readChart<T>(work: (tx: Tx) => Promise<T>): Promise<T | 'too long'> {
  return inTime(
    inLateSnapshot(async (tx) => {
      await limitStatements(tx, TIMEOUT_MS);
      return work(tx);
    }),
  );
}
