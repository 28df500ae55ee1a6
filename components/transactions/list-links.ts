import {
  type Filters,
  hasDates,
  type ListQuery,
  readListQuery,
  type Sort,
  writeListQuery,
} from '@/lib/transactions/filters';
import type { IdOperator } from '@/lib/transactions/filters-ids';
import { type ListName, wordOf } from '@/lib/transactions/filters-values';
import type { TransactionRow } from './transaction-row';

/** Every link of the list is the query with one thing changed; a change of filter or order begins at the first page. */

export function listHref(query: ListQuery): string {
  const search = writeListQuery(query).toString();
  return search ? `/transactions?${search}` : '/transactions';
}

export function filteredHref(query: ListQuery, change: Partial<Filters>): string {
  return listHref({ ...query, cursor: null, filters: withoutIdleZone({ ...query.filters, ...change }) });
}

export function sortedHref(query: ListQuery, sort: Sort): string {
  return listHref({ ...query, cursor: null, sort });
}

/** The zone only means something beside a date. */
function withoutIdleZone(filters: Filters): Filters {
  return hasDates(filters) ? filters : { ...filters, tz: 'UTC' };
}

/**
 * The shortest query string that says what a filled form says. A form with something unreadable in it keeps its words,
 * so that the page can say what it ignored.
 */
export function canonicalSearch(search: URLSearchParams): string {
  const { query, problems } = readListQuery(search);
  const filters = withoutIdleZone(query.filters);
  if (problems.length === 0) return writeListQuery({ ...query, filters, cursor: null }).toString();
  return new URLSearchParams(
    [...search].filter(([name, value]) => value.trim() !== '' && name !== 'cursor'),
  ).toString();
}

/** The list narrowed to the value of a cell, and the list without it. */
export type CellFilter = { readonly include: string; readonly exclude: string };

type Member = { readonly list: ListName; readonly word: string } | { readonly id: IdOperator; readonly value: string };

/** What a click on a value filters by; `null` for a column whose values are no filter (amounts, times). */
export function filterFor(query: ListQuery, column: string, row: TransactionRow): CellFilter | null {
  const member = memberOf(column, row);
  if (!member) return null;
  const href = (isExcluded: boolean) =>
    filteredHref(
      query,
      'list' in member
        ? { [member.list]: withWord(query.filters[member.list], member.word, isExcluded) }
        : { ids: withId(query.filters, member.id, member.value, isExcluded) },
    );
  return { include: href(false), exclude: href(true) };
}

function memberOf(column: string, row: TransactionRow): Member | null {
  const word = (list: ListName, text: string | null | undefined): Member | null => (text ? { list, word: text } : null);
  const identifier = (id: IdOperator, value: string | null): Member | null => (value ? { id, value } : null);
  switch (column) {
    case 'provider':
      return word('provider', row.provider);
    case 'kind':
      return word('kind', row.kind);
    case 'status':
      return word('status', row.status);
    case 'environment':
      return word('environment', row.environment);
    case 'amount':
      return word('currency', row.amount?.currency);
    case 'amount_out':
      return word('currency', row.amountOut?.currency);
    case 'external_ref':
      return { id: 'ref', value: row.externalRef ?? '' }; // without one: those that have none
    case 'provider_id':
      return identifier('id', row.providerId);
    case 'end_user':
      return identifier('user', row.endUser);
    case 'tx_hash':
      return identifier('hash', row.txHash);
    case 'token':
      return word('currency', row.token);
    case 'reconciliation':
      return word('reconciliation', row.reconciliation?.state);
    case 'events':
      return word('is', row.duplicates > 0 ? 'duplicate' : null);
    case 'bank_reference': {
      const reference = row.bankReference;
      return reference && { id: reference.kind === 'e2e' ? 'e2e' : 'clave', value: reference.value };
    }
    default:
      return null;
  }
}

/** The words with one more; its opposite goes. A wanted word replaces the other wanted ones: the list is narrowed. */
function withWord(texts: readonly string[], word: string, isExcluded: boolean): string[] {
  const rest = texts.filter((text) => wordOf(text).isExcluded && wordOf(text).word !== word);
  const wanted = texts.filter((text) => !wordOf(text).isExcluded && text !== word);
  return isExcluded ? [...wanted, ...rest, `!${word}`] : [word, ...rest];
}

function withId(filters: Filters, operator: IdOperator, value: string, isExcluded: boolean): Filters['ids'] {
  const added = { operator, value, isPrefix: false, isExcluded };
  const others = filters.ids.filter((one) => one.operator !== operator || (isExcluded && one.value !== value));
  return [...others, added];
}
