import 'server-only';
import type { Tx } from '@/lib/db';
import { keptText, said } from '@/lib/language/said';

/** Why what a rule had matched is undone. */
const NOT_TOLD = keptText(said('reasons.kept.notTold'));

/**
 * Matches follow the movement they were made for. A leg may stop being told: a transfer's, once its operation is known
 * and tells the same PIX; a withdrawal's, once it turns out to be a refund. Its reservation is handed on to the leg that
 * tells the movement now, if that one is free. What a rule had matched with a leg that nobody tells any more is undone,
 * so that its line is looked at again; what a person matched stays, for it is not ours to undo.
 */
export async function followLegs(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    WITH heirs AS (
      SELECT DISTINCT ON (n.id, m.book) m.leg_id, m.book, n.id AS heir
      FROM matched_legs m
      JOIN legs n ON n.id IN (
        SELECT k.target || '#' || split_part(m.leg_id, '#', 2) FROM links k
        WHERE k.transaction_id = split_part(m.leg_id, '#', 1) AND k.relation = 'pays_out'
        UNION ALL SELECT split_part(m.leg_id, '#', 1) || '#return' WHERE m.leg_id LIKE '%#out')
      WHERE NOT EXISTS (SELECT FROM legs g WHERE g.id = m.leg_id)
        AND NOT EXISTS (SELECT FROM matched_legs o WHERE o.leg_id = n.id AND o.book = m.book)
      ORDER BY n.id, m.book, m.leg_id)
    UPDATE matched_legs m SET leg_id = h.heir FROM heirs h WHERE m.leg_id = h.leg_id AND m.book = h.book`;
  await tx.$executeRaw`
    WITH undone AS (
      UPDATE matches SET undone_at = now(), undone_why = ${NOT_TOLD}
      WHERE pass > 0 AND undone_at IS NULL AND id IN (
        SELECT m.match_id FROM matched_legs m WHERE NOT EXISTS (SELECT FROM legs g WHERE g.id = m.leg_id))
      RETURNING id),
    lines_freed AS (DELETE FROM matched_lines WHERE match_id IN (SELECT id FROM undone))
    DELETE FROM matched_legs WHERE match_id IN (SELECT id FROM undone)`;
}
