import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { correctionText, type LineReading, readingChanges } from './line-correction';
import type { LoggedDeed } from './workbench-view';

/** No panel shows more. */
const LOG_ROWS = 100;

/** What a person decided about lines and payments, and corrected in lines, since an instant; the latest first. */
export async function deedsOf(sight: Sight, madeBy: string, since: Date): Promise<LoggedDeed[]> {
  const [decisions, corrections] = await Promise.all([decisionsOf(madeBy, since), correctionsBy(madeBy, since)]);
  return seen(sight, [...decisions, ...corrections].sort((a, b) => +b.madeAt - +a.madeAt).slice(0, LOG_ROWS));
}

/** The lines with these numbers, as they are now. */
function shownLines(seqs: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT jsonb_agg(jsonb_build_object('seq', l.seq::text, 'amount', l.amount::text, 'currency', l.currency,
      'text', left(l.text, 120)) ORDER BY l.booked_on, l.seq)
    FROM lines l WHERE l.seq = ANY(${seqs})), '[]'::jsonb)`;
}

type Decision = Omit<LoggedDeed, 'undo' | 'key'> & {
  readonly seq: string;
  /** The match that it made and that stands. */
  readonly matchId: string | null;
  /** It dismissed one pair, and nothing was said of that since. */
  readonly isDismissal: boolean;
  readonly line: string;
  readonly leg: string;
};

async function decisionsOf(madeBy: string, since: Date): Promise<LoggedDeed[]> {
  const rows = await prisma().$queryRaw<Decision[]>`
    SELECT d.seq::text AS seq, d.kind, d.made_at AS "madeAt", cardinality(d.leg_ids) AS "legCount", d.reason,
      ${shownLines(Prisma.sql`d.line_seqs`)} AS lines, d.line_seqs[1]::text AS line, d.leg_ids[1] AS leg,
      (SELECT m.id::text FROM matches m WHERE m.id = d.match_id AND d.kind = 'confirmed' AND m.undone_at IS NULL) AS "matchId",
      d.kind = 'refused' AND EXISTS (SELECT FROM lines l WHERE l.seq = d.line_seqs[1])
        AND EXISTS (SELECT FROM legs g WHERE g.id = d.leg_ids[1]) AND NOT ${saidSince} AS "isDismissal"
    FROM match_decisions d
    WHERE d.made_by = ${madeBy} AND d.made_at >= ${since}
    ORDER BY d.seq DESC LIMIT ${LOG_ROWS}`;
  return rows.map(({ seq, matchId, isDismissal, line, leg, ...deed }) => ({
    ...deed,
    key: `decision ${seq}`,
    undo: matchId ? { what: 'match', id: matchId } : isDismissal ? { what: 'dismissal', line, leg } : null,
  }));
}

/** Something was said of the same pairs after `d`. */
const saidSince = Prisma.sql`EXISTS (
  SELECT FROM match_decisions later
  WHERE later.kind IN ('refused', 'undone', 'reconsidered') AND later.seq > d.seq
    AND later.line_seqs @> d.line_seqs AND later.leg_ids @> d.leg_ids)`;

type Correction = Pick<LoggedDeed, 'madeAt' | 'lines' | 'reason'> & {
  readonly ids: string[];
  readonly isUndo: boolean;
  /** Of lines that are there and free, each the latest. */
  readonly isUndoable: boolean;
  readonly before: LineReading;
  readonly after: LineReading;
};

/** What was corrected in several lines at once is one deed. */
async function correctionsBy(madeBy: string, since: Date): Promise<LoggedDeed[]> {
  const rows = await prisma().$queryRaw<Correction[]>`
    SELECT array_agg(c.seq::text ORDER BY c.seq) AS ids, c.made_at AS "madeAt", c.reason, c.undoes IS NOT NULL AS "isUndo",
      ${shownLines(Prisma.sql`array_agg(c.line_seq)`)} AS lines,
      (array_agg(c.before ORDER BY c.seq))[1] AS before, (array_agg(c.after ORDER BY c.seq))[1] AS after,
      bool_and(EXISTS (SELECT FROM lines l WHERE l.seq = c.line_seq)
        AND NOT EXISTS (SELECT FROM matched_lines m WHERE m.line_seq = c.line_seq)
        AND NOT EXISTS (SELECT FROM line_corrections o WHERE o.line_seq = c.line_seq AND o.seq > c.seq)) AS "isUndoable"
    FROM line_corrections c
    WHERE c.made_by = ${madeBy} AND c.made_at >= ${since}
    GROUP BY c.made_at, c.reason, c.undoes IS NOT NULL
    ORDER BY c.made_at DESC LIMIT ${LOG_ROWS}`;
  return rows.map(({ ids, isUndo, isUndoable, before, after, madeAt, lines, reason }) => ({
    key: `correction ${ids[0]}`,
    kind: isUndo ? 'uncorrected' : 'corrected',
    madeAt,
    lines,
    legCount: 0,
    reason: correctionText(readingChanges(before, after), reason ?? ''),
    undo: isUndoable && !isUndo ? { what: 'corrections', ids } : null,
  }));
}
