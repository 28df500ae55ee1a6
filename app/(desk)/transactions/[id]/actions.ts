'use server';

import { revalidatePath } from 'next/cache';
import type { RemarkState } from '@/components/remarks/remark-state';
import { requireRight } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { giveTo, writeNotes } from '@/lib/remark-deeds';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { assignableUsers, type Remarked } from '@/lib/remarks/store';

const UNKNOWN = 'This payment is not in the store any more. Nothing was changed.';

/** Gives a payment to one person, or takes it from everybody. */
export async function assignOwner(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('remark');
  const id = String(data.get('id') ?? '');
  const assignee = String(data.get('assignee') ?? '') || null;
  if (assignee !== null && !(await assignableUsers()).some(({ email }) => email === assignee))
    return { error: 'This person cannot be given payments. Nothing was changed.' };
  return said(await giveTo([id], assignee, await byViewer(viewer)));
}

/** Writes a note on a payment. */
export async function writeNote(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('remark');
  const text = String(data.get('text') ?? '').trim();
  if (text === '' || text.length > LONGEST_NOTE)
    return { error: `A note has 1 to ${formatCount(LONGEST_NOTE)} characters.`, text };
  const id = String(data.get('id') ?? '');
  return said(await writeNotes([id], text, await byViewer(viewer)));
}

function said([remarked]: readonly Remarked[]): RemarkState {
  if (remarked?.outcome === 'unknown') return { error: UNKNOWN };
  revalidatePath('/transactions/[id]', 'page');
  return { error: null };
}
