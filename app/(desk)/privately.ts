import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Privately } from '@/components/private/privately';
import type { Viewer } from '@/lib/access/session';
import { type ShownKept, tokenOf } from '@/lib/kept-value';
import { PRIVATE_LISTS, type PrivateListName } from '@/lib/private-lists';
import { readKept } from '@/lib/search-kept.store';
import { addressable } from '@/lib/search-private-address';
import { isPrivate } from '@/lib/search-text';
import { keepPrivate } from './private-actions';

/** An address that came with a personal value leads to the one without it; else what its forms and chips show for those that are kept. */
export async function privatelyAt(
  viewer: Viewer,
  list: PrivateListName,
  path: string,
  search: URLSearchParams,
): Promise<Privately> {
  const now = new Date();
  if (PRIVATE_LISTS[list].valuesOf(search).length > 0)
    redirect(`${path}?${await addressable(viewer.id, list, search, now)}`);
  return { keep: keepPrivate, kept: await shownFor(viewer, PRIVATE_LISTS[list].keptOf(search), now) };
}

async function shownFor(viewer: Viewer, values: readonly string[], now: Date): Promise<ShownKept> {
  if (values.length === 0) return {};
  const t = await getTranslations('filters');
  const kept = await readKept(
    values.flatMap((value) => tokenOf(value) ?? []),
    now,
  );
  const shown = values.map((value) => {
    const one = kept.get(tokenOf(value) ?? '');
    if (!one) return [value, { words: t('value.forgotten'), typed: t('value.forgotten'), isForgotten: true }] as const;
    const words = isPrivate(one.text) ? t('value.kept') : t('value.keptText');
    return [value, { words, typed: one.userId === viewer.id ? one.text : words, isForgotten: false }] as const;
  });
  return Object.fromEntries(shown);
}
