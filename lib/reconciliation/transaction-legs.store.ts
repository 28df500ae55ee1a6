import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { inSnapshot } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { matchesWhere } from './match-view.store';
import type { LegRow, MatchView } from './view';
import { LEG_COLUMNS, type SelectedLeg, statedLegs } from './view-rows.store';

/** More than any payment has. */
const MOST_MATCHES = 20;

/** The legs of one transaction as they stand against the bank, and the matches that hold them, in either book. */
export function readLegsOfTransaction(
  sight: Sight,
  transactionId: string,
): Promise<{ readonly legs: readonly LegRow[]; readonly matches: readonly MatchView[] }> {
  return inSnapshot(async (tx) => {
    const legs = await tx.$queryRaw<SelectedLeg[]>`
      SELECT ${LEG_COLUMNS} FROM ${statedLegs('bank')} WHERE t.transaction_id = ${transactionId} ORDER BY t.id`;
    const matches = await matchesWhere(
      tx,
      Prisma.sql`m.id IN (
        SELECT match_id FROM matched_legs WHERE leg_id = ANY(${legs.map(({ row }) => row.id)}::text[]))`,
      MOST_MATCHES,
    );
    return seen(sight, { legs: legs.map(({ row }) => row), matches });
  });
}

/** Numbers of the deliveries that told a transaction, the first one first, at most `limit` of them. */
export async function deliveriesOf(transactionId: string, limit: number): Promise<readonly string[]> {
  const rows = await prisma().event.findMany({
    where: { transactionId },
    distinct: ['deliverySeq'],
    orderBy: { deliverySeq: 'asc' },
    select: { deliverySeq: true },
    take: limit,
  });
  return rows.map(({ deliverySeq }) => String(deliverySeq));
}
