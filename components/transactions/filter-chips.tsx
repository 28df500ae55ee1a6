import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { CopyLink } from '@/components/ui/copy-link';
import { type ListQuery, NO_FILTERS } from '@/lib/transactions/filters';
import { conditionsOf } from '@/lib/transactions/filters-words';
import { filteredHref } from './list-links';

type Props = { readonly query: ListQuery; readonly now: Date };

/** What the list is narrowed to: one chip per condition, each with its opposite and its way out. */
export function FilterChips({ query, now }: Props) {
  const conditions = conditionsOf(query.filters, now);
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ field, operator, value, without, opposite }) => ({
    field,
    value,
    href: filteredHref(query, without),
    operator: { word: operator, href: opposite && filteredHref(query, opposite) },
  }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={filteredHref(query, NO_FILTERS)} />
      <CopyLink />
    </ChipList>
  );
}
