import 'server-only';
import { Prisma } from '@/prisma/generated/client';

/**
 * Which pairs of line and leg no pass joins: those whose latest word by a person is that they do not belong together,
 * or that their match was undone. Who considers a pair again takes that back. `lineSeq` and `legId` are of the query.
 */
export function isRefused(lineSeq: Prisma.Sql, legId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((
    SELECT (array_agg(d.kind ORDER BY d.seq DESC))[1] FROM match_decisions d
    WHERE ${ABOUT_PAIRS} AND d.line_seqs @> ARRAY[${lineSeq}] AND d.leg_ids @> ARRAY[${legId}]) IN ('refused', 'undone')) IS TRUE`;
}

/** Decisions `d` that say of each of their pairs whether it may be joined. */
const ABOUT_PAIRS = Prisma.sql`d.kind IN ('refused', 'undone', 'reconsidered')`;

/** All such pairs at once, for a run. */
export const REFUSED_PAIRS = Prisma.sql`
  SELECT line_seq, leg_id FROM (
    SELECT DISTINCT ON (line_seq, leg_id) line_seq, leg_id COLLATE "C" AS leg_id, d.kind FROM match_decisions d,
      LATERAL unnest(d.line_seqs) AS line_seq, LATERAL unnest(d.leg_ids) AS leg_id
    WHERE ${ABOUT_PAIRS} ORDER BY line_seq, leg_id, d.seq DESC) AS latest
  WHERE kind <> 'reconsidered'`;
