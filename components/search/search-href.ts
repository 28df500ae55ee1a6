import type { SearchGroup } from '@/lib/search-groups';

/** Where a search stands: what was typed, or the token it is kept under, and what of it is shown. */
export type SearchAddress = {
  readonly asked: { readonly q: string } | { readonly t: string };
  /** One of the readings, searched for alone. */
  readonly as?: string | null;
  /** One group, from a place on. */
  readonly group?: SearchGroup | null;
  readonly after?: string | null;
};

export function searchHref({ asked, as, group, after }: SearchAddress): string {
  const search = new URLSearchParams(asked);
  if (as) search.set('as', as);
  if (group) search.set('group', group);
  if (after) search.set('after', after);
  return `/search?${search}`;
}
