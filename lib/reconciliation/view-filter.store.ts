import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { searchKeys } from '@/lib/identifiers/keys';
import { withKeptTexts } from '@/lib/search-kept.store';
import { Prisma } from '@/prisma/generated/client';
import { stateIsOneOf } from './leg-state.store';
import { AGES, GRAVE_REASONS, SEVERE_FROM, STAKES } from './severity';
import type { ExceptionFilters, LegFilters, LineFilters } from './view-query';

/** What the filters of the screens mean in SQL; every page, total and export uses these predicates. */

const among = (column: Prisma.Sql, [word, ...more]: readonly string[]) => {
  if (word === undefined) return null;
  // One word alone as itself: the planner knows better how many rows have it.
  return more.length > 0 ? Prisma.sql`${column} = ANY(${[word, ...more]}::text[])` : Prisma.sql`${column} = ${word}`;
};
const when = (value: string | null, condition: (value: string) => Prisma.Sql) =>
  value === null ? null : condition(value);
const all = (conditions: readonly (Prisma.Sql | null)[]) => {
  const set = conditions.filter((condition) => condition !== null);
  return set.length > 0 ? Prisma.join(set, ' AND ') : Prisma.sql`true`;
};

/** A list must not be wider than what was meant: a value that is not kept any more is nobody's. */
const NOTHING = Prisma.sql`false`;

/** Of legs `t` as `statedLegs` gives them. `book` is for the caller, who says against which book they are stated. */
export async function legPredicate(sight: Sight, asked: LegFilters): Promise<Prisma.Sql> {
  const filters = await withKeptTexts(asked, ['q', 'account']);
  if (filters === null) return NOTHING;
  return all([
    among(Prisma.sql`t.rail`, filters.rail),
    stateIsOneOf(filters),
    among(Prisma.sql`t.direction`, filters.direction),
    among(Prisma.sql`t.currency`, filters.currency),
    among(Prisma.sql`t.provider`, filters.provider),
    among(Prisma.sql`t.kind`, filters.kind),
    among(Prisma.sql`t.environment`, filters.environment),
    filters.reason.length > 0 ? Prisma.sql`t.reasons && ${[...filters.reason]}::text[]` : null,
    ...days(Prisma.sql`t.local_day`, filters),
    ...amounts(Prisma.sql`t.amount`, filters),
    when(
      filters.account,
      (account) => Prisma.sql`t.id IN (
        SELECT leg_id FROM leg_ids WHERE key = ANY(${searchKeys(account)}::text[]) AND kind IN ('clabe', 'cbu'))`,
    ),
    when(
      filters.q,
      // Each by its own index; an OR of them would read every leg.
      (q) => Prisma.sql`t.id IN (
        SELECT id FROM legs WHERE id = ${q} OR transaction_id = ${q}
        UNION ALL SELECT id FROM legs WHERE external_ref = ${q}
        UNION ALL SELECT leg_id FROM leg_ids WHERE key = ANY(${searchKeys(q)}::text[])
        ${sight === 'clear' ? Prisma.sql`UNION ALL SELECT id FROM legs WHERE data->'counterparty'->>'name' ILIKE ${like(q)}` : Prisma.empty})`,
    ),
  ]);
}

/** As an anti-join: that `match_id` is null the planner takes for impossible, and then plans for a single row. */
const LINE_IS_FREE = Prisma.sql`NOT EXISTS (SELECT FROM matched_lines x WHERE x.line_seq = l.seq)`;

/** Of lines `l` as `STATED_LINES` gives them. */
export async function linePredicate(sight: Sight, asked: LineFilters): Promise<Prisma.Sql> {
  const filters = await withKeptTexts(asked, ['q']);
  if (filters === null) return NOTHING;
  return all([
    among(Prisma.sql`l.rail`, filters.rail),
    among(Prisma.sql`l.account_id`, filters.account),
    among(Prisma.sql`l.currency`, filters.currency),
    among(Prisma.sql`l.kind`, filters.kind),
    among(Prisma.sql`CASE WHEN l.amount < 0 THEN 'out' ELSE 'in' END`, filters.direction),
    filters.reason.length > 0 ? Prisma.sql`l.reasons && ${[...filters.reason]}::text[]` : null,
    ...days(Prisma.sql`l.booked_on`, filters),
    ...amounts(Prisma.sql`abs(l.amount)`, filters),
    when(filters.statement, (id) => Prisma.sql`l.statement_id = ${BigInt(id)}`),
    when(filters.match, (match) => (match === 'matched' ? Prisma.sql`l.match_id IS NOT NULL` : LINE_IS_FREE)),
    filters.with_id ? Prisma.sql`EXISTS (SELECT FROM line_ids i WHERE i.line_seq = l.seq)` : null,
    filters.with_rivals ? Prisma.sql`'several_candidates' = ANY(l.reasons)` : null,
    when(
      filters.q,
      (q) => Prisma.sql`(${saysIn(sight, q, Prisma.sql`l.text`, Prisma.sql`l.name`)} l.bank_reference = ${q}
        OR l.seq IN (SELECT line_seq FROM line_ids WHERE key = ANY(${searchKeys(q)}::text[])))`,
    ),
  ]);
}

/** Days from its day to `now`, or to its resolution. */
export const ageDays = (now: Date) =>
  Prisma.sql`greatest(coalesce(e.resolved_at, ${now}::timestamptz)::date - e.day, 0)`;

/** What `severityOf` says, in SQL; a test holds the two together. */
export function severityIn(now: Date): Prisma.Sql {
  const stakes = Object.entries(STAKES).map(
    ([currency, { some, much }]) =>
      Prisma.sql`WHEN e.currency = ${currency} THEN CASE WHEN e.amount >= ${much}::numeric THEN 2
        WHEN e.amount >= ${some}::numeric THEN 1 ELSE 0 END`,
  );
  return Prisma.sql`(SELECT CASE WHEN points >= ${SEVERE_FROM.high} THEN 'high' WHEN points >= ${SEVERE_FROM.medium} THEN 'medium'
    ELSE 'low' END FROM (SELECT
      CASE WHEN e.amount IS NULL THEN 1 ${Prisma.join(stakes, ' ')} ELSE 1 END
      + CASE WHEN ${ageDays(now)} >= ${AGES.much} THEN 2 WHEN ${ageDays(now)} >= ${AGES.some} THEN 1 ELSE 0 END
      + CASE WHEN e.reason = ANY(${[...GRAVE_REASONS]}::text[]) THEN 1 ELSE 0 END AS points) AS p)`;
}

/** Of exceptions `e` with their leg `g` and line `l`, either of which may be null. */
export async function exceptionPredicate(sight: Sight, asked: ExceptionFilters, now: Date): Promise<Prisma.Sql> {
  const filters = await withKeptTexts(asked, ['q']);
  if (filters === null) return NOTHING;
  return all([
    among(Prisma.sql`e.reason`, filters.reason),
    among(Prisma.sql`e.state`, filters.state),
    among(severityIn(now), filters.severity),
    among(Prisma.sql`e.rail`, filters.rail),
    among(Prisma.sql`e.currency`, filters.currency),
    among(Prisma.sql`g.provider`, filters.provider),
    among(Prisma.sql`l.account_id`, filters.account),
    ...days(Prisma.sql`e.day`, filters),
    ...amounts(Prisma.sql`e.amount`, filters),
    when(filters.owner, (owner) => (owner === 'nobody' ? Prisma.sql`e.owner IS NULL` : Prisma.sql`e.owner = ${owner}`)),
    when(
      filters.q,
      (q) => Prisma.sql`(${saysIn(sight, q, Prisma.sql`l.text`)} e.leg_id = ${q} OR g.transaction_id = ${q}
        OR e.leg_id IN (SELECT leg_id FROM leg_ids WHERE key = ANY(${searchKeys(q)}::text[]))
        OR e.line_seq IN (SELECT line_seq FROM line_ids WHERE key = ANY(${searchKeys(q)}::text[])))`,
    ),
  ]);
}

type Range = { readonly from: string | null; readonly to: string | null };
const days = (column: Prisma.Sql, { from, to }: Range) => [
  when(from, (day) => Prisma.sql`${column} >= ${day}::date`),
  when(to, (day) => Prisma.sql`${column} <= ${day}::date`),
];
type Amounts = { readonly amount_min: string | null; readonly amount_max: string | null };
const amounts = (column: Prisma.Sql, { amount_min, amount_max }: Amounts) => [
  when(amount_min, (amount) => Prisma.sql`${column} >= ${amount}::numeric`),
  when(amount_max, (amount) => Prisma.sql`${column} <= ${amount}::numeric`),
];

/** What holds the text anywhere, for whoever sees it clear: bit by bit it would tell the others what they see masked. */
function saysIn(sight: Sight, q: string, ...columns: readonly Prisma.Sql[]): Prisma.Sql {
  if (sight !== 'clear') return Prisma.empty;
  return Prisma.sql`${Prisma.join(
    columns.map((column) => Prisma.sql`${column} ILIKE ${like(q)}`),
    ' OR ',
  )} OR`;
}

/** The text anywhere, its own signs taken as they are. */
function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
