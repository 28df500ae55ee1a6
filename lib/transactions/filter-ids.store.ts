import 'server-only';
import { PERSONAL_ID_KINDS, personalKind } from '@/lib/access/masking';
import type { Sight } from '@/lib/access/rights';
import { identifierKey, searchKeys } from '@/lib/identifiers/keys';
import { Prisma } from '@/prisma/generated/client';
import { ID_OPERATOR_NAMES, ID_OPERATORS, type IdFilter, type IdOperator } from './filters-ids';
import { parseGrammar } from './grammar-text';

/** What the filters by identifier mean in SQL, of transactions `t`: semi-joins that begin at the identifiers found. */

/** Of each operator any of the wanted values, and none of the others; `null` without filters. */
export function hasIdentifiers(sight: Sight, asked: readonly IdFilter[]): Prisma.Sql | null {
  const filters = sight === 'clear' ? asked : asked.map(wholeIfPersonal);
  const conditions = ID_OPERATOR_NAMES.flatMap((operator) => {
    const own = filters.filter((filter) => filter.operator === operator);
    const [wanted, unwanted] = [own.filter((one) => !one.isExcluded), own.filter((one) => one.isExcluded)];
    return [
      wanted.length > 0 ? anyOf(operator, wanted) : null,
      ...unwanted.map((filter) => Prisma.sql`NOT ${anyOf(operator, [filter])}`),
    ].filter((condition) => condition !== null);
  });
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : null;
}

/** Every word is, or begins, an identifier or the payment's own id; `null` without words. */
export function isNamed(sight: Sight, q: string | null): Prisma.Sql | null {
  const words = q === null ? [] : parseGrammar(q).words;
  if (words.length === 0) return null;
  const conditions = words.map(({ value, isExcluded }) => {
    const keys = searchKeys(value);
    const found = Prisma.sql`t.id IN (
      SELECT i.transaction_id FROM identifiers i WHERE ${beginsWith(Prisma.sql`i.key`, keys)} ${isNoPersons(sight, keys)}
      UNION ALL SELECT o.id FROM transactions o WHERE ${beginsWith(Prisma.sql`o.id`, keys)})`;
    return isExcluded ? Prisma.sql`NOT ${found}` : found;
  });
  return Prisma.join(conditions, ' AND ');
}

/** The beginning of an account number is no filter for whoever sees it masked: the value has to be the whole of it. */
function wholeIfPersonal(filter: IdFilter): IdFilter {
  const isPersonal = ID_OPERATORS[filter.operator].kinds.some((kind) => personalKind(kind) !== null);
  return isPersonal && filter.value !== '' ? { ...filter, isPrefix: false } : filter;
}

/** Of personal identifiers only what is a key as a whole. */
function isNoPersons(sight: Sight, keys: readonly string[]): Prisma.Sql {
  if (sight === 'clear') return Prisma.empty;
  return Prisma.sql`AND (i.kind <> ALL(${PERSONAL_ID_KINDS}::text[]) OR i.key = ANY(${[...keys]}::text[]))`;
}

function anyOf(operator: IdOperator, filters: readonly IdFilter[]): Prisma.Sql {
  const kinds: string[] = [...ID_OPERATORS[operator].kinds];
  const exact = filters.filter(({ value, isPrefix }) => value !== '' && !isPrefix);
  const prefixes = filters.filter(({ isPrefix }) => isPrefix);
  const keys = exact.flatMap(({ value }) => searchKeys(value));
  const beginnings = prefixes.flatMap(({ value }) => keysOf(kinds, value));
  const conditions = [
    keys.length > 0 ? withKey(kinds, Prisma.sql`i.key = ANY(${keys}::text[])`) : null,
    beginnings.length > 0 ? withKey(kinds, beginsWith(Prisma.sql`i.key`, beginnings)) : null,
    filters.some(({ value }) => value === '') ? isBlank(operator, kinds) : null,
    operator === 'id' ? isOwnId(exact, prefixes) : null,
  ].filter((condition) => condition !== null);
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
}

function withKey(kinds: readonly string[], key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`t.id IN (
    SELECT i.transaction_id FROM identifiers i WHERE ${key} AND i.kind = ANY(${[...kinds]}::text[]))`;
}

function isBlank(operator: IdOperator, kinds: readonly string[]): Prisma.Sql {
  if (operator === 'ref') return Prisma.sql`t.external_ref IS NULL`;
  return Prisma.sql`NOT EXISTS (
    SELECT FROM identifiers i WHERE i.transaction_id = t.id AND i.kind = ANY(${[...kinds]}::text[]))`;
}

/** Our own id of a payment: `juno:issuance:…`. */
function isOwnId(exact: readonly IdFilter[], prefixes: readonly IdFilter[]): Prisma.Sql | null {
  const ids = exact.map(({ value }) => value);
  const conditions = [
    ids.length > 0 ? Prisma.sql`t.id = ANY(${ids}::text[])` : null,
    prefixes.length > 0
      ? beginsWith(
          Prisma.sql`t.id`,
          prefixes.map(({ value }) => value),
        )
      : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, ' OR ') : null;
}

/** The forms in which the beginning of a value may be stored under these kinds. */
function keysOf(kinds: readonly string[], value: string): string[] {
  const keys = [value, value.toLowerCase(), ...kinds.map((kind) => identifierKey(kind, value))];
  return [...new Set(keys)].filter(Boolean);
}

/** Ranges of the index: no sign of a value means anything but itself. */
function beginsWith(column: Prisma.Sql, beginnings: readonly string[]): Prisma.Sql {
  const ranges = beginnings.map(
    (beginning) =>
      Prisma.sql`(${column} >= ${beginning} COLLATE "C" AND ${column} < ${`${beginning}\u{10ffff}`} COLLATE "C")`,
  );
  return ranges.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ranges, ' OR ')})`;
}
