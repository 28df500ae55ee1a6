import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { CopyLink } from '@/components/ui/copy-link';
import { spoken } from '@/lib/language/said';
import { type ListQuery, NO_FILTERS } from '@/lib/transactions/filters';
import { conditionsOf } from '@/lib/transactions/filters-words';
import { filteredHref } from './list-links';

type Props = { readonly query: ListQuery; readonly now: Date };

/** What the list is narrowed to: one chip per condition, each with its opposite and its way out. */
export function FilterChips({ query, now }: Props) {
  const t = useTranslations('filters');
  const reader = useReader();
  const conditions = conditionsOf(query.filters, now);
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ field, operator, value, without, opposite }) => ({
    field: t(`field.${field}`),
    value: typeof value === 'string' ? value : spoken(value, reader),
    href: filteredHref(query, without),
    operator: { word: t(`operator.${operator}`), href: opposite && filteredHref(query, opposite) },
  }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={filteredHref(query, NO_FILTERS)} />
      <CopyLink />
    </ChipList>
  );
}
