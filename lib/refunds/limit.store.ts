import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import type { Said } from '@/lib/language/said';
import { fromReplica } from '@/lib/replica.store';
import { type Floor, floorProblem, type History, limitsFrom, type Subject } from './limits';
import type { Limits } from './refund';
import { REVERSALS } from './whereabouts';

/** How far back the history goes. */
const HISTORY_DAYS = 90;

/** The limits in force at a moment: from how long refunds and their steps took lately, and the floors set by hand. */
export async function readLimits(now: Date): Promise<Limits[]> {
  const [history, floors] = await Promise.all([recentHistory(now), prisma().refundFloor.findMany()]);
  return limitsFrom(history, floors as unknown as Floor[]);
}

/** Ninety days change little in a minute, and every page asks. */
const HISTORY_LASTS_MS = 60_000;
let kept: { readonly at: number; readonly history: Promise<History[]> } | null = null;

function recentHistory(now: Date): Promise<History[]> {
  const isRecent = kept !== null && +now >= kept.at && +now - kept.at < HISTORY_LASTS_MS;
  if (kept !== null && isRecent) return kept.history;
  if (kept !== null && +now < kept.at) return readHistory(now); // a moment of the past is asked for once
  const history = readHistory(now);
  kept = { at: +now, history };
  history.catch(() => {
    if (kept?.history === history) kept = null; // the next page asks again
  });
  return history;
}

/**
 * Of the refunds of the 90 days before a moment, how long the wholes and the steps took that were complete by then. What
 * was first told when it was already complete is left out: nobody told how long that took.
 */
async function readHistory(now: Date): Promise<History[]> {
  const since = new Date(+now - HISTORY_DAYS * 24 * 3_600_000);
  const rows = await fromReplica(
    ({ prisma }) => prisma.$queryRaw<(Omit<History, 'count'> & { count: bigint })[]>`
    WITH recent AS (SELECT * FROM refunds WHERE triggered_at >= ${since}),
    durations AS (
      SELECT provider, kind, '*' AS step, extract(epoch FROM ended_at - triggered_at) AS seconds
      FROM recent WHERE status = 'completed' AND ended_at <= ${now} AND NOT whereabouts = ANY(${[...REVERSALS]}::text[])
      UNION ALL
      SELECT r.provider, r.kind, s->>'step',
        extract(epoch FROM (s->>'by')::timestamptz - (s->>'firstSeenAt')::timestamptz)
      FROM recent r, jsonb_array_elements(r.steps) s
      WHERE s->>'status' = 'completed' AND (s->>'by')::timestamptz <= ${now})
    SELECT provider, kind, step, count, ceil(percentiles[1])::int AS p50,
      ceil(percentiles[2])::int AS p75, ceil(percentiles[3])::int AS p95
    FROM (
      SELECT provider, kind, step, count(*) AS count,
        percentile_cont(ARRAY[0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY seconds::double precision) AS percentiles
      FROM durations WHERE seconds > 0 GROUP BY provider, kind, step) AS measured
    ORDER BY provider, kind, step`,
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Sets the floor of a kind or step; what cannot be one is refused with the reason. */
export async function setFloor(
  { provider, kind, step, slowSeconds, lateSeconds }: Floor,
  by: string,
  now: Date,
  address: string | null = null,
): Promise<{ readonly outcome: 'set' } | { readonly outcome: 'refused'; readonly message: Said }> {
  const message = floorProblem({ slowSeconds, lateSeconds });
  if (message) return { outcome: 'refused', message };
  const set = { slowSeconds, lateSeconds, setBy: by, setAt: now };
  await prisma().$transaction(async (tx) => {
    const before = await floorIn(tx, { provider, kind, step });
    await tx.refundFloor.upsert({
      where: { provider_kind_step: { provider, kind, step } },
      create: { provider, kind, step, ...set },
      update: set,
    });
    const detail = { before, after: { slowSeconds, lateSeconds } };
    await record(tx, { ...floorDeed({ provider, kind, step }), actor: by, address, detail });
  });
  return { outcome: 'set' };
}

async function floorIn(tx: Tx, { provider, kind, step }: Subject) {
  const where = { provider_kind_step: { provider, kind, step } };
  return tx.refundFloor.findUnique({ where, select: { slowSeconds: true, lateSeconds: true } });
}

function floorDeed({ provider, kind, step }: Subject) {
  return { action: 'limit_changed', objectKind: 'refund_limit', objectId: `${provider} ${kind} ${step}` } as const;
}

/** Takes a floor away again, so that the desk's own holds; nothing happens where none was set. */
export async function dropFloor(subject: Subject, by: string, address: string | null = null): Promise<void> {
  const { provider, kind, step } = subject;
  await prisma().$transaction(async (tx) => {
    const before = await floorIn(tx, subject);
    if (!before) return;
    await tx.refundFloor.deleteMany({ where: { provider, kind, step } });
    await record(tx, { ...floorDeed(subject), actor: by, address, detail: { before, after: null } });
  });
}

/** Every floor that was set by hand, with who set it and when. */
export async function readFloors(): Promise<(Floor & { readonly setBy: string; readonly setAt: Date })[]> {
  return (await prisma().refundFloor.findMany()) as unknown as (Floor & { setBy: string; setAt: Date })[];
}
