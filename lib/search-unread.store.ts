import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { AND_ITS_KEY, BODY, opened, type StoredBody } from '@/lib/events/body.store';
import { byIndexInTime } from '@/lib/transactions/search.store';
import { Prisma } from '@/prisma/generated/client';

/** How many of the latest messages that nobody understood are looked through, and for how long. */
const SEARCHED = 20_000;
const MILLISECONDS = 1_500;
const SHOWN = 5;

type Stored = StoredBody & { readonly seq: bigint; readonly body: Uint8Array };

/**
 * Numbers of deliveries that were not understood and whose body holds the text as it is, the latest first. For whoever sees
 * masked there are none: a body has names, and any part of one would be found.
 */
export async function findUnrecognised(sight: Sight, text: string): Promise<string[] | 'too long'> {
  if (sight === 'masked' || text.includes('\u0000') || !text.isWellFormed()) return [];
  // The inner limit bounds what is read; a condition is never moved below one. What is encrypted comes to be opened here.
  const rows = await byIndexInTime<Stored>(
    MILLISECONDS,
    Prisma.sql`
      SELECT d.seq, ${BODY} FROM (
        SELECT delivery_seq AS seq FROM readings WHERE outcome = 'unrecognised'
        ORDER BY delivery_seq DESC LIMIT ${SEARCHED}) AS w
      JOIN deliveries d ON d.seq = w.seq ${AND_ITS_KEY}
      WHERE d.is_encrypted OR position(convert_to(${text}, 'UTF8') IN d.body) > 0 ORDER BY d.seq DESC`,
  );
  if (rows === 'too long') return rows;
  const holding = rows.map(opened).filter(({ body }) => Buffer.from(body).includes(text));
  return holding.slice(0, SHOWN).map(({ seq }) => String(seq));
}
