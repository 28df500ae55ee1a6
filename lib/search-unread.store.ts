import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { byIndexInTime } from '@/lib/transactions/search.store';
import { Prisma } from '@/prisma/generated/client';

/** How many of the latest messages that nobody understood are looked through, and for how long. */
const SEARCHED = 20_000;
const MILLISECONDS = 1_500;
const SHOWN = 5;

/**
 * Numbers of deliveries that were not understood and whose body holds the text as it is, the latest first. For whoever sees
 * masked there are none: a body has names, and any part of one would be found.
 */
export async function findUnrecognised(sight: Sight, text: string): Promise<string[] | 'too long'> {
  if (sight === 'masked' || text.includes('\u0000') || !text.isWellFormed()) return [];
  // The inner limit bounds what is read; a condition is never moved below one.
  const rows = await byIndexInTime<{ seq: string }>(
    MILLISECONDS,
    Prisma.sql`
      SELECT w.seq FROM (
        SELECT d.seq, d.body FROM readings r JOIN deliveries d ON d.seq = r.delivery_seq
        WHERE r.outcome = 'unrecognised' ORDER BY r.delivery_seq DESC LIMIT ${SEARCHED}) AS w
      WHERE position(convert_to(${text}, 'UTF8') IN w.body) > 0 ORDER BY w.seq DESC LIMIT ${SHOWN}`,
  );
  return rows === 'too long' ? rows : rows.map(({ seq }) => seq);
}
