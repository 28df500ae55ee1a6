import 'server-only';
import { prisma } from '@/lib/db';
import type { Rule } from './match';
import { type RuleScore, SCORED_DAYS } from './rule-score';

/** What each rule matched, and what people undid of it, in the last 30 days; a rule that did nothing is left out. */
export async function ruleScores(now: Date): Promise<RuleScore[]> {
  const since = new Date(+now - SCORED_DAYS * 86_400_000);
  const rows = await prisma().$queryRaw<{ rule: Rule; matches: bigint; undone: bigint }[]>`
    SELECT rule, count(*) FILTER (WHERE made_at >= ${since}) AS matches,
      count(*) FILTER (WHERE undone_by IS NOT NULL AND undone_at >= ${since}) AS undone
    FROM matches WHERE pass > 0 AND (made_at >= ${since} OR undone_at >= ${since}) GROUP BY rule`;
  return rows.map(({ rule, matches, undone }) => ({ rule, matches: Number(matches), undone: Number(undone) }));
}
