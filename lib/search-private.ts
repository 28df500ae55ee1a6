import { personalKind } from '@/lib/access/masking';
import { isPrivate } from '@/lib/search-text';
import type { Filters } from '@/lib/transactions/filters';
import { ID_OPERATORS, type IdFilter } from '@/lib/transactions/filters-ids';
import { parseGrammar, wordsText } from '@/lib/transactions/grammar-text';
import { tokenOf } from '@/lib/transactions/kept-value';

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

function isPersonal({ operator, value }: IdFilter): boolean {
  const isAccount = ID_OPERATORS[operator].kinds.some((kind) => personalKind(kind) !== null);
  return isOpen(value) && (isAccount || isPrivate(value));
}

const isOpen = (value: string) => value !== '' && tokenOf(value) === null;
const wordsOf = ({ q }: Filters) => (q === null ? [] : parseGrammar(q).words);
