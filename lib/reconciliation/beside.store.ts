import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Beside, Difference } from './beside';
import type { Book } from './view';

/** What is returned goes the other way: its receiver is who had sent it. */
const GOES_BACK = Prisma.sql`g.kind = 'issuance' AND g.direction = 'out'`;

type Selected = Beside & { readonly legId: string };

/** What stands beside each of some legs against one book, by leg id: one read for all of them. */
export async function besideLegs(
  sight: Sight,
  legIds: readonly string[],
  book: Book,
): Promise<ReadonlyMap<string, Beside>> {
  if (legIds.length === 0) return new Map();
  const rows = await prisma().$queryRaw<Selected[]>`
    SELECT g.id AS "legId", own.match, coalesce(open.differences, '[]') AS differences,
      CASE WHEN ${GOES_BACK} THEN told.receiver ELSE told.sender END AS "senderClabe",
      CASE WHEN ${GOES_BACK} THEN told.sender ELSE told.receiver END AS "receiverClabe", told.deposit AS "depositId", coalesce(others.seen, '[]') AS "seenAt"
    FROM legs g
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('remainder', m.remainder::text, 'explained', m.evidence->'explained', 'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('seq', l.seq::text, 'book', mg.book, 'bookedOn', l.booked_on::text,
          'accountName', a.name, 'amount', l.amount::text, 'currency', l.currency) ORDER BY l.booked_on, l.seq), '[]')
        FROM matched_lines ml JOIN lines l ON l.seq = ml.line_seq JOIN bank_accounts a ON a.id = l.account_id
        WHERE ml.match_id = m.id)) AS match
      FROM matched_legs mg JOIN matches m ON m.id = mg.match_id WHERE mg.leg_id = g.id AND mg.book = ${book}) own ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('reason', e.reason, 'expected', e.expected, 'actual', e.actual) ORDER BY e.id) AS differences
      FROM match_exceptions e WHERE e.leg_id = g.id AND e.state <> 'resolved') open ON true
    LEFT JOIN LATERAL (
      SELECT min(i.value) FILTER (WHERE i.kind = 'sender_clabe') AS sender,
        min(i.value) FILTER (WHERE i.kind = 'receiver_clabe') AS receiver,
        min(i.value) FILTER (WHERE i.kind = 'deposit_id') AS deposit
      FROM identifiers i WHERE i.transaction_id = g.transaction_id
        AND i.kind IN ('sender_clabe', 'receiver_clabe', 'deposit_id')) told ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(DISTINCT jsonb_build_object('provider', o.provider, 'transactionId', o.transaction_id)) AS seen
      FROM leg_ids i JOIN leg_ids j ON j.key = i.key AND j.kind = i.kind AND j.leg_id <> i.leg_id
      JOIN legs o ON o.id = j.leg_id AND o.provider <> g.provider AND o.environment = g.environment
      WHERE i.leg_id = g.id AND i.kind = 'tx_hash') others ON true
    WHERE g.id = ANY(${[...legIds]}::text[])`;
  return seen(sight, new Map(rows.map(({ legId, ...beside }) => [legId, beside])));
}

/** The two values of the open exceptions of each of some lines, by line. */
export async function differencesOfLines(
  sight: Sight,
  seqs: readonly string[],
): Promise<ReadonlyMap<string, readonly Difference[]>> {
  if (seqs.length === 0) return new Map();
  const rows = await prisma().$queryRaw<(Difference & { readonly seq: string })[]>`
    SELECT line_seq::text AS seq, reason, expected, actual FROM match_exceptions
    WHERE line_seq = ANY(${seqs.map(BigInt)}::bigint[]) AND state <> 'resolved' ORDER BY id`;
  const found = new Map<string, Difference[]>();
  for (const { seq, ...difference } of rows) found.set(seq, [...(found.get(seq) ?? []), difference]);
  return seen(sight, found);
}
