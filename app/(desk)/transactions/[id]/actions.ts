'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { RemarkState } from '@/components/remarks/remark-state';
import { requireRight } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { displayRegion } from '@/lib/preferences';
import { giveTo, writeNotes } from '@/lib/remark-deeds';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { assignableUsers, type Remarked } from '@/lib/remarks/store';

/** Gives a payment to one person, or takes it from everybody. */
export async function assignOwner(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('remarks');
  const id = String(data.get('id') ?? '');
  const assignee = String(data.get('assignee') ?? '') || null;
  if (assignee !== null && !(await assignableUsers()).some(({ email }) => email === assignee))
    return { error: t('problem.noOwner') };
  return answerTo(await giveTo([id], assignee, await byViewer(viewer)));
}

/** Writes a note on a payment. */
export async function writeNote(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('remarks');
  const text = String(data.get('text') ?? '').trim();
  if (text === '' || text.length > LONGEST_NOTE)
    return { error: t('problem.length', { most: formatCount(LONGEST_NOTE, await displayRegion()) }), text };
  const id = String(data.get('id') ?? '');
  return answerTo(await writeNotes([id], text, await byViewer(viewer)));
}

async function answerTo([remarked]: readonly Remarked[]): Promise<RemarkState> {
  const t = await getTranslations('remarks');
  if (remarked?.outcome === 'unknown') return { error: t('problem.unknown') };
  revalidatePath('/transactions/[id]', 'page');
  return { error: null };
}
