import { personalKind } from '@/lib/access/masking';
import { tokenOf } from '@/lib/kept-value';
import type { PrivateList } from '@/lib/private-parameters';
import { isPrivate } from '@/lib/search-text';
import { type Filters, readListQuery, writeListQuery } from '@/lib/transactions/filters';
import { ID_OPERATORS, type IdFilter } from '@/lib/transactions/filters-ids';
import { parseGrammar, wordsText } from '@/lib/transactions/grammar-text';

/** Which values of a list's filters must not stand in its address. Pure. */

/** Account numbers and whatever may be one, or a tax id; each once. */
export function privateValues(filters: Filters): string[] {
  const ids = filters.ids.filter(isPersonal).map(({ value }) => value);
  const words = wordsOf(filters).filter(({ value }) => isOpen(value) && isPrivate(value));
  return [...new Set([...ids, ...words.map(({ value }) => value)])];
}

/** The same filters with other values in the place of those. */
export function withValues(filters: Filters, values: ReadonlyMap<string, string>): Filters {
  const replaced = (value: string) => values.get(value) ?? value;
  const q = filters.q && wordsText(wordsOf(filters).map((word) => ({ ...word, value: replaced(word.value) })));
  return { ...filters, ids: filters.ids.map((filter) => ({ ...filter, value: replaced(filter.value) })), q };
}

/** The values in the filters that are kept already. */
export function keptValues(filters: Filters): string[] {
  return [...filters.ids, ...wordsOf(filters)].map(({ value }) => value).filter((value) => tokenOf(value) !== null);
}

/** The list of transactions among the others: its values stand in filters by identifier and in words. */
export const TRANSACTION_LIST: PrivateList = {
  valuesOf: (search) => privateValues(readListQuery(search).query.filters),
  keptOf: (search) => keptValues(readListQuery(search).query.filters),
  withValues: (search, values) => {
    const { query } = readListQuery(search);
    return writeListQuery({ ...query, cursor: null, filters: withValues(query.filters, values) });
  },
};

function isPersonal({ operator, value }: IdFilter): boolean {
  const isAccount = ID_OPERATORS[operator].kinds.some((kind) => personalKind(kind) !== null);
  return isOpen(value) && (isAccount || isPrivate(value));
}

const isOpen = (value: string) => value !== '' && tokenOf(value) === null;
const wordsOf = ({ q }: Filters) => (q === null ? [] : parseGrammar(q).words);
