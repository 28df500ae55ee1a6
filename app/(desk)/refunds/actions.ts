'use server';

import { revalidatePath } from 'next/cache';
import type { BulkState } from '@/components/refunds/bulk-state';
import { requireViewer } from '@/lib/access/session';
import { formatCount } from '@/lib/format';
import { LONGEST_NOTE, MAX_REMARKED } from '@/lib/remarks/remark';
import { addNotes, assign, assignableUsers, type Remarked } from '@/lib/remarks/store';

const NOT_DONE = 'It could not be done, and nothing was changed: it is all or nothing. Try again in a moment.';

/** Gives the chosen refunds to one person, or takes them from everybody. */
export async function assignRefunds(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireViewer();
  const ids = idsOf(data);
  if ('error' in ids) return ids;
  const assignee = String(data.get('assignee') ?? '') || null;
  if (assignee !== null && !(await assignableUsers()).some(({ email }) => email === assignee))
    return { error: 'This person cannot be given refunds. Nothing was changed.' };
  return run(assignee === null ? 'Taken from everybody' : `Given to ${assignee}`, () =>
    assign(ids.ids, assignee, viewer.email),
  );
}

/** Writes one note on each of the chosen refunds. */
export async function noteRefunds(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireViewer();
  const ids = idsOf(data);
  if ('error' in ids) return ids;
  const text = String(data.get('text') ?? '').trim();
  if (text === '' || text.length > LONGEST_NOTE)
    return { error: `A note has 1 to ${formatCount(LONGEST_NOTE)} characters. Nothing was written.` };
  return run('Note added', () => addNotes(ids.ids, text, viewer.email));
}

function idsOf(data: FormData): { readonly ids: readonly string[] } | { readonly error: string } {
  const ids = [...new Set(data.getAll('id'))].filter((id) => typeof id === 'string');
  if (ids.length === 0) return { error: 'No refund was chosen.' };
  if (ids.length > MAX_REMARKED)
    return { error: `At most ${formatCount(MAX_REMARKED)} refunds can be changed in one go. Nothing was changed.` };
  return { ids };
}

async function run(title: string, work: () => Promise<Remarked[]>): Promise<BulkState> {
  try {
    const rows = await work();
    revalidatePath('/refunds');
    return { title, rows };
  } catch (error) {
    console.error(`refunds: ${title.toLowerCase()}, failed:`, error instanceof Error ? error.message : error);
    return { error: NOT_DONE };
  }
}
