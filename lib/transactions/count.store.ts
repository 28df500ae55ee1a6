import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { inLateSnapshot, inSnapshot, inTime, limitStatements } from '@/lib/snapshot.store';
import { predicate } from './filter.store';
import type { Filters } from './filters';

/** A number beside a name is not worth more of the database's time. */
const COUNT_TIMEOUT_MS = 1_000;

/** How many transactions match, or did a few seconds ago; `null` where the database was not done in time. */
export async function countMatching(sight: Sight, filters: Filters, now: Date): Promise<number | null> {
  const count = await inTime(
    inLateSnapshot(async (tx) => {
      await limitStatements(tx, COUNT_TIMEOUT_MS);
      const [row] = await tx.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) AS count FROM transactions t WHERE ${await predicate(sight, filters, now)}`;
      return Number(row?.count ?? 0);
    }),
  );
  return count === 'too long' ? null : count;
}

/** The ids of those that match, at most `limit`, newest first. */
export function idsMatching(sight: Sight, filters: Filters, now: Date, limit: number): Promise<string[]> {
  return inSnapshot(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM transactions t WHERE ${await predicate(sight, filters, now)}
      ORDER BY t.occurred_at DESC, t.id DESC LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  });
}
