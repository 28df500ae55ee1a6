import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';
import { RULES, type Rule } from './match';
import { ELIGIBLE, LINE_IS_FREE } from './pair.store';
import type { Taken } from './pass.store';
import type { Reason } from './reason';
import type { RunFigures, RunView } from './view';

/** Held by whatever joins or parts lines and legs, or takes lines away: a run, a person, an import that is undone. */
export const MATCHING_LOCK = 7_350_030;

/** For the length of `tx`: nobody else matches anything. */
export async function holdMatching(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${MATCHING_LOCK})`;
}

/** Writes that a run has begun; the row stays also of one that is interrupted, and of a dry one. */
export async function beginRun(isDry: boolean, requestedBy: string | null, now: Date): Promise<bigint> {
  const { id } = await prisma().matchRun.create({ data: { isDry, requestedBy, startedAt: now } });
  return id;
}

export async function endRun(id: bigint, figures: RunFigures, endedAt: Date): Promise<void> {
  await prisma().matchRun.update({ where: { id }, data: { figures, endedAt } });
}

export type Side = { readonly lines: number; readonly legs: number };

/** How many lines and legs have no match: a leg is counted for each book that could show it. */
export async function countFree(tx: Tx, environment: Environment): Promise<Side> {
  const [row] = await tx.$queryRaw<{ lines: bigint; legs: bigint }[]>`
    SELECT (SELECT count(*) FROM free_lines l WHERE ${LINE_IS_FREE}) AS lines, (
      SELECT count(*) FROM legs g, (SELECT DISTINCT CASE rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book
        FROM bank_accounts) AS b
      WHERE ${ELIGIBLE} AND g.environment = ${environment} AND NOT (g.rail = 'chain' AND b.book = 'bank')
        AND NOT EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = g.id AND m.book = b.book)) AS legs`;
  return { lines: Number(row?.lines ?? 0), legs: Number(row?.legs ?? 0) };
}

type Left = Readonly<Partial<Record<Reason | 'none', number>>>;

/** What is left by the reason that was found for it. */
export async function countLeft(tx: Tx, free: Side): Promise<{ lines: Left; legs: Left }> {
  const lines = await tx.$queryRaw<{ reason: Reason; count: bigint }[]>`
    SELECT reason, count(*) AS count FROM (
      SELECT DISTINCT ON (f.line_seq) f.reason FROM found f JOIN free_lines l ON l.seq = f.line_seq
      WHERE ${LINE_IS_FREE} ORDER BY f.line_seq, f.reason) AS one GROUP BY reason`;
  const legs = await tx.$queryRaw<{ reason: Reason; count: bigint }[]>`
    SELECT reason, count(*) AS count FROM (
      SELECT DISTINCT ON (f.leg_id, f.book) f.reason FROM found f JOIN legs g ON g.id = f.leg_id
      WHERE ${ELIGIBLE} AND NOT (g.rail = 'chain' AND f.book = 'bank')
        AND NOT EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = f.leg_id AND m.book = f.book)
      ORDER BY f.leg_id, f.book, f.reason) AS one GROUP BY reason`;
  return { lines: withRest(lines, free.lines), legs: withRest(legs, free.legs) };
}

function withRest(rows: readonly { reason: Reason; count: bigint }[], total: number): Left {
  const told = rows.map(({ reason, count }) => [reason, Number(count)] as const);
  const rest = total - told.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(rest > 0 ? [...told, ['none', rest] as const] : told);
}

/** What each rule took, summed over its passes. */
export function sumTaken(taken: readonly Taken[]): RunFigures['matched'] {
  const of = (rule: Rule) =>
    taken
      .filter((one) => one.rule === rule)
      .reduce((sum, { lines, legs }) => ({ lines: sum.lines + lines, legs: sum.legs + legs }), { lines: 0, legs: 0 });
  return Object.fromEntries(RULES.map((rule) => [rule, of(rule)])) as RunFigures['matched'];
}

/** The latest runs, each with what changed against the one before it of its kind. */
export async function listRuns(limit: number): Promise<RunView[]> {
  const rows = await prisma().matchRun.findMany({ orderBy: { id: 'desc' }, take: limit + 1 });
  return rows.slice(0, limit).map((row, at) => viewOf(row, rows.slice(at + 1)));
}

/** One run with its difference to the finished one before it; `null` where there is none. */
export async function readRun(id: string): Promise<RunView | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const rows = await prisma().matchRun.findMany({
    where: { id: { lte: BigInt(id) } },
    orderBy: { id: 'desc' },
    take: 20,
  });
  const [row, ...before] = rows;
  return row && String(row.id) === id ? viewOf(row, before) : null;
}

type RunRow = Awaited<ReturnType<ReturnType<typeof prisma>['matchRun']['findMany']>>[number];

function viewOf(row: RunRow, before: readonly RunRow[]): RunView {
  const figures = figuresOf(row);
  const previous = before.map(figuresOf).find((one) => one !== null) ?? null;
  const { isDry, requestedBy, startedAt, endedAt } = row;
  const difference = figures && previous ? differenceOf(figures, previous) : [];
  return { id: String(row.id), isDry, requestedBy, startedAt, endedAt, figures, difference };
}

/** The figures of a run that ended; `null` while it runs, and of one that was interrupted. */
export function figuresOf({ endedAt, figures }: Pick<RunRow, 'endedAt' | 'figures'>): RunFigures | null {
  return endedAt === null ? null : (figures as unknown as RunFigures);
}

function differenceOf(now: RunFigures, before: RunFigures): RunView['difference'] {
  const [a, b] = [flat(now), flat(before)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name) => {
    const by = (a[name] ?? 0) - (b[name] ?? 0);
    return by === 0 ? [] : [{ name, by }];
  });
}

/** "lines in", "matched by e2e", "lines left: late" … */
function flat({ linesIn, legsIn, matched, linesLeft, legsLeft }: RunFigures): Record<string, number> {
  const left = (side: string, counts: Left) =>
    Object.entries(counts).map(([reason, count]) => [`${side} left: ${reason}`, count] as const);
  return Object.fromEntries([
    ['lines in', linesIn],
    ['legs in', legsIn],
    ...Object.entries(matched).map(([rule, { lines }]) => [`matched by ${rule}`, lines] as const),
    ...left('lines', linesLeft),
    ...left('legs', legsLeft),
  ]);
}
