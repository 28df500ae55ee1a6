'use server';

import { relationWords } from '@/components/transactions/relation-words';
import { toRow } from '@/components/transactions/transaction-row';
import type { Linked } from '@/components/transactions/use-linked';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { readRelated } from '@/lib/transactions/detail.store';
import { NO_FILTERS } from '@/lib/transactions/filters';
import { readRowsByIds } from '@/lib/transactions/list.store';
import { readLayout, type TableLayout } from '@/lib/views/layout';
import { dropPreference, keepPreference } from '@/lib/views/preference.store';
import { TABLE_PREFERENCE } from './table-preference';

/** Keeps how this person laid out the table; `null` forgets it. What is no layout changes nothing. */
export async function keepLayout(layout: TableLayout | null): Promise<void> {
  const { id } = await requireRight('browse');
  if (layout === null) return dropPreference(id, TABLE_PREFERENCE);
  const read = readLayout(layout);
  if (read) await keepPreference(id, TABLE_PREFERENCE, read);
}

/** The payments that belong to one, as rows of the list. */
export async function linkedRows(id: string): Promise<Linked> {
  const sight = sightOf(await requireRight('browse'));
  const related = await readRelated(String(id));
  const inStore = related.filter(({ other }) => other !== null);
  const reader = await displayReader();
  const words = new Map(inStore.toReversed().map((one) => [one.id, spoken(relationWords(one.relation), reader)]));
  const found = await readRowsByIds(sight, { filters: NO_FILTERS }, [...words.keys()], new Date());
  return {
    rows: found.map((one) => toRow(one, words.get(one.transaction.id) ?? null)),
    absent: related.length - inStore.length,
  };
}
