import 'server-only';
import { prisma } from '@/lib/db';
import { type Environment, PROVIDERS } from '@/lib/providers/catalogue';
import { AT_RISK } from '@/lib/transactions/at-risk';
import { HOURS, type RiskSum, type SourceLine } from './home';

/** Money at risk in one environment, by group and currency; the states are those of the list each group opens. */
export async function readMoneyAtRisk(environment: Environment): Promise<RiskSum[]> {
  const pairs = Object.entries(AT_RISK).flatMap(([group, statuses]) => statuses.map((status) => ({ group, status })));
  const rows = await prisma().$queryRaw<(Omit<RiskSum, 'count' | 'unknown'> & { count: bigint; unknown: bigint })[]>`
    SELECT g.name AS "group", t.currency, count(*) AS count, count(*) FILTER (WHERE t.amount IS NULL) AS unknown,
           sum(t.amount)::text AS sum
    FROM unnest(${pairs.map((pair) => pair.group)}::text[], ${pairs.map((pair) => pair.status)}::text[]) AS g(name, status)
    JOIN transactions t ON t.status = g.status
    WHERE t.environment = ${environment}
    GROUP BY g.name, t.currency ORDER BY count(*) DESC, t.currency`;
  return rows.map((row) => ({ ...row, count: Number(row.count), unknown: Number(row.unknown) }));
}

/** How many deliveries nobody understood, over all time. */
export async function countUnrecognised(): Promise<number> {
  const [row] = await prisma().$queryRaw<
    { count: bigint }[]
  >`SELECT count(*) AS count FROM readings WHERE outcome = 'unrecognised'`;
  return Number(row?.count ?? 0);
}

/** One line per provider, also for one that never sent anything. A silence longer than 90 days reads as "none". */
export async function readSources(now: Date): Promise<SourceLine[]> {
  const since = new Date(+now - HOURS * 3_600_000);
  const [latest, hours, waiting] = await Promise.all([readLatest(now), readHours(since), readWaiting()]);
  return PROVIDERS.map((provider) => {
    const own = hours.filter((row) => row.provider === provider);
    const received = Array.from({ length: HOURS }, (_, hour) =>
      total(own.filter((row) => Math.min(row.hour, HOURS - 1) === hour)),
    );
    const queued = waiting.find((row) => row.provider === provider);
    return {
      provider,
      lastReceivedAt: latest.find((row) => row.provider === provider)?.at ?? null,
      received,
      total: total(own),
      duplicates: total(own.filter((row) => row.outcome === 'duplicate')),
      unrecognised: total(own.filter((row) => row.outcome === 'unrecognised')),
      waiting: Number(queued?.count ?? 0),
      oldestWaitingAt: queued?.since ?? null,
    };
  });
}

function total(rows: readonly { readonly count: bigint }[]): number {
  return rows.reduce((sum, row) => sum + Number(row.count), 0);
}

/** Walks the index on received_at backwards, once per provider, and stops at the first hit. */
function readLatest(now: Date) {
  const limit = new Date(+now - 90 * 24 * 3_600_000);
  return prisma().$queryRaw<{ provider: string; at: Date }[]>`
    SELECT p.name AS provider, d.received_at AS at
    FROM unnest(${[...PROVIDERS]}::text[]) AS p(name)
    CROSS JOIN LATERAL (
      SELECT received_at FROM deliveries WHERE provider = p.name AND received_at > ${limit}
      ORDER BY received_at DESC LIMIT 1) d`;
}

function readHours(since: Date) {
  return prisma().$queryRaw<{ provider: string; outcome: string | null; hour: number; count: bigint }[]>`
    SELECT d.provider, r.outcome, floor(extract(epoch FROM d.received_at - ${since}) / 3600)::int AS hour, count(*) AS count
    FROM deliveries d LEFT JOIN readings r ON r.delivery_seq = d.seq
    WHERE d.received_at >= ${since}
    GROUP BY d.provider, r.outcome, hour`;
}

function readWaiting() {
  return prisma().$queryRaw<{ provider: string; count: bigint; since: Date }[]>`
    SELECT d.provider, count(*) AS count, min(i.received_at) AS since
    FROM inbox i JOIN deliveries d ON d.seq = i.delivery_seq GROUP BY d.provider`;
}

/** Whether anything was ever received. */
export async function hasDeliveries(): Promise<boolean> {
  const [row] = await prisma().$queryRaw<{ any: boolean }[]>`SELECT EXISTS (SELECT FROM deliveries) AS any`;
  return row?.any ?? false;
}
