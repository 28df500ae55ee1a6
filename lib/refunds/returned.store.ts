import 'server-only';
import { prisma } from '@/lib/db';
import { judged, predicate } from './judged.store';
import { readLimits } from './limit.store';
import type { RefundFilters } from './refund-query';

/** How many refunds of a filter there are, and the median of the seconds they took; `null` for none. */
export async function readReturned(
  filters: RefundFilters,
  now: Date,
): Promise<{ readonly count: number; readonly medianSeconds: number | null }> {
  const limits = await readLimits(now);
  const [row] = await prisma().$queryRaw<{ count: bigint; median: number | null }[]>`
    SELECT count(*) AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY t.age) AS median
    FROM ${judged(limits, now)} WHERE ${await predicate(filters)}`;
  return { count: Number(row?.count ?? 0), medianSeconds: row?.median ?? null };
}
