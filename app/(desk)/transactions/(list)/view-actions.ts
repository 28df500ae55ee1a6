'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ViewState } from '@/components/views/view-forms';
import { contentOf, hrefOf } from '@/components/views/view-tabs';
import { requireRight, type Viewer } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { readListQuery } from '@/lib/transactions/filters';
import { readLayout, type TableLayout } from '@/lib/views/layout';
import { LONGEST_VIEW_NAME, MOST_VIEWS, type NotSaved } from '@/lib/views/view';
import { addView, changeView, dropView, type Saved, type ViewContent } from '@/lib/views/view.store';

const LIST = 'transactions';

/** Saves a new view, what an own one holds (`id`), or its name and who sees it (`part=name`); then opens it. */
export async function saveView(_before: ViewState, data: FormData): Promise<ViewState> {
  const viewer = await requireRight('browse');
  const id = String(data.get('id') ?? '');
  const saved = await save(viewer.id, id, data);
  if (saved.outcome !== 'saved') return notSaved(saved.outcome);
  await loggedView(viewer, saved.id, { kind: 'saved', isTeam: data.get('isTeam') === 'true' });
  revalidatePath('/transactions');
  if (data.get('part') === 'name') return null;
  redirect(hrefOf(contentIn(data).query, saved.id));
}

/** Why not, for the person who wanted it. */
async function notSaved(outcome: NotSaved): Promise<ViewState> {
  const t = await getTranslations('views');
  const most = outcome === 'no_name' ? LONGEST_VIEW_NAME : MOST_VIEWS;
  return { error: t(`notSaved.${outcome}`, { most }) };
}

/** What a view is called, and what it filters by, may name somebody: neither stands in the log. */
function loggedView(viewer: Viewer, objectId: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  return logged(viewer, { action: 'view_changed', objectKind: 'view', objectId, detail });
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
  const viewer = await requireRight('browse');
  const id = String(data.get('id') ?? '');
  const outcome = await dropView(viewer.id, LIST, id);
  if (outcome !== 'dropped') return notSaved(outcome);
  await loggedView(viewer, id, { kind: 'deleted' });
  revalidatePath('/transactions');
  redirect('/transactions');
}
