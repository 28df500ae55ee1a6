import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { LegRow, LineRow, MatchView } from './view';
import {
  LEG_COLUMNS,
  LINE_COLUMNS,
  type SelectedLeg,
  type SelectedLine,
  STATED_LINES,
  statedLegs,
} from './view-rows.store';

/** Lines by their numbers, in that order. */
export async function linesBy(tx: Tx, seqs: readonly bigint[]): Promise<LineRow[]> {
  const rows = await tx.$queryRaw<SelectedLine[]>`
    SELECT ${LINE_COLUMNS} FROM ${STATED_LINES} WHERE l.seq = ANY(${[...seqs]}::bigint[])
    ORDER BY array_position(${[...seqs]}::bigint[], l.seq)`;
  return rows.map(({ row }) => row);
}

/** Legs by their ids, in that order, as they stand against a book. */
export async function legsBy(tx: Tx, ids: readonly string[], book: MatchView['book']): Promise<LegRow[]> {
  const rows = await tx.$queryRaw<SelectedLeg[]>`
    SELECT ${LEG_COLUMNS} FROM ${statedLegs(book)} WHERE t.id = ANY(${[...ids]}::text[])
    ORDER BY array_position(${[...ids]}::text[], t.id COLLATE "default")`;
  return rows.map(({ row }) => row);
}

type MatchRow = Omit<MatchView, 'lines' | 'legs'> & { readonly lineSeqs: bigint[]; readonly legIds: string[] };

/** Matches by a condition on `m`, the latest first, with both of their sides; of an undone one those it held. */
export async function matchesWhere(tx: Tx, condition: Prisma.Sql, limit: number): Promise<MatchView[]> {
  const rows = await tx.$queryRaw<MatchRow[]>`
    SELECT m.id::text AS id, m.pass::int AS pass, m.rule, m.rule_version AS "ruleVersion", m.evidence,
      m.remainder::text AS remainder, m.reason, m.made_by AS "madeBy", m.made_at AS "madeAt", m.undone_by AS "undoneBy",
      m.undone_at AS "undoneAt", m.undone_why AS "undoneWhy",
      coalesce(g.book, 'bank') AS book,
      coalesce(l.seqs, d.line_seqs, '{}') AS "lineSeqs", coalesce(g.ids, d.leg_ids, '{}') AS "legIds"
    FROM matches m
    LEFT JOIN LATERAL (
      SELECT array_agg(line_seq ORDER BY line_seq) AS seqs FROM matched_lines WHERE match_id = m.id) l ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(leg_id::text ORDER BY leg_id) AS ids, min(book) AS book FROM matched_legs WHERE match_id = m.id) g ON true
    LEFT JOIN LATERAL (
      SELECT line_seqs, leg_ids FROM match_decisions WHERE match_id = m.id ORDER BY seq DESC LIMIT 1) d ON true
    WHERE ${condition} ORDER BY m.id DESC LIMIT ${limit}`;
  const views: MatchView[] = [];
  for (const { lineSeqs, legIds, ...match } of rows)
    views.push({ ...match, lines: await linesBy(tx, lineSeqs), legs: await legsBy(tx, legIds, match.book) });
  return views;
}

/** One match; `null` where there is none of that number. */
export async function readMatch(id: string): Promise<MatchView | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [match] = await matchesWhere(prisma(), Prisma.sql`m.id = ${BigInt(id)}`, 1);
  return match ?? null;
}

/** The latest of one person's own matches and undone ones: what the workbench's log begins with. */
export function latestByHand(by: string, limit: number): Promise<MatchView[]> {
  return matchesWhere(prisma(), Prisma.sql`(m.made_by = ${by} OR m.undone_by = ${by})`, limit);
}
