'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ViewState } from '@/components/views/view-forms';
import { contentOf, hrefOf } from '@/components/views/view-tabs';
import { NOT_SAVED } from '@/components/views/view-words';
import { requireRight } from '@/lib/access/session';
import { readListQuery } from '@/lib/transactions/filters';
import { readLayout, type TableLayout } from '@/lib/views/layout';
import { addView, changeView, dropView, type Saved, type ViewContent } from '@/lib/views/view.store';

const LIST = 'transactions';

/** Saves a new view, what an own one holds (`id`), or its name and who sees it (`part=name`); then opens it. */
export async function saveView(_before: ViewState, data: FormData): Promise<ViewState> {
  const { id: userId } = await requireRight('browse');
  const id = String(data.get('id') ?? '');
  const saved = await save(userId, id, data);
  if (saved.outcome !== 'saved') return { error: NOT_SAVED[saved.outcome] };
  revalidatePath('/transactions');
  if (data.get('part') === 'name') return null;
  redirect(hrefOf(contentIn(data).query, saved.id));
}

function save(userId: string, id: string, data: FormData): Promise<Saved> {
  const name = String(data.get('name') ?? '');
  const isTeam = data.get('isTeam') === 'true';
  if (id === '') return addView(userId, LIST, { name, isTeam, ...contentIn(data) });
  return changeView(userId, LIST, id, data.get('part') === 'name' ? { name, isTeam } : contentIn(data));
}

/** What the list holds; whatever its reader does not know is left out. */
function contentIn(data: FormData): Pick<ViewContent, 'query' | 'layout'> {
  const { query } = readListQuery(new URLSearchParams(String(data.get('query') ?? '')));
  return { query: contentOf(query), layout: layoutIn(String(data.get('layout') ?? '')) };
}

function layoutIn(text: string): TableLayout | null {
  try {
    return text === '' ? null : readLayout(JSON.parse(text));
  } catch {
    return null; // posted by no form of ours
  }
}

/** Deletes an own view and goes on to the list without it. */
export async function deleteView(_before: ViewState, data: FormData): Promise<ViewState> {
  const { id: userId } = await requireRight('browse');
  const outcome = await dropView(userId, LIST, String(data.get('id') ?? ''));
  if (outcome !== 'dropped') return { error: NOT_SAVED[outcome] };
  revalidatePath('/transactions');
  redirect('/transactions');
}
