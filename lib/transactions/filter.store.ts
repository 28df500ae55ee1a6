import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { tokenOf } from '@/lib/kept-value';
import { judged } from '@/lib/refunds/judged.store';
import { readLimits } from '@/lib/refunds/limit.store';
import { readKeptValues } from '@/lib/search-kept.store';
import { keptValues, withValues } from '@/lib/search-private';
import { Prisma } from '@/prisma/generated/client';
import { hasIdentifiers, isNamed } from './filter-ids.store';
import { standsAs } from './filter-legs.store';
import { type Filters, occurredRange, updatedRange } from './filters';
import { type IsWord, wordOf } from './filters-values';

/**
 * What the filters mean at a moment, in SQL, of transactions `t`; every list, total, count and export of them uses this
 * one predicate. Whoever sees masked finds an account by its whole number only: parts of it would tell the rest.
 */
export async function predicate(sight: Sight, asked: Filters, now: Date): Promise<Prisma.Sql> {
  const filters = await withKeptValues(asked);
  // A list must not be wider than what was meant.
  if (filters === null) return Prisma.sql`false`;
  const occurred = occurredRange(filters, now);
  const updated = updatedRange(filters, now);
  const conditions = [
    among(Prisma.sql`t.provider`, filters.provider),
    among(Prisma.sql`t.kind`, filters.kind),
    among(Prisma.sql`t.status`, filters.status),
    among(Prisma.sql`t.environment`, filters.environment),
    assets(filters.currency),
    eachOrNone(filters.reconciliation, standsAs),
    eachOrNone(filters.is, await isConditions(filters, now)),
    hasIdentifiers(sight, filters.ids),
    isNamed(sight, filters.q),
    occurred.from ? Prisma.sql`t.occurred_at >= ${occurred.from}::timestamptz` : null,
    occurred.to ? Prisma.sql`t.occurred_at < ${occurred.to}::timestamptz` : null,
    updated.from ? Prisma.sql`t.updated_at >= ${updated.from}::timestamptz` : null,
    updated.to ? Prisma.sql`t.updated_at < ${updated.to}::timestamptz` : null,
    filters.amount_min ? Prisma.sql`t.amount >= ${filters.amount_min}::numeric` : null,
    filters.amount_max ? Prisma.sql`t.amount <= ${filters.amount_max}::numeric` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;
}

/** The filters with the values that their tokens stand for; `null` where one is not kept any more. */
async function withKeptValues(filters: Filters): Promise<Filters | null> {
  const values = keptValues(filters);
  if (values.length === 0) return filters;
  const kept = await readKeptValues(
    values.map((value) => tokenOf(value) ?? ''),
    new Date(), // a relative date may be of another day; what is kept is kept now
  );
  if (values.some((value) => !kept.has(tokenOf(value) ?? ''))) return null;
  return withValues(filters, new Map(values.map((value) => [value, kept.get(tokenOf(value) ?? '') ?? value])));
}

/** The words that are wanted, and those that are not. */
function divided(texts: readonly string[]): { wanted: string[]; unwanted: string[] } {
  const words = texts.map(wordOf);
  const those = (isExcluded: boolean) => words.filter((word) => word.isExcluded === isExcluded).map(({ word }) => word);
  return { wanted: those(false), unwanted: those(true) };
}

/** A column that is never null holds one of the wanted words, and none of the others. */
function among(column: Prisma.Sql, texts: readonly string[]): Prisma.Sql | null {
  const { wanted, unwanted } = divided(texts);
  return all([
    wanted.length > 0 ? Prisma.sql`${column} = ANY(${wanted}::text[])` : null,
    unwanted.length > 0 ? Prisma.sql`${column} <> ALL(${unwanted}::text[])` : null,
  ]);
}

function assets(texts: readonly string[]): Prisma.Sql | null {
  const { wanted, unwanted } = divided(texts);
  const is = (column: Prisma.Sql, codes: readonly string[]) => Prisma.sql`${column} = ANY(${[...codes]}::text[])`;
  const any = (codes: readonly string[]) =>
    Prisma.sql`(${is(Prisma.sql`t.currency`, codes)} OR ${is(Prisma.sql`t.currency_out`, codes)}
      OR ${is(Prisma.sql`t.token`, codes)})`;
  return all([
    wanted.length > 0 ? any(wanted) : null,
    unwanted.length > 0 ? Prisma.sql`${any(unwanted)} IS NOT TRUE` : null,
  ]);
}

/** Any of the wanted conditions, and none of the others. */
function eachOrNone(texts: readonly string[], conditionOf: (word: string) => Prisma.Sql): Prisma.Sql | null {
  const { wanted, unwanted } = divided(texts);
  const [first, ...others] = wanted.map(conditionOf);
  const any = first && others.length > 0 ? Prisma.sql`(${Prisma.join([first, ...others], ' OR ')})` : first;
  return all([any ?? null, ...unwanted.map((word) => Prisma.sql`NOT ${conditionOf(word)}`)]);
}

function all(conditions: readonly (Prisma.Sql | null)[]): Prisma.Sql | null {
  const set = conditions.filter((condition) => condition !== null);
  return set.length > 0 ? Prisma.join(set, ' AND ') : null;
}

/** The conditions of `is`; limits of refunds are read only where one of them asks. */
async function isConditions(filters: Filters, now: Date): Promise<(word: string) => Prisma.Sql> {
  const needsLimits = filters.is.some((text) => ['late', 'stuck'].includes(wordOf(text).word));
  const limits = needsLimits ? await readLimits(now) : [];
  const refundIn = (columns: readonly string[]) => Prisma.sql`t.id IN (
    SELECT transaction_id FROM ${judged(limits, now)} WHERE t.status IS DISTINCT FROM 'completed'
      AND t.board_column = ANY(${[...columns]}::text[]))`;
  const conditions: Readonly<Record<IsWord, () => Prisma.Sql>> = {
    late: () => Prisma.sql`(${refundIn(['late', 'stuck'])} OR t.id IN (
      SELECT g.transaction_id FROM match_exceptions x JOIN legs g ON g.id = x.leg_id
      WHERE x.reason = 'late' AND x.state <> 'resolved' AND x.about NOT LIKE '%|ledger'))`,
    stuck: () => refundIn(['stuck']),
    incomplete: () => Prisma.sql`t.is_incomplete`,
    duplicate: () => Prisma.sql`t.id IN (
      SELECT r.transaction_id FROM readings r WHERE r.outcome = 'duplicate' AND r.transaction_id IS NOT NULL)`,
    inferred: () => Prisma.sql`t.id IN (
      SELECT g.transaction_id FROM matches m JOIN matched_legs l ON l.match_id = m.id AND l.book = 'bank'
      JOIN legs g ON g.id = l.leg_id WHERE m.pass = 2)`,
    reopened: () => Prisma.sql`(t.state->'isReopened')::boolean`,
    unrecognised: () => Prisma.sql`(t.state->'hasUnrecognised')::boolean`,
  };
  return (word) => conditions[word as IsWord]();
}
