import 'server-only';
import { prisma } from '@/lib/db';
import { AND_ITS_KEY, BODY, opened, type StoredBody } from '@/lib/events/body.store';
import { PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import { HOURS } from './home';
import { type Rhythm, WEEKS } from './rhythm';

/**
 * What each source sent in each of the last 24 hours, and the quartiles of the same hours of the same day in the weeks
 * before, as far back as the source goes: five days are read, not five weeks.
 */
export async function readRhythms(now: Date): Promise<Readonly<Record<Provider, Rhythm>>> {
  const from = new Date(+now - HOURS * 3_600_000);
  const rows = await prisma().$queryRaw<
    {
      provider: string;
      hour: number;
      received: number;
      weeks: number;
      band: [number, number, number] | null;
      mean: number | null;
    }[]
  >`
    WITH days AS (
      SELECT week, ${from}::timestamptz - week * interval '168 hours' AS start FROM generate_series(0, ${WEEKS}::int) AS week
    ), counted AS (
      SELECT d.provider, days.week, floor(extract(epoch FROM d.received_at - days.start) / 3600)::int AS hour, count(*) AS count
      FROM days JOIN deliveries d
        ON d.received_at >= days.start AND d.received_at < days.start + interval '24 hours'
      GROUP BY 1, 2, 3
    ), sources AS (
      SELECT name, (SELECT received_at FROM deliveries d
                    WHERE d.provider = name AND d.received_at >= ${from}::timestamptz - ${WEEKS}::int * interval '168 hours'
                    ORDER BY received_at LIMIT 1) AS since
      FROM unnest(${[...PROVIDERS]}::text[]) AS name
    ), grid AS (
      SELECT s.name AS provider, days.week, hour.hour, coalesce(c.count, 0) AS count,
             days.week > 0 AND s.since < days.start + interval '24 hours' AS is_past
      FROM sources s CROSS JOIN days CROSS JOIN generate_series(0, ${HOURS}::int - 1) AS hour(hour)
      LEFT JOIN counted c ON c.provider = s.name AND c.week = days.week AND c.hour = hour.hour
    )
    SELECT provider, hour, (sum(count) FILTER (WHERE week = 0))::int AS received,
           (count(*) FILTER (WHERE is_past))::int AS weeks,
           percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY count) FILTER (WHERE is_past) AS band,
           (avg(count) FILTER (WHERE is_past))::float8 AS mean
    FROM grid GROUP BY provider, hour ORDER BY provider, hour`;
  const rhythmOf = (provider: Provider): Rhythm => {
    const own = rows.filter((row) => row.provider === provider);
    const hours = own.map(({ received, band, mean }) => ({
      received,
      band: band && { low: band[0], median: band[1], high: band[2], mean: mean ?? 0 },
    }));
    return { hours, weeks: own[0]?.weeks ?? 0 };
  };
  return { juno: rhythmOf('juno'), ripio: rhythmOf('ripio'), brla: rhythmOf('brla') };
}

/** When each source last sent something, within some days before; absent where it sent nothing. */
export async function readLastReceived(now: Date, days: number): Promise<ReadonlyMap<Provider, Date>> {
  const rows = await prisma().$queryRaw<{ provider: Provider; at: Date }[]>`
    SELECT name AS provider, d.received_at AS at
    FROM unnest(${[...PROVIDERS]}::text[]) AS name
    CROSS JOIN LATERAL (
      SELECT received_at FROM deliveries
      WHERE provider = name AND received_at > ${now}::timestamptz - ${days}::int * interval '24 hours'
      ORDER BY received_at DESC LIMIT 1) d`;
  return new Map(rows.map(({ provider, at }) => [provider, at]));
}

/** How many messages to each source's address were refused and kept since an instant. */
export async function countRefused(since: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma().$queryRaw<{ source: string; count: number }[]>`
    SELECT split_part(path, '/', 4) AS source, count(*)::float8 AS count
    FROM refusals WHERE received_at >= ${since} GROUP BY 1`;
  return new Map(rows.map(({ source, count }) => [source, count]));
}

export type UnknownDelivery = { readonly provider: Provider; readonly body: Uint8Array; readonly receivedAt: Date };

/** Longer bodies are not looked into for their name. */
const LOOKED_INTO_BYTES = 16 * 1024;

/** The latest deliveries that nobody understood, newest first. */
export async function readUnknown(since: Date, limit: number): Promise<UnknownDelivery[]> {
  const rows = await prisma().$queryRaw<(Omit<UnknownDelivery, 'body'> & StoredBody & { body: Uint8Array })[]>`
    SELECT d.provider, d.received_at AS "receivedAt", ${BODY}
    FROM readings r JOIN deliveries d ON d.seq = r.delivery_seq ${AND_ITS_KEY}
    WHERE r.outcome = 'unrecognised' AND d.received_at >= ${since}
    ORDER BY r.delivery_seq DESC LIMIT ${limit}`;
  return rows.map(opened).map((row) => ({ ...row, body: row.body.subarray(0, LOOKED_INTO_BYTES) }));
}
