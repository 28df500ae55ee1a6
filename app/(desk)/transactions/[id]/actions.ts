'use server';

import { revalidatePath } from 'next/cache';
import type { RemarkState } from '@/components/remarks/remark-state';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { addNotes, assign, assignableUsers, type Remarked } from '@/lib/remarks/store';

const UNKNOWN = 'This payment is not in the store any more. Nothing was changed.';

/** Gives a payment to one person, or takes it from everybody. */
export async function assignOwner(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('remark');
  const id = String(data.get('id') ?? '');
  const assignee = String(data.get('assignee') ?? '') || null;
  if (assignee !== null && !(await assignableUsers()).some(({ email }) => email === assignee))
    return { error: 'This person cannot be given payments. Nothing was changed.' };
  const remarked = await assign([id], assignee, viewer.email);
  const deed = { action: 'owner_changed', objectKind: 'transaction', objectId: id } as const;
  if (remarked[0]?.outcome === 'done') await logged(viewer, { ...deed, detail: { owner: assignee } });
  return said(remarked);
}

/** Writes a note on a payment. */
export async function writeNote(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('remark');
  const text = String(data.get('text') ?? '').trim();
  if (text === '' || text.length > LONGEST_NOTE)
    return { error: `A note has 1 to ${formatCount(LONGEST_NOTE)} characters.`, text };
  const id = String(data.get('id') ?? '');
  const remarked = await addNotes([id], text, viewer.email);
  const deed = { action: 'note_written', objectKind: 'transaction', objectId: id } as const;
  if (remarked[0]?.outcome === 'done') await logged(viewer, { ...deed, detail: {} });
  return said(remarked);
}

function said([remarked]: readonly Remarked[]): RemarkState {
  if (remarked?.outcome === 'unknown') return { error: UNKNOWN };
  revalidatePath('/transactions/[id]', 'page');
  return { error: null };
}
