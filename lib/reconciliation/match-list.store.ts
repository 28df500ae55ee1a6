import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { inSnapshot } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import type { MatchQuery } from './match-list';
import { legsBy, linesBy } from './match-view.store';
import type { MatchView } from './view';

type Row = Omit<MatchView, 'lines' | 'legs'> & { readonly lineSeqs: bigint[]; readonly legIds: string[] };

/** A page of matches with both of their sides, the latest first; `next` is the number to go on from. */
export function readMatches(
  sight: Sight,
  { pass, rule, undone, limit, before }: MatchQuery,
): Promise<{
  readonly rows: readonly MatchView[];
  readonly next: string | null;
}> {
  const conditions = [
    Prisma.sql`true`,
    ...(pass === null ? [] : [Prisma.sql`m.pass = ${pass}`]),
    ...(rule === null ? [] : [Prisma.sql`m.rule = ${rule}`]),
    ...(undone === null ? [] : [undone ? Prisma.sql`m.undone_at IS NOT NULL` : Prisma.sql`m.undone_at IS NULL`]),
    ...(before === null ? [] : [Prisma.sql`m.id < ${BigInt(before)}`]),
  ];
  return inSnapshot(async (tx) => {
    const found = await tx.$queryRaw<Row[]>`
      SELECT m.id::text AS id, m.pass::int AS pass, m.rule, m.rule_version AS "ruleVersion", m.evidence,
        m.remainder::text AS remainder, m.reason, m.made_by AS "madeBy", m.made_at AS "madeAt",
        m.undone_by AS "undoneBy", m.undone_at AS "undoneAt", m.undone_why AS "undoneWhy",
        coalesce(g.book, 'bank') AS book, coalesce(l.seqs, d.line_seqs, '{}') AS "lineSeqs",
        coalesce(g.ids, d.leg_ids, '{}') AS "legIds"
      FROM (SELECT * FROM matches m WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY m.id DESC LIMIT ${limit + 1}) m
      LEFT JOIN LATERAL (
        SELECT array_agg(line_seq ORDER BY line_seq) AS seqs FROM matched_lines WHERE match_id = m.id) l ON true
      LEFT JOIN LATERAL (
        SELECT array_agg(leg_id::text ORDER BY leg_id) AS ids, min(book) AS book
        FROM matched_legs WHERE match_id = m.id) g ON true
      LEFT JOIN LATERAL (
        SELECT line_seqs, leg_ids FROM match_decisions WHERE match_id = m.id ORDER BY seq DESC LIMIT 1) d ON true
      ORDER BY m.id DESC`;
    const rows = found.slice(0, limit);
    const lines = await linesBy(
      tx,
      rows.flatMap(({ lineSeqs }) => lineSeqs),
    );
    const idsOf = (book: MatchView['book']) => rows.filter((row) => row.book === book).flatMap(({ legIds }) => legIds);
    const legs = { bank: await legsBy(tx, idsOf('bank'), 'bank'), ledger: await legsBy(tx, idsOf('ledger'), 'ledger') };
    return {
      rows: seen(
        sight,
        rows.map(({ lineSeqs, legIds, ...match }) => {
          const seqs = new Set(lineSeqs.map(String));
          const ids = new Set(legIds);
          return {
            ...match,
            lines: lines.filter(({ seq }) => seqs.has(seq)),
            legs: legs[match.book].filter(({ id }) => ids.has(id)),
          };
        }),
      ),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}
