import type { SearchFormProps } from '@/components/ui/search-form';
import type { ShownKept } from '@/lib/kept-value';
import type { PrivateListName } from '@/lib/private-lists';

/** What a form of a list is given to keep personal values out of its address. */
export type Privately = {
  /** Keeps them; resolves to the query string with tokens in their place. */
  readonly keep: (list: PrivateListName, search: string) => Promise<string>;
  /** What is shown for those that are kept. */
  readonly kept: ShownKept;
};

/** The same for the form around a list's filters. */
export function privateForm(
  name: PrivateListName,
  isMeant: (search: URLSearchParams) => boolean,
  { keep, kept }: Privately,
): NonNullable<SearchFormProps['privately']> {
  return {
    isMeant,
    keep: (search) => keep(name, search),
    typed: Object.fromEntries(Object.entries(kept).map(([value, { typed }]) => [value, typed])),
  };
}
